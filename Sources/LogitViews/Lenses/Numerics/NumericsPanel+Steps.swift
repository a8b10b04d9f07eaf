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
    let used = isBeside ? steps.count : (readout?.results.count ?? 0) + 1
    drawNegativeZero(in: (isBeside ? left : right).removingTop(used), on: &grid)
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

  /// A number of each result, and how it looks.
  private struct ResultColumn {
    let title: String
    let width: Int
    var style: (ResultLine) -> Style = { _ in .plain }
    let text: (ResultLine, _ width: Int) -> String
  }

  private func drawResults(in area: Rect, on grid: inout CellGrid) {
    let computed = ResultColumn(
      title: format.name, width: 9,
      style: { $0.error.isInfinite ? Style.error.bold : .plain },
      text: { state.storedText($0.value, width: $1) })
    let error = ResultColumn(
      title: "ulps off", width: 9,
      style: { $0.error.isInfinite ? .error : $0.error > 2 ? .warning : .dim },
      text: { line, _ in line.error.isInfinite ? "lost" : NumericsPanel.short(line.error) })
    draw([computed] + truths + [error], in: area, on: &grid)
  }

  /// What a loss of -0 is, where there is room: programs print it too.
  private func drawNegativeZero(in area: Rect, on grid: inout CellGrid) {
    let isThere = (readout?.results ?? []).contains {
      $0.quantity.kind == .crossEntropy && $0.value == 0 && $0.value.sign == .minus
    }
    guard isThere, !area.isEmpty else { return }
    grid.write(
      "-0 is just 0: minus log p.", row: area.row, column: area.column, maxWidth: area.width,
      style: .dim)
  }

  /// The true values, and what the format makes of them.
  private var truths: [ResultColumn] {
    let isWhole = format.name == NumberFormat.binary64.name
    let exact = ResultColumn(
      title: "exact", width: 10, text: { state.storedText($0.exact, width: $1) })
    let rounded = ResultColumn(
      title: "rounded", width: 9, text: { state.storedText($0.truth, width: $1) })
    return isWhole ? [exact] : [exact, rounded]
  }

  private func drawExactResults(in area: Rect, on grid: inout CellGrid) {
    draw(truths, in: area, on: &grid)
  }

  /// As many columns as there is room for; the true values give way first.
  private func draw(_ columns: [ResultColumn], in area: Rect, on grid: inout CellGrid) {
    let lines = (readout?.results ?? []).prefix(max(0, area.height - 1))
    let names = lines.map { CellWidth.of(name(of: $0.quantity)) }.max() ?? 0
    let room = area.width - names - 2
    let fit = columns.reduce(0) { $0 + $1.width } <= room
    let columns = fit ? columns : columns.filter { $0.title != "exact" || columns.count < 3 }
    let width = min(16, max(9, room / max(1, columns.count)))
    for (place, column) in columns.enumerated() {
      let edge = area.column + names + 1 + (place + 1) * width
      grid.write(column.title, row: area.row, endColumn: edge, style: .heading)
      for (offset, line) in lines.enumerated() {
        grid.write(
          column.text(line, width - 1), row: area.row + 1 + offset, endColumn: edge,
          style: column.style(line))
      }
    }
    for (offset, line) in lines.enumerated() {
      grid.write(
        name(of: line.quantity), row: area.row + 1 + offset, column: area.column, style: .heading)
    }
  }
}
