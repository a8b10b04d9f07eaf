import LogitExplorer
package import TerminalCells

/// Where the columns of the table stand.
package struct TableLayout: Equatable, Sendable {
  package let area: Rect
  package let hasHeading: Bool
  /// The first row of classes that is shown.
  package let firstRow: Int
  package let rowCount: Int
  /// Whether the classes' letters stand before their labels: where there is a plot to have them.
  let hasMarks: Bool
  package private(set) var label: Rect
  package private(set) var logit: Rect?
  package private(set) var logitBar: Rect?
  package private(set) var lensColumns: [Rect] = []
  package private(set) var lensBar: Rect?

  init(_ state: ExplorerState, in area: Rect, hasHeading: Bool) {
    self.area = area
    self.hasHeading = hasHeading
    let fitting = max(0, area.height - (hasHeading ? 1 : 0))
    let count = state.document.count
    rowCount = min(count, fitting)
    firstRow = max(0, min(state.selectedRow - fitting / 2, count - fitting))
    hasMarks = area.width >= 50
    label = area.removingLeft(hasMarks ? 5 : 3).left(0)
    place(state)
  }

  private mutating func place(_ state: ExplorerState) {
    let lens = LensView.of(state.lens)
    let isNarrow = !hasMarks
    let gap = isNarrow || lens.sharesWidth ? 1 : 2
    var free = area.removingLeft(label.column - area.column).removingRight(1)
    let numberWidth = TableLayout.logitWidth(state, columns: area.width)
    let wish = TableLayout.labelWidth(state, limit: isNarrow ? 11 : max(12, area.width / 6))
    label = free.left(min(wish, max(0, free.width - numberWidth - 1)))
    free = free.removingLeft(label.width + (isNarrow ? 0 : 1))
    func take(_ width: Int, _ gap: Int) -> Rect {
      let column = free.removingLeft(gap).left(width)
      free = free.removingLeft(gap + width)
      return column
    }
    if free.width >= numberWidth + 1 { logit = take(numberWidth, 1) }
    let columns = lens.columns(state)
    var widths = columns.map { isNarrow && !state.display.isHex ? min($0.width, 8) : $0.width }
    var shown: [Int] = []
    var room = free.width
    if lens.sharesWidth, !isNarrow, !state.display.isHex, !columns.isEmpty {
      let share = min(30, max(8, room / columns.count - gap))
      widths = columns.map { _ in share }
    }
    for (index, width) in widths.enumerated() {
      let least = index < lens.leadingColumns ? 0 : 46
      guard room - width - gap >= least else { break }
      shown.append(width)
      room -= width + gap
    }
    let bars = TableLayout.barWidths(
      room, gap: gap, hasLensBar: lens.bar != nil, isNarrow: isNarrow)
    if bars.logit > 0 { logitBar = take(bars.logit, gap) }
    lensColumns = shown.map { _ in .empty }
    for index in shown.indices.sorted(by: { columns[$0].place < columns[$1].place }) {
      lensColumns[index] = take(shown[index], gap)
    }
    if bars.lens > 0 { lensBar = take(bars.lens, gap) }
  }

  /// Logits are mostly short; more than the column holds is shown with fewer digits.
  private static func logitWidth(_ state: ExplorerState, columns: Int) -> Int {
    if state.display.isHex { return state.numberWidth }
    return columns < 50 ? 7 : columns < 110 ? 9 : state.numberWidth
  }

  /// A logit bar has an odd width, so that zero is in its middle.
  private static func barWidths(
    _ room: Int, gap: Int, hasLensBar: Bool, isNarrow: Bool
  ) -> (logit: Int, lens: Int) {
    guard hasLensBar else {
      let width = room - gap
      return (width >= 7 ? width - (1 - width % 2) : 0, 0)
    }
    let both = room - 2 * gap
    if isNarrow || both < 21 { return (0, room - gap >= 4 ? room - gap : 0) }
    let logit = both * 2 / 5
    let odd = max(9, logit - (1 - logit % 2))
    return (odd, both - odd)
  }

  /// Enough for the first labels, which does not change while the table scrolls.
  private static func labelWidth(_ state: ExplorerState, limit: Int) -> Int {
    var widest = 5
    let first = state.document.labels.prefix(100)
    // Of numbers the last is the widest.
    for text in first.suffix(state.document.labels.areNumbered ? 1 : 100) {
      widest = max(widest, CellWidth.of(String(text.prefix(limit))))
      if widest >= limit { break }
    }
    let mark = state.document.target == .none ? 0 : 2
    return min(widest + mark, limit)
  }

  /// The screen row of the table's row, counted from the first class; `nil` when it is not shown.
  package func screenRow(ofRow row: Int) -> Int? {
    guard row >= firstRow, row < firstRow + rowCount else { return nil }
    return area.row + (hasHeading ? 1 : 0) + row - firstRow
  }

  /// The table's row at a screen row.
  package func row(atScreenRow screenRow: Int) -> Int? {
    let row = screenRow - area.row - (hasHeading ? 1 : 0) + firstRow
    return row >= firstRow && row < firstRow + rowCount ? row : nil
  }
}
