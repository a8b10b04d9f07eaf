extension Theme {
  /// Every theme; the first is the default.
  package static let all: [Theme] = [dark, light, contrast, contrastLight, plain]

  package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// The theme for a terminal that tells its colours as `COLORFGBG` does ("15;0", "0;default;15").
  package static func preferred(colorFGBG: String?) -> Theme {
    guard let last = colorFGBG?.split(separator: ";").last, let background = Int(last) else {
      return dark
    }
    return background == 7 || background == 15 ? light : dark
  }

  package static let dark = Theme(
    name: "dark", summary: "colours for a dark background", isLight: false,
    inks: [
      .gray: Ink(indexed: 245, bright: nil, basic: nil),
      .blue: Ink(indexed: 32, bright: 12, basic: 4),
      .orange: Ink(indexed: 178, bright: 3, basic: 3),
      .green: Ink(indexed: 36, bright: 2, basic: 2),
      .sky: Ink(indexed: 74, bright: 14, basic: 6),
      .yellow: Ink(indexed: 221, bright: 11, basic: 3),
      .vermilion: Ink(indexed: 166, bright: 11, basic: 3),
      .purple: Ink(indexed: 175, bright: 13, basic: 5),
    ], hasDim: true)

  package static let light = Theme(
    name: "light", summary: "colours for a light background", isLight: true,
    inks: [
      .gray: Ink(indexed: 242, bright: nil, basic: nil),
      .blue: Ink(indexed: 25, bright: 4, basic: 4),
      .orange: Ink(indexed: 130, bright: 1, basic: 1),
      .green: Ink(indexed: 29, bright: 2, basic: 2),
      .sky: Ink(indexed: 31, bright: 6, basic: 6),
      .yellow: Ink(indexed: 94, bright: 5, basic: 5),
      .vermilion: Ink(indexed: 160, bright: 1, basic: 1),
      .purple: Ink(indexed: 132, bright: 5, basic: 5),
    ], hasDim: true)

  package static let contrast = Theme(
    name: "contrast", summary: "strong colours for a dark background, nothing faint",
    isLight: false,
    inks: [
      .blue: Ink(indexed: 117, bright: 14, basic: 6),
      .orange: Ink(indexed: 214, bright: 11, basic: 3),
      .green: Ink(indexed: 85, bright: 10, basic: 2),
      .sky: Ink(indexed: 159, bright: 14, basic: 6),
      .yellow: Ink(indexed: 227, bright: 11, basic: 3),
      .vermilion: Ink(indexed: 209, bright: 11, basic: 3),
      .purple: Ink(indexed: 219, bright: 13, basic: 5),
    ], hasDim: false)

  package static let contrastLight = Theme(
    name: "contrast-light", summary: "strong colours for a light background, nothing faint",
    isLight: true,
    inks: [
      .blue: Ink(indexed: 18, bright: 4, basic: 4),
      .orange: Ink(indexed: 58, bright: 1, basic: 1),
      .green: Ink(indexed: 22, bright: 2, basic: 2),
      .sky: Ink(indexed: 24, bright: 6, basic: 6),
      .yellow: Ink(indexed: 239, bright: 5, basic: 5),
      .vermilion: Ink(indexed: 88, bright: 1, basic: 1),
      .purple: Ink(indexed: 54, bright: 5, basic: 5),
    ], hasDim: false)

  package static let plain = Theme(
    name: "plain", summary: "no colours: bold, underlined and reversed only", isLight: false,
    inks: [:], hasDim: true)
}
