import LogitExplorer
import LogitKernel
import TerminalCells

/// The worked formula of the selected class, all classes in one strip, and the sums.
struct SoftmaxPanel {
  let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  func draw(in area: Rect, on grid: inout CellGrid) {
    guard let index = state.selectedClass else { return }
    var row = area.row
    for line in formula(index, width: area.width) where row < area.endRow {
      grid.write(line, row: row, column: area.column)
      row += 1
    }
    if area.endRow - row > 1, area.height > 4 { row += 1 }
    drawStrip(in: area.removingTop(row - area.row).top(area.height >= 12 ? 2 : 1), on: &grid)
  }

  private func drawStrip(in area: Rect, on grid: inout CellGrid) {
    let classes = (0..<min(state.document.count, 64)).map { state.classIndex(atRow: $0) }
    var parts = classes.map { index in
      StripPart(
        share: state.logits.probability(at: index), label: state.label(index),
        mark: state.mark(index), style: .series(index))
    }
    if state.document.count > classes.count {
      let rest = 1 - parts.reduce(0) { $0 + $1.share }
      parts.append(StripPart(share: rest, label: "rest", mark: ".", style: .dim))
    }
    grid.drawStrip(parts, in: area)
  }
}
