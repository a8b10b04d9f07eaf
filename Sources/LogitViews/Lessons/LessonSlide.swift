import LogitExplorer
import TerminalCells

/// A lesson's question for the back row: bold, in short lines with room between them.
enum LessonSlide {
  /// Draws it in the upper part; returns what is left for the chart.
  static func draw(_ state: ExplorerState, in area: Rect, on grid: inout CellGrid) -> Rect {
    guard let run = state.lesson, area.height >= 6 else { return area }
    let spare = area.height - min(state.document.count, 3)
    // As wide as need be for all of it, and no wider.
    let widths = [min(48, area.width - 4), min(64, area.width - 4), area.width - 4]
    var (lines, pitch) = ([LessonLine](), 1)
    for (width, wanted) in [(widths[0], 2), (widths[1], 2), (widths[1], 1), (widths[2], 1)] {
      (lines, pitch) = (LessonLines(run, state, width: width).lines, wanted)
      if lines.count * wanted + 1 <= spare { break }
    }
    let rows = min(lines.count * pitch + 1, spare)
    let place = lines.count > rows ? lines.count - rows : 0
    for (index, line) in lines.dropFirst(run.progress.isAnswered ? place : 0).enumerated() {
      let row = area.row + index * pitch
      guard row < area.row + rows else { break }
      grid.write(
        line.text, row: row, column: area.column + 2, maxWidth: area.width - 4,
        style: line.style.bold)
    }
    return area.removingTop(rows)
  }
}
