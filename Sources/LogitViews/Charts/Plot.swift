import TerminalCells

/// A curve of a plot.
///
/// Points that are not finite break the line.
struct PlotCurve: Equatable, Sendable {
  struct Point: Equatable, Sendable {
    var x: Double
    var y: Double
  }

  var points: [Point]
  var style: Style
  /// Drawn where the curve ends at the right, so that colour is not needed.
  var mark: Unicode.Scalar?
}

extension PlotCurve {
  /// A function over a range, in as many steps of the same length.
  init(
    over range: ClosedRange<Double>, steps: Int, style: Style, _ height: (Double) -> Double
  ) {
    let points = (0...max(1, steps)).map { step -> Point in
      let share = Double(step) / Double(max(1, steps))
      let x = range.lowerBound * (1 - share) + range.upperBound * share
      return Point(x: x, y: height(x))
    }
    self.init(points: points, style: style)
  }
}

/// A point with a character of its own.
struct PlotMark: Equatable, Sendable {
  var x: Double
  var y: Double
  var glyph: Unicode.Scalar
  var style: Style
}

/// An axis of a plot: what it covers and where its ticks stand.
struct PlotAxis: Equatable, Sendable {
  struct Tick: Equatable, Sendable {
    var value: Double
    var text: String
  }

  var range: ClosedRange<Double>
  var title: String
  /// `nil` for nice steps.
  var ticks: [Tick]?

  init(_ range: ClosedRange<Double>, title: String = "", ticks: [Tick]? = nil) {
    let isUsable =
      range.lowerBound < range.upperBound && range.lowerBound.isFinite
      && range.upperBound.isFinite && (range.upperBound - range.lowerBound).isFinite
    self.range = isUsable ? range : 0...1
    self.title = title
    self.ticks = ticks
  }

  /// The given ticks, or nice ones; at most `most`.
  func shownTicks(atMost most: Int) -> [Tick] {
    if let ticks {
      guard ticks.count > most, most > 0 else { return most > 0 ? ticks : [] }
      let stride = (ticks.count + most - 1) / most
      // A landmark keeps its label.
      let anchor = ["0", "1"].lazy.compactMap { text in ticks.firstIndex { $0.text == text } }.first
      return ticks.indices.filter { ($0 - (anchor ?? 0)) % stride == 0 }.map { ticks[$0] }
    }
    return NiceNumber.ticks(in: range, atMost: most).map {
      Tick(value: $0, text: NiceNumber.label($0))
    }
  }
}

/// A line plot: curves in the finest dots, marked points, vertical lines, ticks on both axes.
struct Plot: Equatable, Sendable {
  var x: PlotAxis
  var y: PlotAxis
  var curves: [PlotCurve] = []
  var marks: [PlotMark] = []
  /// Vertical lines, for what stays put while a logit is nudged: the temperature, zero.
  var cursors: [Double] = []
  /// Whether the curves are kept from sight: axes and a word are drawn, nothing else.
  var isCovered = false

  init(x: PlotAxis, y: PlotAxis) {
    self.x = x
    self.y = y
  }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard let frame = PlotFrame(self, in: area) else { return }
    grid.clipped(to: area) { grid in
      drawAxes(frame, &grid)
      drawCursors(frame, &grid)
      guard !isCovered else { return grid.writeCovered(in: frame.inner) }
      drawCurves(frame, &grid)
      for curve in curves { drawEndMark(curve, frame, &grid) }
      for mark in marks {
        guard let cell = frame.cell(x: mark.x, y: mark.y) else { continue }
        grid.put(mark.glyph, row: cell.row, column: cell.column, style: mark.style)
      }
    }
  }
}

extension Plot {
  private func drawCurves(_ frame: PlotFrame, _ grid: inout CellGrid) {
    var canvas = DotCanvas(cells: frame.inner.size, glyphs: grid.glyphs)
    let perCell = grid.glyphs.dotsPerCell
    for curve in curves {
      var last: (x: Double, y: Double)?
      for point in curve.points {
        let dot = frame.dot(point, perCell)
        guard dot.x.isFinite, dot.y.isFinite else {
          last = nil
          continue
        }
        // Nothing to see between points of one dot.
        if let last, (last.x - dot.x).magnitude < 0.5, (last.y - dot.y).magnitude < 0.5 { continue }
        canvas.line(from: last ?? dot, to: dot, style: curve.style)
        last = dot
      }
    }
    canvas.draw(on: &grid, in: frame.inner)
  }

  private func drawEndMark(_ curve: PlotCurve, _ frame: PlotFrame, _ grid: inout CellGrid) {
    guard let mark = curve.mark else { return }
    let ends = curve.points.reversed().lazy.compactMap { frame.cell(x: $0.x, y: $0.y) }
    guard let cell = ends.first else { return }
    grid.put(mark, row: cell.row, column: cell.column, style: curve.style.bold)
  }

  private func drawCursors(_ frame: PlotFrame, _ grid: inout CellGrid) {
    let inner = frame.inner
    for value in cursors {
      guard let cell = frame.cell(x: value, y: y.range.lowerBound) else { continue }
      let line = Rect(row: inner.row, column: cell.column, width: 1, height: inner.height)
      grid.fill(line, with: grid.glyphs.dashedLine, style: .dim)
    }
  }

  private func drawAxes(_ frame: PlotFrame, _ grid: inout CellGrid) {
    let inner = frame.inner
    let (axisRow, axisColumn) = (inner.endRow, inner.column - 1)
    let side = Rect(row: inner.row, column: axisColumn, width: 1, height: inner.height)
    grid.fill(side, with: grid.glyphs.verticalLine, style: .axis)
    grid.put(grid.glyphs.bottomLeftCorner, row: axisRow, column: axisColumn, style: .axis)
    let base = Rect(row: axisRow, column: inner.column, width: inner.width, height: 1)
    grid.fill(base, with: grid.glyphs.horizontalLine, style: .axis)
    for tick in frame.ticksAtLeft {
      guard let cell = frame.cell(x: x.range.lowerBound, y: tick.value) else { continue }
      grid.put(grid.glyphs.tickLeft, row: cell.row, column: axisColumn, style: .axis)
      grid.write(tick.text, row: cell.row, endColumn: axisColumn, style: .axis)
    }
    drawTicksBelow(frame, axisRow, &grid)
  }

  /// Labels never touch each other; the axis's name is at the right if there is room.
  private func drawTicksBelow(_ frame: PlotFrame, _ axisRow: Int, _ grid: inout CellGrid) {
    let inner = frame.inner
    let nameStart = inner.endColumn - CellWidth.of(x.title)
    var free = inner.column - 2
    for tick in frame.ticksBelow {
      guard let cell = frame.cell(x: tick.value, y: y.range.lowerBound) else { continue }
      let width = CellWidth.of(tick.text)
      let start = min(cell.column - width / 2, inner.endColumn - width)
      guard start >= free, x.title.isEmpty || start + width < nameStart else { continue }
      grid.put(grid.glyphs.tickDown, row: axisRow, column: cell.column, style: .axis)
      grid.write(tick.text, row: axisRow + 1, column: start, style: .axis)
      free = start + width + 1
    }
    if nameStart >= inner.column {
      grid.write(x.title, row: axisRow + 1, column: nameStart, style: .dim)
    }
    if !y.title.isEmpty {
      grid.write(
        " \(y.title) ", row: inner.row, column: inner.column, maxWidth: inner.width, style: .dim)
    }
  }
}
