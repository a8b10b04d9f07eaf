import LogitExplorer
import TerminalCells

/// What was done, the latest first, and above it what redo would do again.
enum HistoryPanel {
  static func draw(_ state: ExplorerState, in area: Rect, on grid: inout CellGrid) {
    let history = state.history
    guard !history.undoSteps.isEmpty || !history.redoSteps.isEmpty else {
      let lines = MessageLine.wrap(
        invitation(state, grid.glyphs), width: area.width, atMost: area.height)
      for (offset, line) in lines.enumerated() {
        grid.write(line, row: area.row + offset, column: area.column, style: .dim)
      }
      return
    }
    // What is undone takes no more than half of the panel from what is done.
    let redo = history.redoSteps.suffix(area.height / 2).map { ($0.title, Style.dim) }
    let undo = history.undoSteps.suffix(area.height).reversed().map { ($0.title, Style.plain) }
    for (offset, (title, style)) in (redo + undo).prefix(area.height).enumerated() {
      let text = CellWidth.truncated(
        state.shownTitle(title), toWidth: area.width - 2, level: grid.glyphs)
      let row = area.row + offset
      // The present step.
      if offset == redo.count {
        grid.put(grid.glyphs.pointer, row: row, column: area.column, style: .dim)
      }
      grid.write(text, row: row, column: area.column + 2, style: style)
    }
  }

  /// What to try first, and how to take it back.
  private static func invitation(_ state: ExplorerState, _ glyphs: GlyphLevel) -> String {
    let right = KeyName.label("<Right>", isASCII: glyphs == .ascii)
    let first =
      state.selectedClass.map { "\(right) raises the logit of \(state.label($0))" }
      ?? "a adds a class"
    return "Nothing has been changed yet. \(first), u takes it back, Ctrl-R does it again; "
      + "every change will be listed here."
  }
}
