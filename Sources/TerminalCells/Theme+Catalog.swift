extension Theme {
  /// Every theme; the first is the default.
  package static let all: [Theme] = [dark, light, contrast, contrastLight, plain]

  package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// The theme for a terminal that reports its colours in `COLORFGBG` ("15;0", "0;default;15").
  package static func preferred(colorFGBG: String?) -> Theme {
    guard let last = colorFGBG?.split(separator: ";").last, let background = Int(last) else {
      return dark
    }
    return background == 7 || background == 15 ? light : dark
  }

  package static let dark = Theme(
    name: "dark", summary: "colours for a dark background", isLight: false,
    inks: [
      .gray: Ink(full: 245, sixteen: nil, eight: nil),
      .blue: Ink(full: 32, sixteen: 12, eight: 4),
      .orange: Ink(full: 178, sixteen: 3, eight: 3),
      .green: Ink(full: 36, sixteen: 2, eight: 2),
      .sky: Ink(full: 74, sixteen: 14, eight: 6),
      .yellow: Ink(full: 221, sixteen: 11, eight: 3),
      .vermilion: Ink(full: 166, sixteen: 11, eight: 3),
      .purple: Ink(full: 175, sixteen: 13, eight: 5),
    ], hasDim: true)

  package static let light = Theme(
    name: "light", summary: "colours for a light background", isLight: true,
    inks: [
      .gray: Ink(full: 242, sixteen: nil, eight: nil),
      .blue: Ink(full: 25, sixteen: 4, eight: 4),
      .orange: Ink(full: 130, sixteen: 1, eight: 1),
      .green: Ink(full: 29, sixteen: 2, eight: 2),
      .sky: Ink(full: 31, sixteen: 6, eight: 6),
      .yellow: Ink(full: 94, sixteen: 5, eight: 5),
      .vermilion: Ink(full: 160, sixteen: 1, eight: 1),
      .purple: Ink(full: 132, sixteen: 5, eight: 5),
    ], hasDim: true)

  package static let contrast = Theme(
    name: "contrast", summary: "strong colours for a dark background, nothing faint",
    isLight: false,
    inks: [
      .blue: Ink(full: 117, sixteen: 14, eight: 6),
      .orange: Ink(full: 214, sixteen: 11, eight: 3),
      .green: Ink(full: 85, sixteen: 10, eight: 2),
      .sky: Ink(full: 159, sixteen: 14, eight: 6),
      .yellow: Ink(full: 227, sixteen: 11, eight: 3),
      .vermilion: Ink(full: 209, sixteen: 11, eight: 3),
      .purple: Ink(full: 219, sixteen: 13, eight: 5),
    ], hasDim: false)

  package static let contrastLight = Theme(
    name: "contrast-light", summary: "strong colours for a light background, nothing faint",
    isLight: true,
    inks: [
      .blue: Ink(full: 18, sixteen: 4, eight: 4),
      .orange: Ink(full: 58, sixteen: 1, eight: 1),
      .green: Ink(full: 22, sixteen: 2, eight: 2),
      .sky: Ink(full: 24, sixteen: 6, eight: 6),
      .yellow: Ink(full: 239, sixteen: 5, eight: 5),
      .vermilion: Ink(full: 88, sixteen: 1, eight: 1),
      .purple: Ink(full: 54, sixteen: 5, eight: 5),
    ], hasDim: false)

  package static let plain = Theme(
    name: "plain", summary: "no colours: bold, underlined and reversed only", isLight: false,
    inks: [:], hasDim: true)
}
