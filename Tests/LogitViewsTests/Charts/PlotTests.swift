import TerminalCells
import Testing

@testable import LogitViews

@Suite struct PlotTests {
  private func rows(_ plot: Plot, _ glyphs: GlyphLevel = .ascii) -> [String] {
    var grid = CellGrid(size: Size(width: 24, height: 8), glyphs: glyphs)
    plot.draw(in: grid.area, on: &grid)
    return grid.textRows
  }

  private let unit = Plot(x: PlotAxis(0...1), y: PlotAxis(0...1))

  @Test func `a line breaks where a point has no value`() throws {
    var plot = unit
    let ys = [0.5, 0.5, .nan, 0.5, 0.5]
    plot.curves = [
      PlotCurve(
        points: ys.enumerated().map { .init(x: Double($0.offset) / 4, y: $0.element) },
        style: .accent)
    ]
    let inner = try #require(PlotFrame(plot, in: Rect(Size(width: 24, height: 8)))).inner
    let dots = rows(plot)[inner.row..<inner.endRow].map { row in
      row.dropFirst(inner.column).count { $0 != " " }
    }
    #expect((8...inner.width * 3 / 4).contains(dots.reduce(0, +)))
  }

  @Test func `a curve that leaves the plot is clipped at its edge and draws nowhere else`() throws {
    var plot = unit
    plot.curves = [PlotCurve(points: [.init(x: -9, y: -9), .init(x: 9, y: 9)], style: .accent)]
    let inner = try #require(PlotFrame(plot, in: Rect(Size(width: 24, height: 8)))).inner
    let braille = rows(plot, .blocks).map { row in
      row.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) }
    }
    #expect(braille.indices.allSatisfy { braille[$0] == inner.rows.contains($0) })
  }

  @Test func `labels below leave a blank between each other`() {
    let plot = Plot(x: PlotAxis(-1000...1000, title: "x"), y: PlotAxis(0...1))
    let labels = rows(plot).last?.split(separator: " ") ?? []
    #expect(labels.last == "x" && labels.contains("0"))
    #expect(labels.dropLast().allSatisfy { Int($0.replacing("-", with: "")) != nil })
  }

  @Test func `a plot without room draws nothing`() {
    #expect(PlotFrame(unit, in: Rect(Size(width: 7, height: 30))) == nil)
    #expect(PlotFrame(unit, in: Rect(Size(width: 70, height: 3))) == nil)
  }
}
