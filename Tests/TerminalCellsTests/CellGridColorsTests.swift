import Testing

@testable import TerminalCells

@Suite struct CellGridColorsTests {
  func line(_ depth: ColorDepth, _ draw: (inout CellGrid) -> Void) -> String {
    var grid = CellGrid(size: Size(width: 8, height: 1))
    draw(&grid)
    return grid.coloredText(Palette(theme: .dark, depth: depth))
  }

  @Test func `runs of one style share a sequence and the line ends plain`() {
    let text = line(.full) { grid in
      grid.write("ab", row: 0, column: 0)
      grid.write("██", row: 0, column: 2, style: .series(0))
      grid.write("t", row: 0, column: 4, style: .title)
    }
    #expect(text == "ab\u{1B}[0;38;5;32m██\u{1B}[0;1mt\u{1B}[0m")
  }

  @Test func `fewer colours have shorter numbers`() {
    #expect(
      line(.eight) { $0.put("x", row: 0, column: 0, style: .series(0)) }
        == "\u{1B}[0;34mx\u{1B}[0m")
    #expect(
      line(.sixteen) { $0.put("x", row: 0, column: 0, style: .series(0)) }
        == "\u{1B}[0;94mx\u{1B}[0m")
    #expect(line(.mono) { $0.put("x", row: 0, column: 0, style: .series(0)) } == "x")
  }

  @Test func `blanks at the end go unless they can be seen`() {
    #expect(line(.mono) { $0.put("日", row: 0, column: 0) } == "日")
    #expect(
      line(.mono) { $0.fill(Rect(row: 0, column: 0, width: 2, height: 1), style: .plain.reversed) }
        == "\u{1B}[0;7m  \u{1B}[0m")
    #expect(line(.full) { _ in }.isEmpty)
  }
}
