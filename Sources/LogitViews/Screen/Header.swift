import LogitExplorer
import LogitKernel
import TerminalCells

/// The lines above the table: what is open, at which temperature, against which target; the tabs.
enum Header {
  static func draw(_ state: ExplorerState, _ layout: Layout, on grid: inout CellGrid) {
    if layout.tabs.isEmpty {
      drawShort(state, layout.header, on: &grid)
      return
    }
    let title = documentTitle(state)
    var items = settings(state)
    let area = layout.header
    // Target and temperature stand elsewhere too; how the numbers come about does not.
    let arithmetic = state.document.arithmetic.summary
    while CellWidth.of(items.joined(separator: "  ")) > area.width - 2, items.last != arithmetic {
      items.removeLast()
    }
    let words = title.name + title.about
    let isTight = CellWidth.of(items.joined(separator: "    ") + words) + 16 > area.width
    let right = items.joined(separator: isTight ? "  " : "    ")
    grid.write(right, row: area.row, endColumn: area.endColumn - 1, style: .accent)
    let room = area.width - CellWidth.of(right) - 3
    drawTitle(title, width: room, on: &grid, row: area.row)
    drawTabs(state, layout, on: &grid)
  }

  /// What is open, behind the program's name where both have room; of a long name of a file the end
  /// goes, and not what is said about it.
  private static func drawTitle(
    _ title: (name: String, about: String), width room: Int, on grid: inout CellGrid, row: Int
  ) {
    var (column, width) = (1, room)
    let program = "logitscope"
    if CellWidth.of(title.name + title.about) + program.count + 2 <= room {
      column += grid.write(program, row: row, column: 1, style: .title) + 2
      width -= column - 1
    }
    let left = max(min(8, width), width - CellWidth.of(title.about))
    let name = CellWidth.truncated(title.name, toWidth: left, level: grid.glyphs)
    let text = CellWidth.truncated(name + title.about, toWidth: width, level: grid.glyphs)
    grid.write(text, row: row, column: column, maxWidth: width)
  }

  /// One line; how the numbers come about is said however narrow it is, and the rest where it fits.
  private static func drawShort(_ state: ExplorerState, _ area: Rect, on grid: inout CellGrid) {
    guard !area.isEmpty else { return }
    let (lens, arithmetic) = (state.lens.title, state.document.arithmetic.summary)
    let place = "\((Lens.allCases.firstIndex(of: state.lens) ?? 0) + 1)/\(Lens.allCases.count)"
    let temperature = "T " + state.inputText(state.document.temperature, width: 8)
    let row = state.rows.map { " \($0.shown + 1)/\($0.numbers.upperBound)" } ?? ""
    let lines = [
      ("\(lens) \(place)", [state.shownName + row, arithmetic, temperature]),
      ("\(lens) \(place)", (row.isEmpty ? [] : ["row" + row]) + [arithmetic, temperature]),
      ("\(lens) \(place)", [arithmetic, temperature]), (lens, [arithmetic, temperature]),
      (lens, [arithmetic]), ("", [arithmetic]),
    ]
    let room = area.width - 4
    let line = lines.first { title, items in
      CellWidth.of(title) + CellWidth.of(items.joined(separator: "  ")) <= room
    }
    let (title, items) = line ?? lines[lines.count - 1]
    grid.write(title, row: area.row, column: area.column + 1, style: .title)
    var end = area.endColumn - 1
    for item in items.reversed() {
      let text = CellWidth.truncated(item, toWidth: area.width - 2, level: grid.glyphs)
      grid.write(text, row: area.row, endColumn: end, style: .accent)
      end -= CellWidth.of(text) + 2
    }
  }

  /// The document's name, and what is said about it.
  private static func documentTitle(_ state: ExplorerState) -> (name: String, about: String) {
    let count = state.document.count
    let classes = count == 1 ? "1 class" : "\(DecimalText.grouped(count)) classes"
    // In a lesson it is what was there before that is changed, and not what is shown.
    let isChanged = state.lesson == nil && state.isModified
    guard let rows = state.rows else {
      return (state.shownName, "\(isChanged ? " (changed)" : "") · \(classes)")
    }
    return (state.shownName, " · \(rowTitle(state, rows)) · \(classes)")
  }

  /// Which row it is, of how many; in a stream, whether the newest is followed.
  private static func rowTitle(_ state: ExplorerState, _ rows: RowSet) -> String {
    guard !rows.numbers.isEmpty else { return "waiting for a row" }
    let place = state.document.note.isEmpty ? "row \(rows.shown + 1)" : state.document.note
    let changed = state.isRowChanged ? " (changed)" : ""
    guard let stream = rows.stream else { return "\(place) of \(rows.numbers.count)\(changed)" }
    let doing = !stream.isFollowing ? "paused" : stream.hasEnded ? "ended" : "following"
    return "\(place)\(changed) · \(doing)"
  }

  private static func settings(_ state: ExplorerState) -> [String] {
    var items: [String] = []
    if state.baseline != nil { items.append("baseline") }
    if state.document.labelSmoothing != 0 {
      items.append("ε " + state.inputText(state.document.labelSmoothing, width: 8))
    }
    items.append(state.document.arithmetic.summary)
    items.append("T " + state.inputText(state.document.temperature, width: 12))
    switch state.document.target {
    case .none: items.append("no target")
    case .index(let index):
      let name = CellWidth.truncated(state.label(index), toWidth: 16)
      items.append("target \(name)")
    case .weights: items.append("soft target")
    }
    return items
  }

  /// The tabs' places, used to draw them and to click on them.
  static func tabPlaces(_ layout: Layout) -> [(lens: Lens, area: Rect)] {
    var column = layout.tabs.column + 1
    return Lens.allCases.map { lens in
      let width = lens.title.count + 2
      defer { column += width }
      return (lens, Rect(row: layout.tabs.row, column: column, width: width, height: 1))
    }
  }

  private static func drawTabs(
    _ state: ExplorerState, _ layout: Layout, on grid: inout CellGrid
  ) {
    var end = 0
    for (lens, area) in tabPlaces(layout) {
      let isShown = lens == state.lens
      let text = isShown ? "[\(lens.title)]" : " \(lens.title) "
      grid.write(
        text, row: area.row, column: area.column, style: isShown ? Style.selected.bold : .plain)
      end = area.endColumn
    }
    let hint = "Tab  Alt-1…\(Lens.allCases.count)"
    guard end + CellWidth.of(hint) + 2 <= layout.tabs.endColumn else { return }
    grid.write(hint, row: layout.tabs.row, endColumn: layout.tabs.endColumn - 1, style: .keyHint)
  }
}
