import LogitExplorer
import TerminalCells

/// One line above the footer: the latest message, else the first notice, else a rule.
enum MessageLine {
  static func draw(_ state: ExplorerState, _ layout: Layout, on grid: inout CellGrid) {
    let area = layout.message
    guard !area.isEmpty else { return }
    guard let (text, severity) = shown(state) else {
      drawNotice(state.numbers.notices, layout, on: &grid)
      return
    }
    let word = severity == .note ? "" : "\(severity.rawValue): "
    let lines = lines(word + text, width: area.width)
    // Longer sentences than there is room for grow upwards over the readout.
    for (index, line) in lines.enumerated() {
      let row = area.endRow - lines.count + index
      grid.fill(Rect(row: row, column: area.column, width: area.width, height: 1))
      grid.write(
        CellWidth.truncated(line, toWidth: area.width - 2, level: grid.glyphs), row: row,
        column: area.column + 1, style: style(of: severity))
    }
  }

  /// Whether there is something that must be read before the next key.
  static func isPressing(_ state: ExplorerState) -> Bool {
    guard let (_, severity) = shown(state) else { return false }
    if case .confirm = state.mode { return true }
    return severity != .note
  }

  /// The rows that a small screen keeps for a note, one where there is none.
  ///
  /// All of it has room: what it would cover is what it is about.
  static func heightOfNote(_ state: ExplorerState, width: Int) -> Int {
    guard case .browsing = state.mode, let (text, severity) = shown(state), severity == .note
    else { return 1 }
    return max(1, lines(text, width: width).count)
  }

  /// The rows that whatever is said now takes, one where there is nothing.
  static func height(_ state: ExplorerState, width: Int) -> Int {
    shown(state).map { max(1, lines($0.text, width: width).count) } ?? 1
  }

  private static func lines(_ text: String, width: Int) -> [String] {
    wrap(text, width: max(1, width - 2), atMost: width < 50 ? 3 : 2)
  }

  /// The text broken at spaces; what does not fit on the last line stays on it.
  static func wrap(_ text: String, width: Int, atMost limit: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      let fits = lines.last.map { CellWidth.of($0) + 1 + CellWidth.of(word) <= width } ?? false
      if let last = lines.last, fits || lines.count == limit {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// A refusal of the text being typed comes first: it is about the key just pressed.
  private static func shown(_ state: ExplorerState) -> (text: String, severity: Message.Severity)? {
    switch state.mode {
    case .field(let field):
      if let refusal = field.refusal { return (refusal, .warning) }
    case .palette(let palette):
      if let refusal = palette.refusal { return (refusal, .warning) }
    case .confirm(let question): return (question.text, .note)
    // A list's line has no room for the whole of what to look at.
    case .open(let list):
      let rows = state.openRows
      if !rows.isEmpty { return (rows[min(list.highlighted, rows.count - 1)].note, .note) }
    default: break
    }
    return state.message.map { ($0.text, $0.severity) }
  }

  /// One line and not more, because it stays: what is above must remain in sight.
  private static func drawNotice(
    _ notices: [Notice], _ layout: Layout, on grid: inout CellGrid
  ) {
    let area = layout.message
    guard let first = notices.first else {
      if !layout.isNarrow {
        grid.fill(area, with: grid.glyphs.horizontalLine, style: .frame)
      }
      return
    }
    let place = notices.count > 1 ? "(1 of \(notices.count), ? all) " : ""
    let text = CellWidth.truncated(
      place + first.text, toWidth: area.width - 2, level: grid.glyphs)
    grid.write(text, row: area.row, column: area.column + 1, style: .warning)
  }

  static func style(of severity: Message.Severity) -> Style {
    switch severity {
    case .note: .accent
    case .warning: .warning
    case .error: .error
    }
  }
}
