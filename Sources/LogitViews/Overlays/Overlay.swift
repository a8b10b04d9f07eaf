import LogitExplorer
import TerminalCells

/// What the footer shows and what covers the panel, by mode.
enum Overlay {
  /// True when the mode needs a list on the screen.
  static func isList(_ mode: Mode) -> Bool {
    switch mode {
    case .palette, .help, .open, .lessons: true
    case .browsing, .field, .confirm: false
    }
  }

  /// Returns where the cursor belongs.
  static func draw(_ state: ExplorerState, _ layout: Layout, on grid: inout CellGrid) -> Point? {
    if isList(state.mode) { drawList(state, layout, on: &grid) }
    switch state.mode {
    case .browsing, .confirm: Footer.draw(state, layout, on: &grid)
    case .field(let field):
      let name = FieldLine.name(field, state)
      return drawField(field.input, name + ": ", state, layout, on: &grid)
    case .palette(let palette): return drawField(palette.field, ":", state, layout, on: &grid)
    case .help(let help):
      guard help.isSearching || !help.field.text.isEmpty else {
        Footer.draw(state, layout, on: &grid)
        return nil
      }
      let cursor = drawField(help.field, "/", state, layout, on: &grid)
      return help.isSearching ? cursor : nil
    case .open(let list):
      return drawField(list.field, "open: ", state, layout, on: &grid)
    case .lessons(let list):
      return drawField(list.field, "lesson: ", state, layout, on: &grid)
    }
    return nil
  }

  private static func drawField(
    _ field: TextField, _ prompt: String, _ state: ExplorerState, _ layout: Layout,
    on grid: inout CellGrid
  ) -> Point {
    let area = layout.footer
    let short = CellWidth.truncated(prompt, toWidth: area.width / 2, level: grid.glyphs)
    let drawn = FieldLine.draw(field, prompt: " " + short, in: area, on: &grid)
    FieldLine.drawHints(state, after: drawn.end, in: area, on: &grid)
    return drawn.cursor
  }

  private static func drawList(
    _ state: ExplorerState, _ layout: Layout, on grid: inout CellGrid
  ) {
    let rows = ListRow.rows(state, glyphs: grid.glyphs)
    if rows.isEmpty {
      grid.write(nothing(state.mode), row: layout.list.row, column: 3, style: .dim)
    }
    ListView(rows: rows, area: layout.list).draw(on: &grid)
  }

  private static func nothing(_ mode: Mode) -> String {
    switch mode {
    case .open: "no preset matches: Enter opens the file of that path"
    case .lessons: "no lesson matches"
    default: "nothing matches"
    }
  }
}
