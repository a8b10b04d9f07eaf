import TerminalCells

/// Where a plot's values lie in an area.
///
/// Ticks are whole cells apart, so that each is in the middle of a cell, and what is drawn at a
/// tick's value lies on the tick.
struct PlotFrame {
  /// Where the curves go, inside of the axes.
  private(set) var inner: Rect
  let ticksAtLeft: [PlotAxis.Tick]
  let ticksBelow: [PlotAxis.Tick]
  private let across: PlotScale
  private let up: PlotScale

  /// `nil` where the area is too small for a plot.
  init?(_ plot: Plot, in area: Rect) {
    ticksAtLeft = plot.y.shownTicks(atMost: max(2, area.height / 4))
    let gutter = (ticksAtLeft.map { CellWidth.of($0.text) }.max() ?? 0) + 2
    guard area.height >= 4, area.width >= gutter + 6 else { return nil }
    inner = area.removingLeft(gutter).removingBottom(2)
    ticksBelow = plot.x.shownTicks(atMost: max(2, inner.width / 12))
    across = PlotScale(plot.x.range, ticks: ticksBelow, cells: inner.width)
    up = PlotScale(plot.y.range, ticks: ticksAtLeft, cells: inner.height)
    // Cells beyond the end of the axis would look like a curve that ends.
    inner = inner.left(Int((across.place(plot.x.range.upperBound) + PlotScale.half)) + 1)
  }

  /// The cell of a point, which its dot falls into; `nil` outside of the plot.
  func cell(x: Double, y: Double) -> Point? {
    func cell(_ place: Double, of count: Int) -> Int? {
      guard place >= -0.5, place <= Double(count) - 0.5 else { return nil }
      return max(0, Int((place + PlotScale.half).rounded(.down)))
    }
    guard let column = cell(across.place(x), of: inner.width),
      let row = cell(down(y), of: inner.height)
    else { return nil }
    return Point(row: inner.row + row, column: inner.column + column)
  }

  /// The same in dots, of which a cell has several.
  func dot(_ point: PlotCurve.Point, _ perCell: Size) -> (x: Double, y: Double) {
    func dot(_ place: Double, _ count: Int) -> Double {
      (place + PlotScale.half) * Double(count) - 0.5
    }
    return (dot(across.place(point.x), perCell.width), dot(down(point.y), perCell.height))
  }

  private func down(_ y: Double) -> Double { Double(inner.height - 1) - up.place(y) }
}

/// A range of values along a line of cells.
struct PlotScale {
  /// A little less than half a cell: its middle is between two dots, and always drawn by the same.
  static let half = 0.495

  private var origin: Double
  private var originPlace = 0.0
  private var cellsPerUnit: Double

  /// The ticks are within the range and evenly spaced.
  init(_ range: ClosedRange<Double>, ticks: [PlotAxis.Tick], cells: Int) {
    origin = range.lowerBound
    cellsPerUnit = Double(cells - 1) / (range.upperBound - range.lowerBound)
    guard let first = ticks.first?.value, let end = ticks.last?.value else { return }
    guard first < end else {
      // One tick: the range moves by half a cell at most.
      (origin, originPlace) = (first, place(first).rounded())
      return
    }
    let step = (end - first) / Double(ticks.count - 1)
    let (before, after) = ((first - range.lowerBound) / step, (range.upperBound - first) / step)
    for perStep in stride(from: Int(Double(cells) / (before + after)), to: 0, by: -1) {
      // The least whole place for which the low end is in the first cell.
      let place = (before * Double(perStep) - 0.5).rounded(.up)
      guard place + after * Double(perStep) <= Double(cells) - 0.5 else { continue }
      (origin, originPlace, cellsPerUnit) = (first, place, Double(perStep) / step)
      return
    }
  }

  /// Cells from the middle of the first to a value.
  func place(_ value: Double) -> Double { originPlace + (value - origin) * cellsPerUnit }
}
