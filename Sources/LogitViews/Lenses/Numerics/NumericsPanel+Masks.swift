import LogitExplorer
import LogitKernel
import TerminalCells

extension NumericsPanel {
  /// What each mask value becomes in the format, and what a row with nothing left gives.
  func drawMasks(in area: Rect, on grid: inout CellGrid) {
    guard let table = readout?.masks, let index = state.selectedClass else {
      return drawTooLong(in: area, on: &grid)
    }
    let width = max(9, min(18, (area.width - 2) / 4))
    let edges = (1...4).map { area.column + 2 + $0 * width }
    let titles = ["mask value", "stored as", "masked share", "best other"]
    for (title, edge) in zip(titles, edges) {
      grid.write(
        CellWidth.truncated(title, toWidth: width - 1, level: grid.glyphs), row: area.row,
        endColumn: edge, style: .heading)
    }
    for (offset, mask) in table.rows.enumerated() where offset + 1 < area.height {
      let row = area.row + 1 + offset
      if mask.value == arithmetic.settings.maskValue {
        grid.put(grid.glyphs.pointer, row: row, column: area.column, style: .selected)
      }
      for (column, cell) in cells(mask, width: width - 1).enumerated() {
        grid.write(cell.text, row: row, endColumn: edges[column], style: cell.style)
      }
    }
    let lines = notes(table, index)
    for (offset, line) in lines.enumerated() {
      let row = area.row + 1 + table.rows.count + offset
      guard row < area.endRow else { return }
      grid.write(
        CellWidth.truncated(line, toWidth: area.width, level: grid.glyphs), row: row,
        column: area.column, style: offset == 0 ? .plain : .dim)
    }
  }

  private func cells(_ mask: MaskTable.Row, width: Int) -> [(text: String, style: Style)] {
    let name =
      switch mask.value {
      case .minusInfinity: "-inf"
      case .lowestFinite: "lowest"
      case .number(let value): shortNumber(value)
      }
    let stored = state.storedText(mask.stored.value, width: width - 1)
    let event = mask.stored.event.map { " \($0.mark)" } ?? ""
    return [
      (name, .plain), (stored + event, mask.stored.event == nil ? .plain : .warning),
      (state.storedText(mask.leak, width: width), mask.leak > 0 ? .error : .plain),
      (state.storedText(mask.best, width: width), mask.best.isNaN ? .error : .plain),
    ]
  }

  /// `-1e9` rather than nine zeros.
  private func shortNumber(_ value: Double) -> String {
    let power = DecimalText.scientific(value, significantDigits: 1)
    let shortest = DecimalText.shortest(value)
    return Double(power) == value && power.count < shortest.count ? power : shortest
  }

  private func notes(_ table: MaskTable, _ index: Int) -> [String] {
    let policies = table.policies.map { policy, p in
      let text = state.storedText(p)
      return "\(policy.rawValue) \(text)" + (policy == arithmetic.settings.maskedRow ? " ◂" : "")
    }
    var lines = ["Every class masked: p is " + policies.joined(separator: ", ")]
    if table.isSupposed {
      lines.append("Nothing is masked here: shown as if \(state.label(index)) were.")
    }
    return lines + [
      "Change this with :mask-value and :masked-row; exact arithmetic always masks with -inf."
    ]
  }
}
