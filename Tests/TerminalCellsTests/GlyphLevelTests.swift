import Testing

@testable import TerminalCells

@Suite struct GlyphLevelTests {
  static func decorations(_ level: GlyphLevel) -> [Unicode.Scalar] {
    [
      level.verticalLine, level.dashedLine, level.horizontalLine, level.tickLeft, level.tickDown,
      level.bottomLeftCorner, level.pointer, level.ellipsis, level.middleDot, level.bullet,
      level.fullBlock,
    ]
  }

  @Test(arguments: GlyphLevel.allCases)
  func `every decoration is one cell wide`(level: GlyphLevel) {
    for glyph in Self.decorations(level) { #expect(CellWidth.of(glyph) == 1) }
  }

  @Test func `the least level is ASCII only`() {
    #expect(Self.decorations(.ascii).allSatisfy { $0.isASCII })
    for value in 0x80...0x2FFF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(GlyphLevel.ascii.substitute(for: scalar).isASCII)
    }
    #expect(GlyphLevel.ascii.substitute(for: "−") == "-")
    #expect(GlyphLevel.ascii.substitute(for: "日") == "?")
  }

  @Test func `higher levels keep what is written`() {
    for level in [GlyphLevel.console, .blocks, .sextants] {
      #expect(level.substitute(for: "Σ") == "Σ")
    }
  }

  @Test func `control characters get pictures, or a question mark`() {
    #expect(GlyphLevel.blocks.symbol(forControl: "\u{0}") == "␀")
    #expect(GlyphLevel.blocks.symbol(forControl: "\u{1B}") == "␛")
    #expect(GlyphLevel.blocks.symbol(forControl: "\u{7F}") == "␡")
    #expect(GlyphLevel.blocks.symbol(forControl: "\u{9B}") == "\u{FFFD}")
    #expect(GlyphLevel.ascii.symbol(forControl: "\u{1B}") == "?")
  }
}
