package import LogitExplorer
package import TerminalCells

/// Where everything is on the screen: used to draw, and to find what the mouse points at.
///
/// The table never leaves the screen; with fewer rows the panel goes first, then the header.
package struct Layout: Equatable, Sendable {
  /// A panel, perhaps next to others.
  package struct Panel: Equatable, Sendable {
    package let content: PanelContent
    package let title: Rect
    package let area: Rect

    /// Where its content goes, next to the line at its left.
    var inside: Rect { area.column > 1 ? area.removingLeft(1) : area }
  }

  package let size: Size
  /// True where there is room for the selected value and nothing else.
  package let isValueOnly: Bool
  /// True below 50 columns: one table, short texts.
  package let isNarrow: Bool
  package private(set) var header = Rect.empty
  package private(set) var tabs = Rect.empty
  /// Lines between the parts, full width.
  package internal(set) var rules: [Rect] = []
  package private(set) var table: TableLayout
  package internal(set) var panels: [Panel] = []
  /// Where palette, help and lists stand while they are open.
  package private(set) var list = Rect.empty
  /// Where the losses of all rows stand; empty for a document on its own.
  package private(set) var rowStrip = Rect.empty
  /// Where the lesson's text stands.
  package private(set) var lesson = Rect.empty
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
    if isFull {
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
      message = free.bottom(
        state.lesson == nil
          ? MessageLine.heightOfNote(state, width: size.width)
          : MessageLine.height(state, width: size.width))
      free = free.removingBottom(message.height)
      readoutLines = state.lesson == nil ? textsOfReadout(state) : []
      readout = free.bottom(readoutLines.count)
      free = free.removingBottom(readoutLines.count)
      free = placeLesson(state, below: min(state.document.count, 2) + 1, free)
    }
    if size.height < 8, size.height > 3, MessageLine.isPressing(state) {
      message = free.bottom(1)
      free = free.removingBottom(1)
    }
    if Overlay.isList(state.mode) {
      let rows = min(state.document.count + 1, max(1, free.height / 3))
      list = free.removingTop(rows)
      free = free.top(rows)
    }
    table = TableLayout(state, in: free, hasHeading: free.height > 1)
  }

  private var isFull: Bool { size.height >= 16 && !isNarrow }

  private func textsOfReadout(_ state: ExplorerState) -> [String] {
    let lens = LensView.of(state.lens)
    if isFull { return Readout.lines(state, width: size.width, atMost: lens.readoutLines) }
    if size.height < 8 { return [] }
    if let sentence = lens.sentence?(state) {
      return MessageLine.wrap(sentence, width: size.width - 2, atMost: size.height >= 12 ? 4 : 2)
    }
    return Readout.lines(state, width: size.width, atMost: size.height >= 12 ? 2 : 1)
  }

  /// Columns of a lesson beside the instrument.
  static let lessonWidth = 42

  /// Takes what the lesson's text needs from the bottom, and leaves rows for the table.
  private mutating func placeLesson(
    _ state: ExplorerState, below rows: Int, _ area: Rect
  ) -> Rect {
    guard state.lesson != nil, !Overlay.isList(state.mode) else { return area }
    let height = min(LessonPlace.height(state, width: area.width), max(3, area.height - rows))
    lesson = area.bottom(height)
    return area.removingBottom(height)
  }

  private mutating func placeFull(_ state: ExplorerState, _ area: Rect) {
    var free = area
    header = free.top(1)
    tabs = free.removingTop(1).top(1)
    rowStrip = free.removingTop(2).top(RowStrip.height(state))
    rules.append(free.removingTop(2 + rowStrip.height).top(1))
    free = free.removingTop(3 + rowStrip.height)
    // Beside a lesson nothing may be covered by what is said.
    message = free.bottom(state.lesson == nil ? 1 : MessageLine.height(state, width: size.width))
    free = free.removingBottom(message.height)
    let lens = LensView.of(state.lens)
    let isList = Overlay.isList(state.mode)
    readoutLines = textsOfReadout(state)
    if size.width < 110 {
      // The table, a rule and the readout stay.
      let kept = min(state.document.count + 1, 5) + 1 + readoutLines.count
      free = placeLesson(state, below: kept, free)
    }
    readout = free.bottom(readoutLines.count)
    free = free.removingBottom(readoutLines.count)
    if size.width >= 110, state.lesson != nil, !isList {
      lesson = free.right(Layout.lessonWidth)
      free = free.removingRight(Layout.lessonWidth + 1)
    }
    let own = lens.leastPanelHeight(
      on: size, isLong: state.lens == .softmax && state.numbers.present.isLong)
    let least = isList ? max(own, free.height * 2 / 3) : lesson.isEmpty ? own : 0
    let rows = max(min(4, free.height - 2), min(state.document.count + 1, free.height - 1 - least))
    table = TableLayout(state, in: free.top(max(2, rows)), hasHeading: true)
    free = free.removingTop(max(2, rows))
    guard free.height > 2 || lesson.isEmpty else { return }
    rules.append(free.top(1))
    free = free.removingTop(1)
    if isList { list = free } else { placePanels(lens, free) }
  }
}
