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
    let full: Int?
    let sixteen: Int?
    let eight: Int?

    func color(at depth: ColorDepth) -> Int? {
      switch depth {
      case .mono: nil
      case .eight: eight
      case .sixteen: sixteen
      case .full: full
      }
    }
  }

  package let name: String
  /// One line for a list of themes.
  package let summary: String
  /// Whether it is made for a light background.
  package let isLight: Bool
  let inks: [Hue: Ink]
  /// Whether faint text may be fainter than other text.
  let hasDim: Bool

  package func appearance(of style: Style, depth: ColorDepth) -> Appearance {
    look(of: style.role, at: depth).adding(style)
  }

  func look(of role: Role, at depth: ColorDepth) -> Appearance {
    let look = role.emphasis
    guard depth != .mono, !inks.isEmpty else {
      return Appearance(
        isBold: look.mono.contains(.bold), isDim: hasDim && look.mono.contains(.dim),
        isUnderlined: look.mono.contains(.underlined), isReversed: look.mono.contains(.reversed))
    }
    let color = inks[look.hue].flatMap { $0.color(at: depth) }
    return Appearance(
      foreground: color, isBold: look.colored.contains(.bold),
      isDim: hasDim && look.hue == .gray && color == nil,
      isUnderlined: look.colored.contains(.underlined),
      isReversed: look.colored.contains(.reversed))
  }
}

/// What makes a role stand out apart from its colour.
struct Emphasis: OptionSet, Sendable {
  let rawValue: UInt8
  static let bold = Emphasis(rawValue: 1)
  static let dim = Emphasis(rawValue: 2)
  static let underlined = Emphasis(rawValue: 4)
  static let reversed = Emphasis(rawValue: 8)
}

extension Role {
  /// A role's hue, its attributes with colour, and its attributes without.
  var emphasis: (hue: Theme.Hue, colored: Emphasis, mono: Emphasis) {
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
