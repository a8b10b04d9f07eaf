import LogitExplorer
import LogitKernel
import TerminalCells

extension NumericsPanel {
  /// The row's own steps, and the results against the true ones.
  func drawSteps(in area: Rect, on grid: inout CellGrid) {
    guard !area.isEmpty else { return }
    guard !arithmetic.isExact else { return drawExactResults(in: area, on: &grid) }
    let isBeside = area.width >= 70
    let steps = (readout?.scalar?.steps ?? numbers.rowSteps).map { step in
      StepLine(name: step.name, value: step.cell)
    }
    let left = isBeside ? area.left(area.width * 2 / 5 - 2) : area.top(steps.count)
    draw(steps, in: left, on: &grid)
    let right = isBeside ? area.removingLeft(area.width * 2 / 5) : area.removingTop(steps.count)
    drawResults(in: right, on: &grid)
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

  private func drawResults(in area: Rect, on grid: inout CellGrid) {
    let lines = (readout?.results ?? []).prefix(max(0, area.height - 1))
    let names = lines.map { CellWidth.of(name(of: $0.quantity)) }.max() ?? 0
    let width = max(9, (area.width - names - 2) / 3)
    let edges = (1...3).map { area.column + names + 1 + $0 * width }
    for (title, edge) in zip([format.name, "exact", "ulps off"], edges) {
      grid.write(title, row: area.row, endColumn: edge, style: .heading)
    }
    for (offset, line) in lines.enumerated() {
      let row = area.row + 1 + offset
      grid.write(name(of: line.quantity), row: row, column: area.column, style: .heading)
      let texts = [
        state.storedText(line.value, width: width - 1),
        state.storedText(line.truth, width: width - 1),
        line.error.isInfinite ? "lost" : NumericsPanel.short(line.error),
      ]
      let styles = [
        line.error.isInfinite ? Style.error.bold : .plain, .plain,
        line.error.isInfinite ? .error : line.error > 2 ? .warning : .dim,
      ]
      for column in 0..<3 {
        grid.write(texts[column], row: row, endColumn: edges[column], style: styles[column])
      }
    }
  }

  private func drawExactResults(in area: Rect, on grid: inout CellGrid) {
    let lines = (readout?.results ?? []).prefix(area.height)
    let names = lines.map { CellWidth.of(name(of: $0.quantity)) }.max() ?? 0
    for (offset, line) in lines.enumerated() {
      let row = area.row + offset
      grid.write(name(of: line.quantity), row: row, column: area.column, style: .heading)
      grid.write(state.storedText(line.truth), row: row, column: area.column + names + 2)
    }
  }
}
