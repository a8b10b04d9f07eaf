import LogitExplorer
import LogitKernel
import TerminalCells

/// The worked formula of the selected class, all classes in one strip, and the sums.
struct SoftmaxPanel {
  let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  var numbers: RowNumbers { state.numbers.present }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard let index = state.selectedClass else { return }
    var lines = formula(index, width: area.width)
    if numbers.isLong { lines += Readout.wrap(holdings, width: area.width, atMost: 2) }
    lines = Array(lines.prefix(area.height))
    let places = Places(area, lineCount: lines.count, isLong: numbers.isLong)
    draw(lines, in: area, on: &grid)
    if let scale = places.scale { grid.drawProbabilityAxis(ProbabilityAxis(.linear), in: scale) }
    if let strip = places.strip { drawStrip(in: strip, on: &grid) }
    guard let curve = places.curve else { return }
    if numbers.isLong { return drawSpread(in: curve, on: &grid) }
    drawCurve(index, in: curve, on: &grid)
  }

  /// What follows the formula: all classes in a strip and its scale, and where there is room
  /// the curve.
  private struct Places {
    var strip: Rect?
    var scale: Rect?
    var curve: Rect?

    init(_ area: Rect, lineCount: Int, isLong: Bool) {
      let rest = area.removingTop(lineCount)
      // The plots of a long row come before its strip.
      if isLong, (5..<11).contains(rest.height) {
        curve = rest
        return
      }
      guard rest.height >= 3 else {
        strip = rest.isEmpty ? nil : rest.top(1)
        return
      }
      (strip, scale) = (rest.removingTop(1).top(1), rest.removingTop(2).top(1))
      if rest.height >= 9 { curve = rest.removingTop(rest.height >= 12 ? 4 : 3) }
    }
  }

  private func draw(_ lines: [String], in area: Rect, on grid: inout CellGrid) {
    for (offset, line) in lines.enumerated() {
      grid.write(line, row: area.row + offset, column: area.column)
    }
  }

  private var limit: Double { max(5, TableView.logitScale(state).limit) }

  /// p of the selected class against its own logit: a sigmoid, shifted to where p is 1/2.
  private func drawCurve(_ index: Int, in area: Rect, on grid: inout CellGrid) {
    guard limit < 1e300, let curve = numbers.shareCurve(at: index) else { return }
    let name = CellWidth.truncated(state.label(index), toWidth: 16, level: grid.glyphs)
    var plot = Plot(
      x: PlotAxis(-limit...limit, title: "logit of \(name)"),
      y: PlotAxis(0...1, title: "p(\(name)), the others fixed"))
    plot.curves = [
      PlotCurve(over: plot.x.range, steps: area.width, style: .series(index), curve.height)
    ]
    plot.marks = [
      PlotMark(
        x: numbers.logits[index], y: numbers.value(.probability(index)),
        glyph: state.mark(index), style: Style.series(index).bold.reversed)
    ]
    plot.isCovered = state.isCovered(.probability)
    plot.draw(in: area, on: &grid)
  }

  /// "the other 262 114".
  private func othersText(_ count: Int) -> String { "the other \(DecimalText.grouped(count))" }

  private func drawStrip(in area: Rect, on grid: inout CellGrid) {
    guard !state.isCovered(.probability) else { return grid.drawCover(in: area) }
    let greatest = state.numbers.greatest
    let classes =
      state.rowOrder == nil
      ? greatest : greatest.sorted { state.row(of: $0.index) < state.row(of: $1.index) }
    var shares = classes.map(\.share)
    let others = state.document.count - classes.count
    if others > 0 { shares.append(1 - shares.reduce(0, +)) }
    grid.drawStrip(shares, in: area) { place in
      guard place < classes.count else {
        return StripPart(label: othersText(others), mark: ".", style: .dim)
      }
      let index = classes[place].index
      return StripPart(
        label: state.label(index), mark: state.mark(index), style: .series(index))
    }
  }
}
