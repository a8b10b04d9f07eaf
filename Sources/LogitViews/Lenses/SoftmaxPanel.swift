import LogitExplorer
import LogitKernel
import TerminalCells

/// The worked formula of the selected class, all classes in one strip, and the sums.
struct SoftmaxPanel {
  let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard let index = state.selectedClass else { return }
    var row = area.row
    for line in formula(index, width: area.width) where row < area.endRow {
      grid.write(line, row: row, column: area.column)
      row += 1
    }
    let rest = area.removingTop(row - area.row)
    // The bars say what the strip does; the curve says more, and comes first.
    guard rest.height >= 6 else { return drawStrip(in: rest.top(1), on: &grid) }
    guard rest.height >= 12 else { return drawCurve(index, in: rest.removingTop(1), on: &grid) }
    drawStrip(in: rest.removingTop(1).top(1), on: &grid)
    drawCurve(index, in: rest.removingTop(3), on: &grid)
  }

  /// p of the selected class against its own logit: a sigmoid, shifted to where p is 1/2.
  private func drawCurve(_ index: Int, in area: Rect, on grid: inout CellGrid) {
    let (middle, temperature) = (
      state.logits.logitGiving(probability: 0.5, at: index), state.document.temperature
    )
    let x = state.logits.logits[index]
    let limit = max(5, TableView.logitScale(state).limit)
    guard middle.isFinite, temperature.isFinite, temperature != 0, limit < 1e300 else { return }
    let name = CellWidth.truncated(state.label(index), toWidth: 16, level: grid.glyphs)
    var plot = Plot(
      x: PlotAxis(-limit...limit, title: "logit of \(name)"),
      y: PlotAxis(0...1, title: "p(\(name)), the others fixed"))
    let width = max(1, plot.inner(of: area).width)
    let points = (0...width).map { step -> PlotCurve.Point in
      let at = limit * (2 * Double(step) / Double(width) - 1)
      return PlotCurve.Point(x: at, y: Approximation.sigmoid((at - middle) / temperature))
    }
    plot.curves = [PlotCurve(points: points, style: .plain)]
    let p = state.logits.probability(at: index)
    plot.marks = [PlotMark(x: x, y: p, glyph: grid.glyphs.bullet, style: .plain)]
    plot.draw(in: area, on: &grid)
  }

  private func drawStrip(in area: Rect, on grid: inout CellGrid) {
    let classes =
      state.rowOrder.map { order in
        let shown = Set(state.readouts.greatest)
        return order.filter(shown.contains)
      } ?? state.readouts.greatest
    var parts = classes.map { index in
      StripPart(
        share: state.logits.probability(at: index), label: state.label(index),
        mark: state.mark(index), style: .series(index))
    }
    if state.document.count > classes.count {
      let rest = 1 - parts.reduce(0) { $0 + $1.share }
      parts.append(StripPart(share: rest, label: "rest", mark: ".", style: .dim))
    }
    grid.drawStrip(parts, in: area)
  }
}
