package import TerminalCells

extension CellGrid {
  /// Fills the place of a bar whose length is kept from sight.
  package mutating func drawCover(in area: Rect) { fill(area, with: "░", style: .dim) }

  /// Says in the middle of an area that what belongs there is kept from sight.
  mutating func writeCovered(_ text: String = "covered", in area: Rect) {
    guard !area.isEmpty else { return }
    let column = area.column + max(0, area.width - CellWidth.of(text)) / 2
    write(text, row: area.row + area.height / 2, column: column, maxWidth: area.width, style: .dim)
  }
}
