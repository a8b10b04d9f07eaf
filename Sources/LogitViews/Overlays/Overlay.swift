import LogitExplorer
import TerminalCells

/// What the footer shows and what covers the panel, by mode.
enum Overlay {
  /// True when the mode needs a list on the screen.
  static func isList(_ mode: Mode) -> Bool {
    switch mode {
    case .palette, .help, .open: true
    case .browsing, .entry, .confirm: false
    }
  }

  /// Returns where the cursor belongs.
  static func draw(_ state: ExplorerState, _ layout: Layout, on grid: inout CellGrid) -> Point? {
    switch state.mode {
    case .entry(let entry): return EntryLine.draw(entry, state, layout, on: &grid)
    default: return nil
    }
  }
}
