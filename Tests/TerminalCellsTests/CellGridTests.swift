import TestSupport
import Testing

@testable import TerminalCells

@Suite struct CellGridTests {
  func grid(_ width: Int, _ height: Int, _ glyphs: GlyphLevel = .blocks) -> CellGrid {
    CellGrid(size: Size(width: width, height: height), glyphs: glyphs)
  }

  @Test func `text lands where it is written and reports its columns`() {
    var grid = grid(6, 2)
    let taken = grid.write("abc", row: 1, column: 2, style: .accent)
    #expect(taken == 3)
    #expect(grid.textRows == ["      ", "  abc "])
    #expect(grid.styleRows == ["......", "..aaa."])
    #expect(grid.text == "\n  abc")
  }

  @Test func `text is cut at all four edges`() {
    var grid = grid(4, 1)
    grid.write("abcdef", row: 0, column: -2)
    #expect(grid.textRows == ["cdef"])
    grid.write("xyz", row: 0, column: 3)
    grid.write("no", row: -1, column: 0)
    grid.write("no", row: 1, column: 0)
    grid.write("far", row: 0, column: .max)
    grid.write("far", row: 0, column: .min)
    #expect(grid.textRows == ["cdex"])
  }

  @Test func `the greatest width holds a text back`() {
    var grid = grid(6, 1)
    #expect(grid.write("abcdef", row: 0, column: 1, maxWidth: 2) == 2)
    #expect(grid.textRows == [" ab   "])
    #expect(grid.write("abc", row: 0, column: 0, maxWidth: -1) == 0)
  }

  @Test func `a text can be set flush right`() {
    var grid = grid(8, 1)
    grid.write("日1", row: 0, endColumn: 7)
    #expect(grid.textRows == ["    日1 "])
  }

  @Test func `a wide glyph cut by an edge leaves a blank`() {
    var grid = grid(5, 1)
    grid.write("日本語", row: 0, column: -1)
    #expect(grid.textRows == [" 本語"])
    grid.write("aaaaa", row: 0, column: 0)
    grid.write("x日", row: 0, column: 3)
    #expect(grid.textRows == ["aaax "])
  }

  @Test func `writing over half of a wide glyph blanks the other half`() {
    var grid = grid(4, 1)
    grid.write("日本", row: 0, column: 0)
    grid.write("x", row: 0, column: 1)
    #expect(grid.textRows == [" x本"])
    grid.write("y", row: 0, column: 2)
    #expect(grid.textRows == [" xy "])
    grid.write("日本", row: 0, column: 0)
    grid.write("語", row: 0, column: 1)
    #expect(grid.textRows == [" 語 "])
  }

  @Test func `marks stay with their base and cannot come first`() {
    var grid = grid(4, 1)
    grid.write("\u{301}e\u{301}x\u{302}", row: 0, column: 0)
    #expect(grid[0, 0].glyph.text == "e\u{301}")
    #expect(grid[0, 1].glyph.text == "x\u{302}")
    grid.write("e\u{301}", row: 0, column: -1)
    #expect(grid[0, 0].glyph.text == "e\u{301}")
  }

  @Test func `control characters become visible`() {
    var rich = grid(8, 1)
    rich.write("a\u{1B}[m\r\n\u{9B}\u{202E}", row: 0, column: 0)
    #expect(rich.textRows == ["a␛[m␍␊\u{FFFD} "])
    var plain = grid(8, 1, .ascii)
    plain.write("a\u{1B}日é…z", row: 0, column: 0)
    #expect(plain.textRows == ["a???e~z "])
  }

  @Test func `nothing is drawn outside of the clip`() {
    var grid = grid(6, 3)
    grid.clipped(to: Rect(row: 1, column: 2, width: 3, height: 1)) { grid in
      grid.fill(grid.area, with: "#")
      grid.clipped(to: Rect(row: 0, column: 0, width: 3, height: 3)) { grid in
        grid.fill(grid.area, with: "@", style: .error)
      }
    }
    #expect(grid.textRows == ["      ", "  @## ", "      "])
    #expect(grid.styleRows == ["......", "..e...", "......"])
    grid.write("x", row: 2, column: 5)
    #expect(grid[2, 5].glyph == Glyph("x"))
  }

  @Test func `cells outside of the grid read as blank`() {
    let grid = grid(2, 2)
    #expect(grid[-1, 0] == .blank && grid[0, 2] == .blank && grid[.max, .min] == .blank)
    #expect(grid.row(2).isEmpty && grid.row(-1).isEmpty)
  }

  @Test func `a monstrous size asks for no monstrous memory`() {
    #expect(grid(.max, 1).size.width == 4096)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no sequence of writes breaks a row`(seed: UInt64) {
    var random = SeededBits(state: seed)
    let pieces = [
      "a", "日", "e\u{301}", "\u{301}", "👩‍👩‍👧", "\u{1B}[2J", "\u{9B}", "\n", "\u{202E}", "🇨🇭", "한",
      "\u{1161}", " ", "⣿", "\u{FE0F}", "語語語",
    ]
    for _ in 0..<400 {
      let level = GlyphLevel.allCases.randomElement(using: &random) ?? .ascii
      var grid = grid(
        Int.random(in: 0...7, using: &random), Int.random(in: 0...3, using: &random), level)
      for _ in 0..<12 {
        let text = (0..<4).compactMap { _ in pieces.randomElement(using: &random) }.joined()
        let clip = Rect(
          row: Int.random(in: -1...3, using: &random),
          column: Int.random(in: -2...7, using: &random),
          width: Int.random(in: 0...8, using: &random),
          height: Int.random(in: 0...4, using: &random))
        let place = (Int.random(in: -1...3, using: &random), Int.random(in: -9...8, using: &random))
        grid.clipped(to: clip) { $0.write(text, row: place.0, column: place.1) }
      }
      expectWellFormed(grid)
    }
  }

  private func expectWellFormed(_ grid: CellGrid) {
    for row in 0..<grid.size.height {
      var mustCover = false
      for cell in grid.row(row) {
        #expect(cell.isContinuation == mustCover)
        #expect(cell.isContinuation || Int(cell.width) == CellWidth.of(cell.glyph.text))
        #expect(CellWidth.kind(of: cell.glyph.base) != .control)
        #expect(grid.glyphs != .ascii || cell.glyph.scalars.allSatisfy { $0.isASCII })
        mustCover = cell.width == 2
      }
      #expect(!mustCover)
      #expect(CellWidth.of(grid.textRows[row]) == grid.size.width)
    }
  }

  @Test func `another size keeps what there is room for`() {
    var grid = CellGrid(size: Size(width: 6, height: 2))
    grid.write("ab日本", row: 0, column: 0)
    grid.write("second", row: 1, column: 0)
    #expect(grid.resized(to: Size(width: 5, height: 1)).text == "ab日")
    #expect(grid.resized(to: Size(width: 5, height: 1))[0, 4] == .blank)
    #expect(grid.resized(to: Size(width: 8, height: 3)).text == "ab日本\nsecond\n")
    #expect(grid.resized(to: grid.size) == grid)
  }
}
