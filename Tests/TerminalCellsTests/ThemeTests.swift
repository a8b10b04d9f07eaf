import Testing

@testable import TerminalCells

@Suite struct ThemeTests {
  /// The relative luminance of one of xterm's 256 colours, as WCAG 2.1 defines it.
  static func luminance(_ color: Int) -> Double {
    let levels = [0.0, 95, 135, 175, 215, 255]
    let index = color - 16
    let channels =
      color >= 232
      ? Array(repeating: Double(8 + 10 * (color - 232)), count: 3)
      : [levels[index / 36], levels[index / 6 % 6], levels[index % 6]]
    let linear = channels.map { channel in
      let share = channel / 255
      return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// x^2.4 = x² · ⁵√x², the root by Newton's method.
  static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }

  static func contrast(_ color: Int, onLight: Bool) -> Double {
    let value = luminance(color)
    return onLight ? 1.05 / (value + 0.05) : (value + 0.05) / 0.05
  }

  @Test(arguments: Theme.all.map(\.name))
  func `every colour can be read on its background`(name: String) throws {
    let theme = try #require(Theme.named(name))
    let least = name.hasPrefix("contrast") ? 6.5 : 4.0
    for role in Role.allCases {
      guard let color = theme.look(of: role, at: .full).foreground else { continue }
      #expect(Self.contrast(color, onLight: theme.isLight) >= least, "\(role) \(color)")
    }
  }

  @Test func `themes have names of their own and the first is for dark terminals`() {
    #expect(Set(Theme.all.map(\.name)).count == Theme.all.count)
    #expect(Theme.all.first?.name == "dark")
    #expect(Theme.named("nonesuch") == nil)
  }

  @Test(arguments: [
    Theme.dark.name, Theme.light.name, Theme.contrast.name, Theme.contrastLight.name,
  ])
  func `seven series have seven colours`(name: String) throws {
    let theme = try #require(Theme.named(name))
    let looks = Role.allSeries.map { theme.look(of: $0, at: .full) }
    #expect(Set(looks).count == 7)
  }

  @Test func `colours stay within their depth`() {
    for theme in Theme.all {
      for role in Role.allCases {
        #expect(theme.look(of: role, at: .mono).foreground == nil)
        #expect(theme.look(of: role, at: .eight).foreground ?? 0 < 8)
        #expect(theme.look(of: role, at: .sixteen).foreground ?? 0 < 16)
        #expect(theme.look(of: role, at: .full).foreground ?? 16 >= 16)
      }
    }
  }

  @Test func `without colours focus, target and errors still stand out`() {
    for role in [Role.selected, .target, .error, .match, .input, .title, .keyHint] {
      #expect(Theme.dark.look(of: role, at: .mono) != Appearance())
      #expect(Theme.plain.look(of: role, at: .full) != Appearance())
    }
  }

  @Test func `a high contrast theme has nothing faint`() {
    for theme in [Theme.contrast, .contrastLight] {
      for role in Role.allCases {
        for depth in ColorDepth.allCases {
          #expect(!theme.look(of: role, at: depth).isDim)
        }
      }
    }
  }

  @Test(
    arguments: [
      (nil, "dark"), ("15;0", "dark"), ("0;15", "light"), ("0;default;15", "light"),
      ("12;7", "light"),
      ("", "dark"), ("x", "dark"),
    ] as [(String?, String)])
  func `a terminal's word on its background chooses the theme`(value: String?, name: String) {
    #expect(Theme.preferred(colorFGBG: value).name == name)
  }
}
