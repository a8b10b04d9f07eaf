/// How many colours the terminal has.
package enum ColorDepth: String, CaseIterable, Sendable {
  case mono
  case basic8
  case bright16
  case indexed256
}

/// How a cell looks: at most one colour, over the terminal's own background.
///
/// Backgrounds are never set, so that a terminal's own colours, light or dark, stay what they are.
package struct Appearance: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underlined = Attributes(rawValue: 4)
    package static let reversed = Attributes(rawValue: 8)
  }

  /// A colour's number; nil is the terminal's own foreground.
  package var foreground: UInt8?
  package var attributes: Attributes

  package init(foreground: UInt8? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.attributes = attributes
  }
}

/// A theme at a colour depth: what every style looks like.
package struct Palette: Sendable {
  package let theme: Theme
  package let depth: ColorDepth
  private let appearances: [Role: Appearance]

  package init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
    appearances = Dictionary(
      uniqueKeysWithValues: Role.allCases.map { ($0, theme.appearance(of: $0, depth: depth)) })
  }

  package func appearance(of style: Style) -> Appearance {
    var appearance = appearances[style.role] ?? Appearance()
    if style.isBold { appearance.attributes.insert(.bold) }
    if style.isUnderlined { appearance.attributes.insert(.underlined) }
    // A bar drawn by its complement stays one on a role that is itself reversed.
    if style.isReversed { appearance.attributes.formSymmetricDifference(.reversed) }
    return appearance
  }
}
