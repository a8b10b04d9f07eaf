import TerminalCells
import Testing

@testable import LogitViews

@Suite struct PlotFrameTests {
  /// Axes as the lenses have them: with ticks at the ends, inside, unevenly far from the ends.
  private static let plots: [Plot] = [
    Plot(x: PlotAxis(-3...3), y: PlotAxis(0...1)),
    Plot(x: PlotAxis(-6...6, title: "z"), y: PlotAxis(0...1.3)),
    Plot(x: PlotAxis(-4.87...7.13), y: PlotAxis(0...5.9)),
    Plot(
      x: PlotAxis(0...1, ticks: (0...4).map { .init(value: Double($0) / 4, text: "1e\($0)") }),
      y: PlotAxis(-0.5...7, ticks: (0...7).map { .init(value: Double($0), text: "1e\($0)") })),
    Plot(x: PlotAxis(0.1...0.3), y: PlotAxis(-1e300...1e300)),
  ]

  private static let sizes = [(16, 5), (31, 6), (55, 11), (70, 14), (90, 23), (129, 40)]

  /// The dots of a cell that lie in its middle row, and in its middle column.
  private func isMiddle(_ glyph: Unicode.Scalar, _ glyphs: GlyphLevel, isRow: Bool) -> Bool {
    let patterns = (1...UInt8.max).filter { glyphs.dotGlyph($0) == Character(glyph) }
    let size = glyphs.dotsPerCell
    let middle = isRow ? (size.height - 1) / 2 : (size.width - 1) / 2
    return patterns.contains { pattern in
      (0..<size.width * size.height).allSatisfy { bit in
        let place = isRow ? bit / size.width : bit % size.width
        return pattern & 1 << UInt8(bit) == 0 || place == middle
      }
    }
  }

  @Test(arguments: GlyphLevel.allCases)
  func `what is drawn at a tick's value lies on the tick`(glyphs: GlyphLevel) throws {
    for (plot, size) in Self.plots.flatMap({ plot in Self.sizes.map { (plot, $0) } }) {
      var grid = CellGrid(size: Size(width: size.0, height: size.1), glyphs: glyphs)
      let frame = try #require(PlotFrame(plot, in: grid.area))
      let (low, high) = (plot.x.range, plot.y.range)
      var drawn = plot
      drawn.curves =
        frame.ticksAtLeft.map { tick in
          PlotCurve(
            points: [low.lowerBound, low.upperBound].map { .init(x: $0, y: tick.value) },
            style: .plain)
        }
      drawn.draw(in: grid.area, on: &grid)
      let tickRows = frame.inner.rows.filter {
        grid[$0, frame.inner.column - 1].glyph.base == glyphs.tickLeft
      }
      #expect(tickRows.count == frame.ticksAtLeft.count)
      for row in frame.inner.rows {
        let glyph = grid[row, frame.inner.column + 3].glyph.base
        #expect((glyph != " ") == tickRows.contains(row), "\(plot) \(size)")
        #expect(glyph == " " || isMiddle(glyph, glyphs, isRow: true))
      }
      drawn.curves =
        frame.ticksBelow.map { tick in
          PlotCurve(
            points: [high.lowerBound, high.upperBound].map { .init(x: tick.value, y: $0) },
            style: .plain)
        }
      grid = CellGrid(size: grid.size, glyphs: glyphs)
      drawn.draw(in: grid.area, on: &grid)
      let row = frame.inner.endRow - 1
      for column in frame.inner.columns {
        let glyph = grid[row, column].glyph.base
        if grid[frame.inner.endRow, column].glyph.base == glyphs.tickDown { #expect(glyph != " ") }
        #expect(glyph == " " || isMiddle(glyph, glyphs, isRow: false))
      }
      #expect(frame.inner.columns.count { grid[row, $0].glyph != .space } == frame.ticksBelow.count)
    }
  }

  @Test func `a point's cell is the one that its dot falls into`() throws {
    for size in Self.sizes {
      let area = Rect(Size(width: size.0, height: size.1))
      let frame = try #require(PlotFrame(Self.plots[1], in: area))
      for step in 0...500 {
        let point = PlotCurve.Point(x: Double(step) / 50 - 5, y: Double(step % 97) / 97)
        let cell = try #require(frame.cell(x: point.x, y: point.y))
        for level in GlyphLevel.allCases {
          let (per, dot) = (level.dotsPerCell, frame.dot(point, level.dotsPerCell))
          let (column, row) = (Int(dot.x + 0.5) / per.width, Int(dot.y + 0.5) / per.height)
          #expect(cell == Point(row: frame.inner.row + row, column: frame.inner.column + column))
        }
      }
    }
  }

  @Test func `points beside the plot have no cell`() throws {
    let frame = try #require(PlotFrame(Self.plots[0], in: Rect(Size(width: 55, height: 11))))
    for (x, y) in [(-4.0, 0.5), (4, 0.5), (0, -1), (0, 2), (.nan, 0.5), (0, .nan), (.infinity, 0)] {
      #expect(frame.cell(x: x, y: y) == nil)
    }
    #expect(frame.cell(x: 0, y: 0.5) != nil)
  }
}
