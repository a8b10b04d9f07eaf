package import LogitKernel
package import TerminalCells

/// What is on the screen before there is a state.
package func emptyFrame(size: Size, glyphs: GlyphLevel) -> CellGrid {
  var grid = CellGrid(size: size, glyphs: glyphs)
  if size.height > 1 { grid.write("logitscope", row: 0, column: 1, style: .title) }
  return grid
}

/// A line such as “opening logits.csv: splitting into cells  43 %  Esc stops”.
package func drawProgress(
  _ title: String, _ progress: Work.Progress, in area: Rect, on grid: inout CellGrid
) {
  guard !area.isEmpty else { return }
  let row = area.endRow - 1
  grid.fill(Rect(row: row, column: area.column, width: area.width, height: 1))
  let end = (progress.percent.map { "\($0) %  " } ?? "") + "Esc stops"
  let room = max(0, area.width - 4 - CellWidth.of(end))
  let whole = progress.step.isEmpty ? title : "\(title): \(progress.step)"
  let words = CellWidth.truncated(
    CellWidth.of(whole) <= room ? whole : title, toWidth: room, level: grid.glyphs)
  let column = area.column + 1
  grid.write(words, row: row, column: column, style: .accent)
  let place = words.isEmpty ? column : column + CellWidth.of(words) + 2
  grid.write(end, row: row, column: place, maxWidth: area.endColumn - place, style: .accent)
}
