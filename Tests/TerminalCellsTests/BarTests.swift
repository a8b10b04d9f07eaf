import Testing

@testable import TerminalCells

@Suite struct BarTests {
  func bar(
    _ length: Double, _ edge: BarEdge, width: Int = 4, height: Int = 1,
    _ glyphs: GlyphLevel = .blocks
  ) -> CellGrid {
    var grid = CellGrid(size: Size(width: width, height: height), glyphs: glyphs)
    grid.drawBar(length, in: grid.area, from: edge, style: .series(0))
    return grid
  }

  @Test func `bars have eighths at their end`() {
    #expect(bar(2.5, .left).textRows == ["██▌ "])
    #expect(bar(1.125, .left).textRows == ["█▏  "])
    #expect(bar(0.75, .left).styleRows == ["1..."])
  }

  @Test func `left of zero the complement stands in reverse video`() {
    let grid = bar(1.375, .right)
    #expect(grid.textRows == ["  ▋█"])
    #expect(grid.attributeRows == ["..1."])
    #expect(bar(1.375, .right, .sextants).textRows == ["  🮈█"])
    #expect(bar(1.375, .right, .sextants).attributeRows == ["...."])
  }

  @Test func `bars also rise and hang`() {
    #expect(bar(1.25, .bottom, width: 1, height: 3).textRows == [" ", "▂", "█"])
    #expect(bar(1.25, .top, width: 2, height: 3).textRows == ["██", "▆▆", "  "])
    #expect(bar(1.25, .top, width: 2, height: 3).attributeRows == ["..", "11", ".."])
  }

  @Test(arguments: GlyphLevel.allCases, BarEdge.allCases)
  func `what is not nothing shows, and what is not all leaves a gap`(
    level: GlyphLevel, edge: BarEdge
  ) {
    for length in [0x1p-1074, 1e-9, 0.05, 0.07, 0.5] {
      #expect(bar(length, edge, height: 4, level).text.contains { $0 != " " && $0 != "\n" })
    }
    let full = bar(4, edge, height: 4, level)
    #expect(bar(.infinity, edge, height: 4, level) == full)
    #expect(bar(1e300, edge, height: 4, level) == full)
    if level != .console { #expect(bar(4.0.nextDown, edge, height: 4, level) != full) }
  }

  @Test func `zero, less and not-a-number draw nothing`() {
    for length in [0, -0.0, -3, .nan, -.infinity] {
      #expect(bar(length, .left).text.isEmpty)
    }
  }

  @Test func `below a sixteenth of a cell a dim dot remains`() {
    #expect(bar(0.06, .left).textRows == ["·   "])
    #expect(bar(0.06, .right).textRows == ["   ·"])
    #expect(bar(0.06, .left).styleRows == ["d..."])
    #expect(bar(0.0625, .left).textRows == ["▏   "])
  }

  @Test func `coarser levels use halves and thirds`() {
    #expect(bar(2.5, .left, .console).textRows == ["██▌ "])
    #expect(bar(2.5, .right, .console).textRows == [" ▐██"])
    #expect(bar(2.5, .left, .ascii).textRows == ["##= "])
    #expect(bar(2.125, .right, .ascii).textRows == [" -##"])
    let rising = (0...8).map { GlyphLevel.ascii.barCell(eighths: $0, from: .bottom).glyph }
    #expect(rising.map(String.init).joined() == " .:-=+**#")
  }

  @Test func `an empty area takes a bar without complaint`() {
    #expect(bar(3, .left, width: 0, height: 0).textRows.isEmpty)
  }
}
