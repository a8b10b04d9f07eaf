import Testing

@testable import TerminalCells

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("├─┤", 3), ("█▏⣿", 3), ("🙂", 2),
    ("👩‍👩‍👧", 6), ("❤\u{FE0F}", 1), ("👍🏽", 2), ("🇨🇭", 2), ("a\u{200B}b", 2), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("a\tb\n", 4), ("ｱ", 1), ("Ａ", 2), ("Σ−…", 3), ("◽", 2),
    ("\u{10FFFF}", 1), ("\u{20000}", 2),
  ])
  func `text takes as many cells as its scalars`(text: String, width: Int) {
    #expect(CellWidth.of(text) == width)
  }

  @Test func `control characters are recognised and nothing else in ASCII is`() {
    for value in 0..<128 as Range<UInt8> {
      let isControl = value < 32 || value == 127
      #expect((CellWidth.kind(of: Unicode.Scalar(value)) == .control) == isControl)
    }
    for scalar in "\u{80}\u{9B}\u{9F}\u{2028}\u{2029}\u{FFFE}".unicodeScalars {
      #expect(CellWidth.kind(of: scalar) == .control)
    }
  }

  @Test func `direction overrides never reach a cell`() {
    for scalar in "\u{202A}\u{202E}\u{2066}\u{2069}\u{FEFF}\u{200D}\u{AD}".unicodeScalars {
      #expect(CellWidth.kind(of: scalar) == .invisible)
    }
  }

  @Test func `truncated text fits and says that it was cut`() {
    #expect(CellWidth.truncated("versicolor", toWidth: 10) == "versicolor")
    #expect(CellWidth.truncated("versicolor", toWidth: 9) == "versicol…")
    #expect(CellWidth.truncated("versicolor", toWidth: 4, level: .ascii) == "ver~")
    #expect(CellWidth.truncated("versicolor", toWidth: 1) == "…")
    #expect(CellWidth.truncated("versicolor", toWidth: 0) == "")
    #expect(CellWidth.truncated("日本語", toWidth: 5) == "日本…")
    #expect(CellWidth.truncated("日本語", toWidth: 4) == "日…")
    #expect(CellWidth.truncated("abe\u{301}", toWidth: 3) == "abe\u{301}")
  }

  @Test func `truncating never exceeds the width`() {
    for text in ["日a本b語", "e\u{301}e\u{301}e\u{301}", "🙂🙂", "a\u{200B}bc"] {
      for width in 0...8 {
        #expect(CellWidth.of(CellWidth.truncated(text, toWidth: width)) <= width)
      }
    }
  }
}
