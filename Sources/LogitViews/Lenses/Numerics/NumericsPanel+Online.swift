import LogitExplorer
import LogitKernel
import TerminalCells

extension NumericsPanel {
  /// The online algorithm block by block: running maximum, factor of the old sum, sum.
  func drawOnline(in area: Rect, on grid: inout CellGrid) {
    guard let blocks = readout?.online else { return drawTooLong(in: area, on: &grid) }
    let selected = min(state.display.numerics.block, blocks.count - 1)
    guard selected >= 0 else { return }
    let titles = ["block", "classes", "maximum", "factor", "block Σ", "Σ"]
    let width = max(9, min(14, (area.width - 4) / titles.count))
    for (column, title) in titles.enumerated() {
      grid.write(
        title, row: area.row, endColumn: area.column + 2 + (column + 1) * width, style: .heading)
    }
    let rows = max(0, area.height - 3)
    let first = max(0, min(selected - rows / 2, blocks.count - rows))
    for (offset, index) in (first..<blocks.count).prefix(rows).enumerated() {
      let row = area.row + 1 + offset
      if index == selected {
        grid.put(grid.glyphs.pointer, row: row, column: area.column, style: .selected)
      }
      for (column, text) in cells(blocks[index], index).enumerated() {
        grid.write(
          text, row: row, endColumn: area.column + 2 + (column + 1) * width,
          style: index == selected ? Style.plain.bold : .plain)
      }
    }
    let end = area.row + 1 + min(rows, blocks.count - first)
    for (offset, line) in story(blocks, selected, width: area.width).enumerated() {
      grid.write(line, row: end + offset, column: area.column, maxWidth: area.width)
    }
  }

  private func cells(_ block: OnlineBlock, _ index: Int) -> [String] {
    func text(_ value: Double) -> String { state.storedText(value, width: 9) }
    let range = block.range
    let classes =
      range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1)–\(range.upperBound)"
    if block.isSkipped {
      return ["\(index + 1)", classes, "-inf", "skipped", "–", text(block.sum.value)]
    }
    return [
      "\(index + 1)", classes, text(block.maximum),
      block.rescaling.map { text($0.value) } ?? "–", text(block.blockSum.value),
      text(block.sum.value) + (block.sum.event.map { String($0.mark) } ?? ""),
    ]
  }

  /// What the selected block does, in its own numbers.
  private func story(_ blocks: [OnlineBlock], _ index: Int, width: Int) -> [String] {
    func text(_ value: Double) -> String { state.storedText(value) }
    let block = blocks[index]
    let settings =
      "blocks of \(arithmetic.settings.blockLength) (:block), a masked start: "
      + ArithmeticOption.masked(arithmetic)
    guard !block.isSkipped else {
      return ["Everything up to here is masked: the block is skipped.", settings]
    }
    guard let factor = block.rescaling, index > 0 else {
      return [
        "The first block: Σ exp(z − \(text(block.maximum))) = \(text(block.sum.value))", settings,
      ]
    }
    let (old, new) = (blocks[index - 1], block)
    return [
      "Σ = \(text(old.sum.value)) × exp(\(text(old.maximum)) − \(text(new.maximum)))"
        + " + \(text(new.blockSum.value)) = \(text(old.sum.value)) × \(text(factor.value))"
        + " + \(text(new.blockSum.value)) = \(text(new.sum.value))", settings,
    ]
  }
}

extension ArithmeticOption {
  /// What the online algorithm does with a masked start, as typed.
  fileprivate static func masked(_ arithmetic: Arithmetic) -> String {
    named("masked_start")?.text(arithmetic) ?? ""
  }
}
