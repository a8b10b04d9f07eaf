/// How many cells text takes, and which scalars may be sent to a terminal at all.
///
/// Counted by scalar and not by `Character`, because terminals and the C library do: a family of
/// joined emoji is three wide glyphs to them. Joiners, variation selectors and other invisible
/// scalars are dropped, so that terminals that do join cannot shift the rest of the row.
package enum CellWidth {
  package enum Kind: Equatable, Sendable {
    case glyph(width: Int)
    case mark
    case invisible
    case control
  }

  package static func kind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? .control : .glyph(width: 1) }
    if value < 0xA0 { return .control }
    if value < 0x300 { return value == 0xAD ? .invisible : .glyph(width: 1) }
    // Box drawing, blocks and braille: most of what a chart draws, with no exception but two.
    if (0x2500...0x25FC).contains(value) || (0x2800...0x28FF).contains(value) {
      return .glyph(width: 1)
    }
    // Greek letters, dashes and quotes, arrows and signs of mathematics.
    if (0x3B1...0x3C9).contains(value) || (0x2010...0x2027).contains(value)
      || (0x2190...0x22FF).contains(value) || (0x391...0x3A1).contains(value)
      || (0x3A3...0x3A9).contains(value)
    {
      return .glyph(width: 1)
    }
    return slowKind(of: scalar)
  }

  private static func slowKind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return .control
    case .format: return .invisible
    case .nonspacingMark, .enclosingMark:
      return scalar.properties.isVariationSelector ? .invisible : .mark
    default: break
    }
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value) {
      return .mark  // vowels and finals that join the Hangul consonant before them
    }
    if (0x1F3FB...0x1F3FF).contains(scalar.value) { return .invisible }  // skin tones
    if scalar.properties.isNoncharacterCodePoint { return .control }
    return .glyph(width: isWide(scalar.value) ? 2 : 1)
  }

  package static func of(_ scalar: Unicode.Scalar) -> Int {
    switch kind(of: scalar) {
    case .glyph(let width): width
    case .control: 1
    case .mark, .invisible: 0
    }
  }

  package static func of(_ character: Character) -> Int { of(String(character)) }

  package static func of(_ text: String) -> Int {
    let ascii = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? bytes.count : nil
    }
    if case .some(let count?) = ascii { return count }
    var width = 0
    text.forEachScalar { scalar in
      width += scalar.value < 0x80 ? 1 : of(scalar)
      return true
    }
    return width
  }

  /// `text`, or as much of it as fits before an ellipsis (`…`, in ASCII `~`).
  package static func truncated(
    _ text: String, toWidth limit: Int, level: GlyphLevel = .blocks
  ) -> String {
    if text.utf8.count <= limit, of(text) <= limit { return text }
    // A scalar is never wider than two cells or longer than four bytes: long text stops early.
    guard limit > 0 else { return "" }
    var (width, kept, cut) = (0, String.UnicodeScalarView(), String.UnicodeScalarView())
    for scalar in text.unicodeScalars {
      width += of(scalar)
      if width > limit { return String(cut) + String(level.ellipsis) }
      kept.append(scalar)
      if width < limit { cut = kept }
    }
    return text
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].1 < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].0 <= value
  }

  // Two cells: East Asian Width W and F of UAX #11, as glibc 2.36 has them (Unicode 14), and where
  // glibc knows no such scalar yet, as Unicode 17 has them. Unassigned scalars between two ranges
  // joined them, which keeps the table short.
  private static let wide: [(UInt32, UInt32)] = [
    (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0),
    (0x23F3, 0x23F3), (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F),
    (0x2693, 0x2693), (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5),
    (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5),
    (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728),
    (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
    (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55),
    (0x2E80, 0x3029), (0x302E, 0x303E), (0x3041, 0x3096), (0x309B, 0xA4C6), (0xA960, 0xA97C),
    (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6B), (0xFF01, 0xFF60),
    (0xFFE0, 0xFFE6), (0x16FE0, 0x16FE3), (0x16FF0, 0x191D2), (0x1AFF0, 0x1B2FB),
    (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A),
    (0x1F1AE, 0x1F1AE), (0x1F200, 0x1F320), (0x1F32D, 0x1F335), (0x1F337, 0x1F37C),
    (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0),
    (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E), (0x1F440, 0x1F440), (0x1F442, 0x1F4FC),
    (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E), (0x1F550, 0x1F567), (0x1F57A, 0x1F57A),
    (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5),
    (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6DF), (0x1F6EB, 0x1F6EC),
    (0x1F6F4, 0x1F6FC), (0x1F7DA, 0x1F7F0), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945),
    (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAFA), (0x20000, 0x3FFFD),
  ]
}
