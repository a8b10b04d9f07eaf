package import LogitExplorer
package import TerminalCells

/// Where everything stands on the screen: used to draw and to tell what the mouse points at.
///
/// The table never leaves the screen; with fewer rows the panel goes first, then the header.
package struct Layout: Equatable, Sendable {
  /// A panel beside others.
  package struct Panel: Equatable, Sendable {
    package let lens: Lens
    package let title: Rect
    package let area: Rect
  }

  package let size: Size
  /// True where there is room for the selected value and nothing else.
  package let isValueOnly: Bool
  /// True below 50 columns: one table, short texts.
  package let isNarrow: Bool
  package private(set) var header = Rect.empty
  package private(set) var tabs = Rect.empty
  /// Lines between the parts, full width.
  package private(set) var rules: [Rect] = []
  package private(set) var table: TableLayout
  package private(set) var panels: [Panel] = []
  /// Where palette, help and lists stand while they are open.
  package private(set) var list = Rect.empty
  package private(set) var readout = Rect.empty
  /// The readout's texts, which decide how many rows it takes.
  package private(set) var readoutLines: [String] = []
  /// Messages and notices; a rule when there is nothing to say.
  package private(set) var message = Rect.empty
  /// Hints, or the field that is open.
  package private(set) var footer = Rect.empty

  package init(_ state: ExplorerState, size: Size) {
    self.size = size
    isValueOnly = size.height < 3 || size.width < 12
    isNarrow = size.width < 50
    table = TableLayout(state, in: .empty, hasHeading: false)
    guard !isValueOnly else { return }
    var free = Rect(size)
    footer = free.bottom(1)
    free = free.removingBottom(1)
    if size.height >= 16, !isNarrow {
      placeFull(state, free)
    } else {
      placeSmall(state, free)
    }
  }

  /// Rows of classes that are shown; what Page Down moves by.
  package var visibleRows: Int { max(1, table.rowCount) }

  private mutating func placeSmall(_ state: ExplorerState, _ area: Rect) {
    var free = area
    if size.height >= 8 {
      header = free.top(1)
      free = free.removingTop(1)
      message = free.bottom(1)
      free = free.removingBottom(1)
      readoutLines = Readout.lines(state, width: size.width, atMost: size.height >= 12 ? 2 : 1)
      if let sentence = LensView.of(state.lens).sentence?(state) {
        let most = size.height >= 12 ? 4 : 2
        readoutLines = MessageLine.wrap(sentence, width: size.width - 2, atMost: most)
      }
      readout = free.bottom(readoutLines.count)
      free = free.removingBottom(readoutLines.count)
    }
    if Overlay.isList(state.mode) {
      let rows = min(state.document.count + 1, max(1, free.height / 3))
      list = free.removingTop(rows)
      free = free.top(rows)
    }
    table = TableLayout(state, in: free, hasHeading: free.height > 1)
  }

  private mutating func placeFull(_ state: ExplorerState, _ area: Rect) {
    var free = area
    header = free.top(1)
    tabs = free.removingTop(1).top(1)
    rules.append(free.removingTop(2).top(1))
    free = free.removingTop(3)
    message = free.bottom(1)
    free = free.removingBottom(1)
    readoutLines = Readout.lines(state, width: size.width, atMost: 2)
    readout = free.bottom(readoutLines.count)
    free = free.removingBottom(readoutLines.count)
    let isList = Overlay.isList(state.mode)
    let lens = LensView.of(state.lens)
    let least = isList ? max(lens.leastPanelHeight, free.height * 2 / 3) : lens.leastPanelHeight
    let rows = max(min(4, free.height - 2), min(state.document.count + 1, free.height - 1 - least))
    table = TableLayout(state, in: free.top(max(2, rows)), hasHeading: true)
    free = free.removingTop(max(2, rows))
    rules.append(free.top(1))
    free = free.removingTop(1)
    if isList { list = free } else { placePanels(lens, free) }
  }

  /// One panel, two from 110 columns, three from 180; another row of them where one is full.
  private mutating func placePanels(_ lens: LensView, _ area: Rect) {
    guard !lens.isWide else {
      panels = [Panel(lens: lens.lens, title: .empty, area: area.inset(columns: 1))]
      return
    }
    let across = size.width >= 180 ? 3 : size.width >= 110 ? 2 : 1
    let down = area.height >= lens.bestPanelHeight + 12 ? 2 : 1
    let count = min(across * down, LensView.companions.count)
    let columns = count == 4 ? 2 : across
    let height = (area.height - (down - 1)) / down
    for (index, lens) in lens.panelOrder.prefix(count).enumerated() {
      let (row, column) = (index / columns, index % columns)
      let left = size.width * column / columns
      let right = size.width * (column + 1) / columns
      let top = area.row + row * (height + 1)
      let bottom = row == down - 1 ? area.endRow : top + height
      let box = Rect(row: top, column: left, width: right - left, height: bottom - top)
      if row > 0, column == 0 {
        rules.append(Rect(row: top - 1, column: 0, width: size.width, height: 1))
      }
      panels.append(
        Panel(
          lens: lens, title: Rect(row: top - 1, column: left, width: right - left, height: 1),
          area: box.inset(columns: 1)))
    }
  }
}
