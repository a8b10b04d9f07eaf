/// Colours for roles, at every depth.
///
/// Roles name hues of the colour-blind safe set of M. Okabe and K. Ito ("Color Universal Design",
/// 2002), and a theme says which of the terminal's colours stands for a hue. Nothing is told by
/// colour alone, so a theme may drop all of them.
package struct Theme: Sendable {
  package enum Hue: CaseIterable, Sendable {
    case own, gray, blue, orange, green, sky, yellow, vermilion, purple
  }

  /// One hue's number among 256, 16 and 8 colours; nil is the terminal's own foreground.
  struct Ink: Sendable {
    let indexed: UInt8?
    let bright: UInt8?
    let basic: UInt8?
  }

  package let name: String
  /// One line for a list of themes.
  package let summary: String
  /// Whether it is made for a light background.
  package let isLight: Bool
  let inks: [Hue: Ink]
  /// Whether faint text may be fainter than other text.
  let hasDim: Bool

  package func appearance(of role: Role, depth: ColorDepth) -> Appearance {
    let look = role.look
    guard depth != .mono, !inks.isEmpty else {
      return Appearance(attributes: hasDim ? look.mono : look.mono.subtracting(.dim))
    }
    let ink = inks[look.hue]
    var appearance = Appearance(attributes: look.colored)
    switch depth {
    case .mono: break
    case .basic8: appearance.foreground = ink?.basic
    case .bright16: appearance.foreground = ink?.bright
    case .indexed256: appearance.foreground = ink?.indexed
    }
    if look.hue == .gray, appearance.foreground == nil, hasDim {
      appearance.attributes.insert(.dim)
    }
    return appearance
  }
}

extension Role {
  /// A role's hue, its attributes beside a colour, and those that stand alone without colours.
  var look: (hue: Theme.Hue, colored: Appearance.Attributes, mono: Appearance.Attributes) {
    switch self {
    case .plain: (.own, [], [])
    case .dim, .axis, .frame: (.gray, [], .dim)
    case .ghost: (.gray, [], .dim)
    case .title: (.own, .bold, .bold)
    case .heading: (.gray, .bold, .bold)
    case .accent: (.sky, [], .bold)
    case .selected: (.sky, .bold, .reversed)
    case .input: (.yellow, .underlined, .underlined)
    case .match: (.yellow, .reversed, .reversed)
    case .positiveBar: (.blue, [], [])
    case .negativeBar: (.vermilion, [], .dim)
    case .probabilityBar: (.green, [], [])
    case .target: (.yellow, .bold, .underlined)
    case .keyHint: (.sky, .bold, .bold)
    case .warning: (.orange, .bold, .bold)
    case .error: (.vermilion, .bold, [.bold, .reversed])
    case .success: (.green, .bold, .bold)
    case .series1: (.blue, [], [])
    case .series2: (.orange, [], [])
    case .series3: (.green, [], [])
    case .series4: (.sky, [], [])
    case .series5: (.yellow, [], [])
    case .series6: (.vermilion, [], [])
    case .series7: (.purple, [], [])
    }
  }
}
