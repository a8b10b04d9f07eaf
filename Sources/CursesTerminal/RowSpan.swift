import TerminalCells

/// The part of a row that differs from the frame before.
struct RowSpan {
  let column: Int
  let cells: ArraySlice<Cell>

  /// `nil` when nothing differs; without a known frame the whole row does.
  init?(of grid: CellGrid, row: Int, since known: CellGrid?) {
    let new = grid.row(row)
    guard let known else {
      guard !new.isEmpty else { return nil }
      (column, cells) = (0, new)
      return
    }
    guard let difference = grid.difference(inRow: row, from: known) else { return nil }
    var (first, last) = (
      new.startIndex + difference.lowerBound, new.startIndex + difference.upperBound
    )
    // A wide glyph is sent by its first cell, and covers its second.
    if new[first].isContinuation, first > new.startIndex { first -= 1 }
    if last + 1 < new.endIndex, new[last + 1].isContinuation { last += 1 }
    column = first - new.startIndex
    cells = new[first...last]
  }
}
