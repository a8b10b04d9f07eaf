import LogitExplorer
import LogitKernel
import TerminalCells

/// One chart, large and without the rest: the lens' bar of every class, for the back row.
enum Projector {
  static func draw(_ state: ExplorerState, in area: Rect, on grid: inout CellGrid) {
    let count = state.document.count
    guard count > 0 else {
      grid.write("no classes: a adds one", row: area.row, column: 1, style: .dim)
      return
    }
    let head = area.height >= 6 ? 2 : 0
    if head > 0 { drawHead(state, area, on: &grid) }
    let body = area.removingTop(head)
    let pitch = max(1, min(8, body.height / count))
    let shown = min(count, max(1, body.height / pitch))
    let first = max(0, min(state.selectedRow - shown / 2, count - shown))
    for index in 0..<shown {
      let box = body.removingTop(index * pitch).top(pitch > 1 ? pitch - 1 : 1)
      drawClass(state, state.classIndex(atRow: first + index), in: box, on: &grid)
    }
  }

  private static func drawHead(_ state: ExplorerState, _ area: Rect, on grid: inout CellGrid) {
    let title = column(state).map { ": \($0.title)" } ?? ""
    let text =
      "\(state.lens.title)\(title)   \(state.shownName)   T "
      + state.inputText(state.document.temperature)
    grid.write(text, row: area.row, column: area.column + 1, style: Style.title.bold)
    guard let notice = state.numbers.notices.first else { return }
    grid.write(
      CellWidth.truncated(notice.text, toWidth: area.width - 2, level: grid.glyphs),
      row: area.row + 1, column: area.column + 1, style: .warning)
  }

  /// The numbers that the bars show.
  private static func column(_ state: ExplorerState) -> TableColumn? {
    let lens = LensView.of(state.lens)
    let columns = lens.columns(state)
    return columns.indices.contains(lens.barColumn) ? columns[lens.barColumn] : columns.first
  }

  private static func drawClass(
    _ state: ExplorerState, _ index: Int, in box: Rect, on grid: inout CellGrid
  ) {
    let lens = LensView.of(state.lens)
    let middle = box.row + box.height / 2
    let isSelected = index == state.selection
    let name = box.removingLeft(3).left(max(6, box.width / 6))
    if isSelected { grid.put(grid.glyphs.pointer, row: middle, column: 1, style: .selected) }
    let isTarget = state.document.target.weight(at: index) > 0
    let label = CellWidth.truncated(
      state.label(index), toWidth: name.width - (isTarget ? 2 : 0), level: grid.glyphs)
    if isTarget {
      grid.put("*", row: middle, column: name.column + CellWidth.of(label) + 1, style: .target)
    }
    grid.write(
      label, row: middle, column: name.column, style: isSelected ? Style.selected.bold : .plain)
    let number = box.removingLeft(name.endColumn + 1).left(state.numberWidth)
    if let column = column(state) {
      let content = column.content(state, index)
      let text = state.columnTexts([content], width: number.width)[0]
      grid.write(
        text, row: middle, endColumn: number.endColumn,
        style: content.isCovered ? .dim : Style.plain.bold)
    }
    drawBar(
      lens, state, index, in: box.removingLeft(number.endColumn + 2).removingRight(1), on: &grid
    )
  }

  private static func drawBar(
    _ lens: LensView, _ state: ExplorerState, _ index: Int, in area: Rect,
    on grid: inout CellGrid
  ) {
    guard !state.isCovered(lens.barKind(state)) else { return grid.drawCover(in: area) }
    switch lens.bar {
    case .probability(let point, let ghost, _):
      grid.drawProbabilityBar(
        point(state, index), ghost: ghost(state, index), in: area, style: .series(index))
    case .signed(let value, let ghost, let scale):
      grid.drawSignedBar(
        value(state, index), ghost: ghost(state, index), scale: scale(state), in: area,
        style: .series(index))
    case nil: break
    }
  }
}
