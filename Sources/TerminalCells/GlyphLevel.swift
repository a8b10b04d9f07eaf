/// Which glyphs the terminal can show, from the least to the most.
package enum GlyphLevel: String, CaseIterable, Sendable {
  /// Printable ASCII and nothing else.
  case ascii
  /// The Linux console's fonts: half blocks and lines.
  case console
  /// Eighth blocks and braille; right for every UTF-8 terminal.
  case blocks
  /// Right and upper eighths and sextants of Unicode 13, where the font has them.
  case sextants
}

extension GlyphLevel {
  private var isRich: Bool { self == .blocks || self == .sextants }
  private func choose(
    _ ascii: Unicode.Scalar, _ console: Unicode.Scalar, _ rich: Unicode.Scalar
  ) -> Unicode.Scalar {
    self == .ascii ? ascii : isRich ? rich : console
  }

  package var verticalLine: Unicode.Scalar { choose("|", "│", "│") }
  package var dashedLine: Unicode.Scalar { choose(":", "┆", "┆") }
  package var horizontalLine: Unicode.Scalar { choose("-", "─", "─") }
  package var tickLeft: Unicode.Scalar { choose("+", "┤", "┤") }
  package var tickDown: Unicode.Scalar { choose("+", "┬", "┬") }
  package var bottomLeftCorner: Unicode.Scalar { choose("+", "└", "└") }
  package var pointer: Unicode.Scalar { choose(">", ">", "▸") }
  package var ellipsis: Unicode.Scalar { choose("~", "~", "…") }
  package var middleDot: Unicode.Scalar { choose(".", "·", "·") }
  package var bullet: Unicode.Scalar { choose("*", "•", "•") }
  package var fullBlock: Unicode.Scalar { choose("#", "█", "█") }

  /// What to show for a scalar that this level has no glyph for: one cell, or one per cell of it.
  func substitute(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard self == .ascii, !scalar.isASCII else { return scalar }
    return GlyphLevel.asciiForms[scalar] ?? "?"
  }

  /// A control character made visible.
  func symbol(forControl scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard isRich else { return "?" }
    if scalar == "\u{7F}" { return "␡" }
    return scalar.value < 0x20
      ? Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" : "\u{FFFD}"
  }

  // One cell each, so that nothing moves when the level changes.
  private static let asciiForms: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, Unicode.Scalar)] = [
      ("−–—‐‑─━┄┈═▔▁", "-"), ("│┃┆┊║▏▕", "|"), ("┼┤├┬┴┌┐└┘╭╮╯╰┏┓┗┛", "+"), ("·∙⋅․", "."),
      ("…", "~"), ("←◂◀‹«⟨≤", "<"), ("→▸▶›»⟩≥", ">"), ("↑▲△", "^"), ("↓▼▽", "v"), ("×✕✗", "x"),
      ("•●◆★✱∗", "*"), ("○◦°", "o"), ("‘’′", "'"), ("“”″", "\""), ("Σ∑", "S"), ("σς", "s"),
      ("≈≃", "~"), ("±", "+"), ("≠", "#"), ("‖", "|"), ("÷⁄∕", "/"), ("█▇▆▅▄▀▌▐▋▊▉▒▓■", "#"),
      ("░▎▍▃▂", ":"), ("√", "V"), ("∂", "d"),
      ("Δ", "D"), ("τ", "T"), ("ε", "e"), ("β", "b"), ("α", "a"), ("λ", "l"), ("π", "p"),
      ("␣\u{2423}", "_"), ("\u{A0}\u{2009}\u{200A}\u{202F}\u{2003}\u{2002}", " "), ("✓✔", "+"),
      ("⏎↵", "<"), ("⇥", ">"), ("¹", "1"), ("²", "2"), ("³", "3"), ("ₓ", "x"), ("ᵢ", "i"),
      ("àáâãäåā", "a"), ("ÀÁÂÃÄÅĀ", "A"), ("èéêëē", "e"), ("ÈÉÊËĒ", "E"), ("ìíîïī", "i"),
      ("ÌÍÎÏĪ", "I"), ("òóôõöøō", "o"), ("ÒÓÔÕÖØŌ", "O"), ("ùúûüū", "u"), ("ÙÚÛÜŪ", "U"),
      ("ýÿ", "y"), ("Ý", "Y"), ("çćč", "c"), ("ÇĆČ", "C"), ("ñń", "n"), ("ÑŃ", "N"), ("ß", "s"),
      ("šś", "s"), ("ŠŚ", "S"), ("žźż", "z"), ("ŽŹŻ", "Z"), ("ł", "l"), ("Ł", "L"),
    ]
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (sources, form) in pairs {
      for scalar in sources.unicodeScalars { forms[scalar] = form }
    }
    return forms
  }()
}
