/// How many colours the terminal has.
package enum ColorDepth: String, CaseIterable, Sendable {
  case mono
  case eight
  case sixteen
  /// 256 of them.
  case full
}

/// How a cell looks: colours by the terminal's numbers, nil for its own.
///
/// No theme sets a background, so that a terminal's own colours, light or dark, stay what they are.
package struct Appearance: Hashable, Sendable {
  package var foreground: Int?
  package var background: Int?
  package var isBold: Bool
  package var isDim: Bool
  package var isUnderlined: Bool
  package var isReversed: Bool

  package init(
    foreground: Int? = nil, background: Int? = nil, isBold: Bool = false, isDim: Bool = false,
    isUnderlined: Bool = false, isReversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isDim = isDim
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
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
      uniqueKeysWithValues: Role.allCases.map { ($0, theme.look(of: $0, at: depth)) })
  }

  package func appearance(of style: Style) -> Appearance {
    (appearances[style.role] ?? Appearance()).adding(style)
  }
}

extension Appearance {
  /// The appearance of a role with the attributes that a view added.
  func adding(_ style: Style) -> Appearance {
    var appearance = self
    appearance.isBold = isBold || style.isBold
    appearance.isUnderlined = isUnderlined || style.isUnderlined
    // A bar drawn by its complement stays one on a role that is itself reversed.
    appearance.isReversed = isReversed != style.isReversed
    return appearance
  }

  /// Sets this appearance, whatever was set before (SGR, ECMA-48).
  func sequence(depth: ColorDepth) -> String {
    let codes =
      ["0"] + (isBold ? ["1"] : []) + (isDim ? ["2"] : []) + (isUnderlined ? ["4"] : [])
      + (isReversed ? ["7"] : [])
      + [
        foreground.map { Appearance.code($0, depth, 30) },
        background.map { Appearance.code($0, depth, 40) },
      ]
      .compactMap { $0 }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private static func code(_ color: Int, _ depth: ColorDepth, _ base: Int) -> String {
    if depth == .full { return "\(base + 8);5;\(color)" }
    return "\(color < 8 ? base + color : base + 52 + color)"
  }
}
