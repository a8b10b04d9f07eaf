package import TerminalCells

/// A curve of a plot.
///
/// Points that are not finite break the line.
package struct PlotCurve: Equatable, Sendable {
  package struct Point: Equatable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  package var points: [Point]
  package var style: Style
  /// Drawn where the curve ends at the right, so that colour is not needed.
  package var mark: Unicode.Scalar?

  package init(points: [Point], style: Style, mark: Unicode.Scalar? = nil) {
    self.points = points
    self.style = style
    self.mark = mark
  }
}

/// A point with a character of its own.
package struct PlotMark: Equatable, Sendable {
  package var x: Double
  package var y: Double
  package var glyph: Unicode.Scalar
  package var style: Style

  package init(x: Double, y: Double, glyph: Unicode.Scalar, style: Style) {
    self.x = x
    self.y = y
    self.glyph = glyph
    self.style = style
  }
}

/// An axis of a plot: what it covers and where its ticks stand.
package struct PlotAxis: Equatable, Sendable {
  package struct Tick: Equatable, Sendable {
    package var value: Double
    package var text: String

    package init(value: Double, text: String) {
      self.value = value
      self.text = text
    }
  }

  package var range: ClosedRange<Double>
  package var title: String
  /// `nil` for nice steps.
  package var ticks: [Tick]?

  package init(_ range: ClosedRange<Double>, title: String = "", ticks: [Tick]? = nil) {
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

  /// 0 at the low end, 1 at the high end.
  func share(_ value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }
}

/// A line plot: curves in the finest dots, marked points, vertical lines, ticks on both axes.
package struct Plot: Equatable, Sendable {
  package var x: PlotAxis
  package var y: PlotAxis
  package var curves: [PlotCurve] = []
  package var marks: [PlotMark] = []
  /// Vertical lines, for what stays put while a logit is nudged: the temperature, zero.
  package var cursors: [Double] = []

  package init(x: PlotAxis, y: PlotAxis) {
    self.x = x
    self.y = y
  }

  /// Where the curves go, inside of the axes; empty where the area is too small for a plot.
  package func inner(of area: Rect) -> Rect {
    inner(of: area, ticks: ticksAtLeft(of: area))
  }

  private func inner(of area: Rect, ticks: [PlotAxis.Tick]) -> Rect {
    let gutter = (ticks.map { CellWidth.of($0.text) }.max() ?? 0) + 2
    guard area.height >= 4, area.width >= gutter + 6 else { return .empty }
    return area.removingLeft(gutter).removingBottom(2)
  }

  private func ticksAtLeft(of area: Rect) -> [PlotAxis.Tick] {
    y.shownTicks(atMost: max(2, area.height / 4))
  }

  /// The cell of a point; `nil` outside of the plot.
  package func cell(x: Double, y: Double, in inner: Rect) -> Point? {
    let (across, up) = (self.x.share(x), self.y.share(y))
    guard (0...1).contains(across), (0...1).contains(up), !inner.isEmpty else { return nil }
    // The cell that the point's braille dot falls into, so that marks lie on their curves.
    return Point(
      row: inner.row + Int(((1 - up) * Double(4 * inner.height - 1)).rounded()) / 4,
      column: inner.column + Int((across * Double(2 * inner.width - 1)).rounded()) / 2)
  }

  package func draw(in area: Rect, on grid: inout CellGrid) {
    let ticks = ticksAtLeft(of: area)
    let inner = inner(of: area, ticks: ticks)
    guard !inner.isEmpty else { return }
    grid.clipped(to: area) { grid in
      drawAxes(inner, ticks, &grid)
      drawCursors(inner, &grid)
      drawCurves(inner, &grid)
      for curve in curves { drawEndMark(curve, inner, &grid) }
      for mark in marks {
        guard let cell = cell(x: mark.x, y: mark.y, in: inner) else { continue }
        grid.put(mark.glyph, row: cell.row, column: cell.column, style: mark.style)
      }
    }
  }
}

extension Plot {
  private func drawCurves(_ inner: Rect, _ grid: inout CellGrid) {
    var canvas = DotCanvas(cells: inner.size, glyphs: grid.glyphs)
    let (width, height) = (Double(canvas.size.width - 1), Double(canvas.size.height - 1))
    for curve in curves {
      var last: (x: Double, y: Double)?
      for point in curve.points {
        let dot = (x: x.share(point.x) * width, y: (1 - y.share(point.y)) * height)
        guard dot.x.isFinite, dot.y.isFinite else {
          last = nil
          continue
        }
        canvas.line(from: last ?? dot, to: dot, style: curve.style)
        last = dot
      }
    }
    canvas.draw(on: &grid, in: inner)
  }

  private func drawEndMark(_ curve: PlotCurve, _ inner: Rect, _ grid: inout CellGrid) {
    guard let mark = curve.mark else { return }
    let end = curve.points.last { cell(x: $0.x, y: $0.y, in: inner) != nil }
    guard let end, let cell = cell(x: end.x, y: end.y, in: inner) else { return }
    grid.put(mark, row: cell.row, column: cell.column, style: curve.style.bold)
  }

  private func drawCursors(_ inner: Rect, _ grid: inout CellGrid) {
    for value in cursors {
      guard let cell = cell(x: value, y: y.range.lowerBound, in: inner) else { continue }
      let line = Rect(row: inner.row, column: cell.column, width: 1, height: inner.height)
      grid.fill(line, with: grid.glyphs == .ascii ? ":" : "┆", style: .dim)
    }
  }

  private func drawAxes(_ inner: Rect, _ ticks: [PlotAxis.Tick], _ grid: inout CellGrid) {
    let (axisRow, axisColumn) = (inner.endRow, inner.column - 1)
    let side = Rect(row: inner.row, column: axisColumn, width: 1, height: inner.height)
    grid.fill(side, with: grid.glyphs.verticalLine, style: .axis)
    grid.put(grid.glyphs.bottomLeftCorner, row: axisRow, column: axisColumn, style: .axis)
    let base = Rect(row: axisRow, column: inner.column, width: inner.width, height: 1)
    grid.fill(base, with: grid.glyphs.horizontalLine, style: .axis)
    for tick in ticks {
      guard let cell = cell(x: x.range.lowerBound, y: tick.value, in: inner) else { continue }
      grid.put(grid.glyphs.tickLeft, row: cell.row, column: axisColumn, style: .axis)
      grid.write(tick.text, row: cell.row, endColumn: axisColumn, style: .axis)
    }
    drawTicksBelow(inner, axisRow, &grid)
  }

  /// Labels never touch each other; the axis's name is at the right if there is room.
  private func drawTicksBelow(_ inner: Rect, _ axisRow: Int, _ grid: inout CellGrid) {
    let nameStart = inner.endColumn - CellWidth.of(x.title)
    var free = inner.column - 2
    for tick in x.shownTicks(atMost: max(2, inner.width / 12)) {
      guard let cell = cell(x: tick.value, y: y.range.lowerBound, in: inner) else { continue }
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
