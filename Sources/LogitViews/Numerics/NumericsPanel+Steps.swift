import LogitExplorer
import LogitKernel
import TerminalCells

extension NumericsPanel {
  /// The row's own steps, and the results against the true ones.
  func drawSteps(in area: Rect, on grid: inout CellGrid) {
    guard let index = state.selectedClass, !area.isEmpty else { return }
    guard let run = state.readouts.emulated else {
      drawExactResults(index, in: area, on: &grid)
      return
    }
    let isBeside = area.width >= 70
    let steps = run.rowSteps.map { step in
      StepLine(name: step.name, value: step.cell)
    }
    let left = isBeside ? area.left(area.width * 2 / 5 - 2) : area.top(steps.count)
    draw(steps, in: left, on: &grid)
    let right = isBeside ? area.removingLeft(area.width * 2 / 5) : area.removingTop(steps.count)
    drawResults(run, index, in: right, on: &grid)
  }

  private struct StepLine {
    let name: String
    let value: TraceCell
  }

  private func draw(_ steps: [StepLine], in area: Rect, on grid: inout CellGrid) {
    let names = steps.map { CellWidth.of($0.name) }.max() ?? 0
    for (offset, step) in steps.enumerated() where offset < area.height {
      let row = area.row + offset
      grid.write(step.name, row: row, column: area.column, style: .heading)
      let text = state.storedText(step.value.value)
      let start = area.column + names + 2
      let isBad = step.value.event?.isBreakdown ?? false
      let end = grid.write(
        text, row: row, column: start, style: isBad ? Style.error.bold : .plain)
      guard let event = step.value.event else { continue }
      let word = "\(event.mark) \(event.word)"
      guard start + end + 2 + word.count <= area.endColumn else { continue }
      grid.write(word, row: row, column: start + end + 2, style: isBad ? .error : .warning)
    }
  }

  /// The results that a row has, the most asked for first.
  private func quantities(_ index: Int) -> [(name: String, quantity: RowQuantity)] {
    let name = CellWidth.truncated(state.label(index), toWidth: 10)
    let target = LossReadout.target(of: state.document)
    var quantities: [(String, RowQuantity)] = [
      ("p(\(name))", .probability(index)), ("log p(\(name))", .logProbability(index)),
      ("logΣexp", .logSumExp),
    ]
    if let target { quantities.append(("loss", .crossEntropy(target))) }
    quantities += [("H", .entropy), ("Σp", .sumOfProbabilities)]
    if let target {
      quantities.append(("gradient", .crossEntropyGradient(target, index)))
    }
    return quantities
  }

  private func drawResults(
    _ run: EmulatedRow, _ index: Int, in area: Rect, on grid: inout CellGrid
  ) {
    let quantities = quantities(index).prefix(max(0, area.height - 1))
    let names = quantities.map { CellWidth.of($0.name) }.max() ?? 0
    let width = max(9, (area.width - names - 2) / 3)
    let edges = (1...3).map { area.column + names + 1 + $0 * width }
    for (title, edge) in zip([format.name, "exact", "off by"], edges) {
      grid.write(title, row: area.row, endColumn: edge, style: .heading)
    }
    for (offset, item) in quantities.enumerated() {
      let row = area.row + 1 + offset
      let value = run.cell(item.quantity).value
      let truth = state.logits.exact(item.quantity, in: format)
      let error = state.logits.ulpError(of: value, for: item.quantity, in: format)
      grid.write(item.name, row: row, column: area.column, style: .heading)
      let isBad = !value.isFinite && (truth.isFinite || value.isNaN != truth.isNaN)
      grid.write(
        state.storedText(value, width: width - 1), row: row, endColumn: edges[0],
        style: isBad ? Style.error.bold : .plain)
      grid.write(
        state.storedText(truth, width: width - 1), row: row, endColumn: edges[1])
      let isWrong = error > 2
      grid.write(
        ulpText(error), row: row, endColumn: edges[2], style: isWrong ? .warning : .dim)
    }
  }

  private func drawExactResults(_ index: Int, in area: Rect, on grid: inout CellGrid) {
    let quantities = quantities(index)
    let names = quantities.map { CellWidth.of($0.name) }.max() ?? 0
    for (offset, item) in quantities.enumerated() where offset < area.height {
      let row = area.row + offset
      grid.write(item.name, row: row, column: area.column, style: .heading)
      let truth = state.logits.exact(item.quantity, in: format)
      grid.write(
        state.storedText(truth), row: row, column: area.column + names + 2)
    }
  }
}
