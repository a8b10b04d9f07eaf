import Testing

@testable import TerminalCells

@Suite struct GlyphTests {
  @Test func `two marks join a letter and a third is dropped`() {
    var glyph = Glyph("a")
    for mark in "\u{301}\u{323}\u{302}".unicodeScalars { glyph.join(mark) }
    #expect(glyph.scalars == ["a", "\u{301}", "\u{323}"])
    #expect(glyph.text.count == 1)
  }

  @Test func `the greatest scalars fit beside each other`() {
    var glyph = Glyph("\u{10FFFF}")
    #expect(glyph.base == "\u{10FFFF}")
    glyph.join("\u{1E94A}")
    #expect(glyph.scalars.first == "\u{10FFFF}")
  }

  @Test func `a mark that would start a character of its own is dropped`() {
    var glyph = Glyph("a")
    glyph.join("\u{1161}")  // a Hangul vowel joins only a Hangul consonant
    #expect(glyph.scalars == ["a"])
    var syllable = Glyph("\u{1100}")
    syllable.join("\u{1161}")
    #expect(syllable.character == "가")
  }
}
