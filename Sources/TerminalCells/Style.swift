/// What a cell's text is for.
///
/// Colours come later, from a `Theme`; golden frames show the raw letter.
package enum Role: Character, CaseIterable, Sendable {
  case plain = "."
  case dim = "d"
  case title = "t"
  case heading = "h"
  case accent = "a"
  case selected = "s"
  case frame = "f"
  case axis = "x"
  case input = "i"
  case match = "m"
  case ghost = "g"
  case target = "*"
  case keyHint = "k"
  case warning = "w"
  case error = "e"
  case success = "o"
  // Classes in order; a colour never stands alone, so each also has a mark in its legend.
  case series1 = "1"
  case series2 = "2"
  case series3 = "3"
  case series4 = "4"
  case series5 = "5"
  case series6 = "6"
  case series7 = "7"

  package static let allSeries: [Role] = [
    .series1, .series2, .series3, .series4, .series5, .series6, .series7,
  ]
}

/// A role and the attributes that a view adds to it; knows no colour.
package struct Style: Hashable, Sendable {
  package var role: Role
  /// 1 reversed + 2 bold + 4 underlined: a screen has thousands of styles to compare.
  @usableFromInline var attributes: UInt8 = 0

  package init(
    _ role: Role, isReversed: Bool = false, isBold: Bool = false, isUnderlined: Bool = false
  ) {
    self.role = role
    attributes = (isReversed ? 1 : 0) | (isBold ? 2 : 0) | (isUnderlined ? 4 : 0)
  }

  @inlinable package static func == (a: Style, b: Style) -> Bool {
    a.role == b.role && a.attributes == b.attributes
  }

  package var isReversed: Bool {
    get { attributes & 1 != 0 }
    set { attributes = attributes & ~1 | (newValue ? 1 : 0) }
  }

  package var isBold: Bool {
    get { attributes & 2 != 0 }
    set { attributes = attributes & ~2 | (newValue ? 2 : 0) }
  }

  package var isUnderlined: Bool {
    get { attributes & 4 != 0 }
    set { attributes = attributes & ~4 | (newValue ? 4 : 0) }
  }
}

extension Style {
  package static let plain = Style(.plain)
  package static let dim = Style(.dim)
  package static let title = Style(.title)
  package static let heading = Style(.heading)
  package static let accent = Style(.accent)
  package static let selected = Style(.selected)
  package static let frame = Style(.frame)
  package static let axis = Style(.axis)
  package static let input = Style(.input)
  package static let match = Style(.match)
  package static let ghost = Style(.ghost)
  package static let target = Style(.target)
  package static let keyHint = Style(.keyHint)
  package static let warning = Style(.warning)
  package static let error = Style(.error)
  package static let success = Style(.success)

  /// The colour of the class at `index`; the seven colours repeat.
  package static func series(_ index: Int) -> Style {
    let count = Role.allSeries.count
    return Style(Role.allSeries[((index % count) + count) % count])
  }

  package var reversed: Style {
    var style = self
    style.isReversed = true
    return style
  }

  package var bold: Style {
    var style = self
    style.isBold = true
    return style
  }

  package var underlined: Style {
    var style = self
    style.isUnderlined = true
    return style
  }

  /// The attributes as one letter of a golden frame: 1 reversed + 2 bold + 4 underlined, "." none.
  package var attributeLetter: Character {
    attributes == 0 ? "." : Character(Unicode.Scalar(UInt8(ascii: "0") + attributes))
  }
}
