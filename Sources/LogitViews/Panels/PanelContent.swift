package import LogitExplorer
package import TerminalCells

/// What a panel shows: a lens, or what large screens have room for next to one.
package enum PanelContent: Equatable, Sendable {
  case lens(Lens)
  /// Further numbers of the selected class.
  case values
  /// What was done, and what undo and redo would do.
  case history
  /// Keys and what they do.
  case keys
}

extension PanelContent {
  package func title(_ state: ExplorerState) -> String {
    switch self {
    case .lens(let lens): lens.title
    case .values: state.selectedClass.map { state.label($0) } ?? "no class"
    case .history: "History"
    case .keys: "Keys"
    }
  }

  /// Draws it in an area of any size, on blank cells.
  package func draw(_ state: ExplorerState, in area: Rect, on grid: inout CellGrid) {
    switch self {
    case .lens(let lens): LensView.of(lens).drawPanel(state, area, &grid)
    case .values: ValuesPanel.draw(state, in: area, on: &grid)
    case .history: HistoryPanel.draw(state, in: area, on: &grid)
    case .keys: KeysPanel.draw(in: area, on: &grid)
    }
  }
}
