import LogitExplorer
import LogitKernel
import TerminalCells

extension NumericsPanel {
  /// One result in every format by every algorithm: `=` for right, else the error or the value.
  func drawFormats(in area: Rect, on grid: inout CellGrid) {
    guard let table = readout?.formats else { return drawTooLong(in: area, on: &grid) }
    let nameWidth = 9
    let width = max(8, min(12, (area.width - nameWidth - 12) / table.algorithms.count))
    let edges = table.algorithms.indices.map { area.column + nameWidth + ($0 + 1) * width }
    let truthEdge = (edges.last ?? area.column) + 13
    let hasTruth = truthEdge <= area.endColumn
    for (algorithm, edge) in zip(table.algorithms, edges) {
      let isPresent = !arithmetic.isExact && algorithm == arithmetic.settings.algorithm
      grid.write(
        algorithm.heading, row: area.row, endColumn: edge,
        style: isPresent ? Style.selected.bold : .heading)
    }
    if hasTruth { grid.write("rounded once", row: area.row, endColumn: truthEdge, style: .heading) }
    for (offset, format) in table.formats.enumerated() where offset + 1 < area.height {
      let row = area.row + 1 + offset
      let isPresent = format.name == self.format.name
      grid.write(
        format.name, row: row, column: area.column, maxWidth: nameWidth,
        style: isPresent ? Style.selected.bold : .plain)
      for (cell, edge) in zip(table.cells[offset], edges) {
        grid.write(
          cell.text(in: format, width: width - 1), row: row, endColumn: edge, style: style(cell))
      }
      guard hasTruth else { continue }
      let truth = state.storedText(table.truths[offset], width: 12)
      grid.write(truth, row: row, endColumn: truthEdge)
    }
    drawFormatsLegend(in: area.removingTop(table.formats.count + 1), on: &grid)
  }

  private func drawFormatsLegend(in area: Rect, on grid: inout CellGrid) {
    let meaning = "   = right to the last bit   3.2u ulps off"
    let texts = ["\(quantityName) (Q: another)", quantityName].map { $0 + meaning }
    let text = texts.first { CellWidth.of($0) <= area.width } ?? texts[1]
    grid.write(
      CellWidth.truncated(text, toWidth: area.width, level: grid.glyphs), row: area.row,
      column: area.column, style: .dim)
  }

  private func style(_ cell: FormatsTable.Cell) -> Style {
    if cell.isRight { return .success }
    if cell.error.isInfinite { return Style.error.bold }
    return cell.error >= 1000 || cell.value == 0 ? .error : cell.error > 2 ? .warning : .plain
  }

  func drawTooLong(in area: Rect, on grid: inout CellGrid) {
    grid.write(
      "This is computed for up to \(NumericsNumbers.classLimit) classes.", row: area.row,
      column: area.column, maxWidth: area.width, style: .dim)
  }
}
