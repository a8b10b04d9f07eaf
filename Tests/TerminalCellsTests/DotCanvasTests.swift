import Testing

@testable import TerminalCells

@Suite struct DotCanvasTests {
  func draw(_ level: GlyphLevel, _ plot: (inout DotCanvas) -> Void) -> CellGrid {
    var grid = CellGrid(size: Size(width: 3, height: 2), glyphs: level)
    var canvas = DotCanvas(cells: grid.size, glyphs: level)
    plot(&canvas)
    canvas.draw(on: &grid, in: grid.area)
    return grid
  }

  @Test func `braille dots sit where they are set`() {
    #expect(draw(.blocks) { $0.set(x: 0, y: 0) }.textRows[0] == "⠁  ")
    #expect(draw(.blocks) { $0.set(x: 1, y: 3) }.textRows[0] == "⢀  ")
    #expect(draw(.blocks) { $0.set(x: 5, y: 6) }.textRows[1] == "  ⠠")
    #expect(GlyphLevel.blocks.dotGlyph(0xFF) == "⣿")
  }

  @Test func `every pattern has one glyph of its own`() {
    #expect(Set((0..<255).map { GlyphLevel.blocks.dotGlyph($0) }).count == 255)
    #expect(Set((0..<64).map { GlyphLevel.sextants.dotGlyph($0) }).count == 64)
    #expect(Set((0..<4).map { GlyphLevel.console.dotGlyph($0) }).count == 4)
    #expect(GlyphLevel.sextants.dotGlyph(1) == "🬀")
    #expect(GlyphLevel.sextants.dotGlyph(62) == "🬻")
    #expect(GlyphLevel.ascii.dotGlyph(2) == "-")
  }

  @Test func `lines join their ends`() {
    let grid = draw(.console) { $0.line(from: (0, 0), to: (2, 3), style: .series(1)) }
    #expect(grid.textRows == ["▀▄ ", " ▀▄"])
    #expect(grid.styleRows == ["22.", ".22"])
  }

  @Test func `the last dot gives a cell its style and empty cells stay as they were`() {
    var grid = CellGrid(size: Size(width: 3, height: 1))
    grid.write("xyz", row: 0, column: 0)
    var canvas = DotCanvas(cells: grid.size, glyphs: .blocks)
    canvas.set(x: 2, y: 0, style: .series(0))
    canvas.set(x: 3, y: 0, style: .series(1))
    canvas.draw(on: &grid, in: grid.area)
    #expect(grid.textRows == ["x⠉z"])
    #expect(grid.styleRows == [".2."])
  }

  @Test func `lines from far away are cut and points that are nowhere are dropped`() {
    let across = draw(.console) { $0.line(from: (-1e18, 1), to: (1e18, 1)) }
    #expect(across.textRows == ["▄▄▄", "   "])
    let slanted = draw(.console) { $0.line(from: (-100, -100), to: (100, 100)) }
    #expect(slanted.textRows == ["▀▄ ", "  ▀"])
    for bad in [Double.nan, .infinity, -.infinity] {
      #expect(draw(.blocks) { $0.line(from: (bad, 0), to: (3, 3)) }.text == "\n")
      #expect(draw(.blocks) { $0.line(from: (0, 0), to: (3, bad)) }.text == "\n")
    }
    #expect(
      draw(.blocks) {
        $0.line(from: (-.greatestFiniteMagnitude, 0), to: (.greatestFiniteMagnitude, 0))
      }.text == "\n")
    #expect(draw(.blocks) { $0.line(from: (0, 50), to: (5, 50)) }.text == "\n")
  }

  @Test func `a point is a line of no length`() {
    #expect(draw(.console) { $0.line(from: (1, 2), to: (1, 2)) }.textRows == ["   ", " ▀ "])
  }

  @Test func `a canvas without cells takes dots and lines`() {
    var canvas = DotCanvas(cells: Size(width: 0, height: 0), glyphs: .blocks)
    canvas.set(x: 0, y: 0)
    canvas.line(from: (0, 0), to: (9, 9))
    var grid = CellGrid(size: Size(width: 2, height: 1))
    canvas.draw(on: &grid, in: grid.area)
    #expect(grid.text.isEmpty)
  }
}
