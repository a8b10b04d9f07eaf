package import LogitExplorer
package import TerminalCells

/// Where the parts of the Numerics panel stand: the chosen one first, others where there is room.
package struct NumericsPlaces {
  package private(set) var sentence: Rect
  package private(set) var tabs: [(part: NumericsPart, area: Rect)] = []
  /// Where the marks may be explained: next to the tabs, or else at the bottom.
  package private(set) var legends: [Rect] = []
  package private(set) var parts: [(part: NumericsPart, area: Rect)] = []

  package init(_ state: ExplorerState, in area: Rect) {
    let lines = area.width >= 170 || area.height < 7 ? 1 : 2
    sentence = area.top(lines)
    var free = area.removingTop(lines)
    let tabRow = free.top(1)
    free = free.removingTop(1)
    var column = tabRow.column
    for part in NumericsPart.allCases {
      let width = part.title.count + 2
      tabs.append((part, Rect(row: tabRow.row, column: column, width: width, height: 1)))
      column += width
    }
    legends = [tabRow.removingLeft(column + 2 - tabRow.column)]
    if free.width < NumericsPlaces.twoAcross, free.height >= 8 {
      legends.append(free.bottom(1))
      free = free.removingBottom(1)
    }
    place(state.display.numerics.part, in: free)
  }

  /// One part, two side by side from 118 columns, three from 180; a second row of them where
  /// one has all that it can use.
  private mutating func place(_ chosen: NumericsPart, in area: Rect) {
    guard area.height >= 2 else { return }
    let across = area.width >= 176 ? 3 : area.width >= NumericsPlaces.twoAcross ? 2 : 1
    let down = across > 1 && area.height >= 21 ? 2 : 1
    let order = [chosen] + NumericsPlaces.companions.filter { $0 != chosen }
    let rowHeight = (area.height + down - 1) / down
    for row in 0..<down {
      let line = Array(order.dropFirst(row * across).prefix(across))
      let top = area.row + rowHeight * row
      let bottom = row == down - 1 ? area.endRow : top + rowHeight - 1
      place(
        line,
        in: Rect(row: top, column: area.column, width: area.width, height: bottom - top))
    }
  }

  /// Beside each other, each as wide as it would like to be in proportion; the formats whole.
  private mutating func place(_ line: [NumericsPart], in area: Rect) {
    let wishes = line.map(NumericsPlaces.wish)
    let total = wishes.reduce(0, +)
    var (rest, left) = (total, area.column)
    for (part, wish) in zip(line, wishes) {
      let free = area.endColumn - left
      var width = free * wish / rest
      if part == .formats { width = max(width, NumericsPlaces.wholeFormats) }
      if line.last == .formats, part != .formats {
        width = min(width, free - NumericsPlaces.wholeFormats)
      }
      rest -= wish
      let gap = rest > 0 ? 2 : 0
      parts.append(
        (part, Rect(row: area.row, column: left, width: width - gap, height: area.height)))
      left += width
    }
  }

  /// From this width on there is room for the formats by all algorithms and for another part.
  private static let twoAcross = 116
  private static let wholeFormats = 67

  /// Columns that a part can use.
  private static func wish(_ part: NumericsPart) -> Int {
    switch part {
    case .formats: 68
    case .sweep, .bits: 60
    case .online: 56
    case .steps, .masks: 50
    }
  }

  /// Where the bits stand below their title, if they do.
  var bits: Rect? {
    parts.first { $0.part == .bits }.map { part in
      part.area.removingTop(part.area == parts[0].area ? 1 : 2)
    }
  }

  /// What is most worth seeing next to another part.
  private static let companions: [NumericsPart] = [
    .formats, .steps, .sweep, .bits, .masks, .online,
  ]
}

extension ExplorerState {
  /// Takes note of what the layout shows: how many rows, and which parts are to be computed.
  package mutating func adopt(_ layout: Layout) {
    if layout.visibleRows != visibleRows {
      _ = reduce(.selection(.setVisibleRows(layout.visibleRows)))
    }
    adoptLesson(layout)
    let panel = layout.panels.first { $0.content == .lens(.numerics) }?.area
    guard lens == .numerics, let panel else { return }
    let parts = Set(NumericsPlaces(self, in: panel).parts.map(\.part))
    if parts != display.numerics.shownParts { _ = reduce(.numerics(.setShownParts(parts))) }
  }

  /// How many pages the lesson's step takes; a slide has one.
  private mutating func adoptLesson(_ layout: Layout) {
    guard let run = lesson else { return }
    let place = display.isProjector ? nil : LessonPlace(self, in: layout.lesson)
    let count = place?.pageCount ?? 1
    if count != run.pageCount || run.showsEnd { _ = reduce(.lesson(.setPageCount(count))) }
  }
}
