import LogitExplorer
import TerminalCells

/// A field with its name on the footer, scrolled so that the cursor is in sight.
enum FieldLine {
  /// Draws a prompt and a field; returns the cursor and the first column after the text.
  static func draw(
    _ field: TextField, prompt: String, in area: Rect, on grid: inout CellGrid
  ) -> (cursor: Point, end: Int) {
    let start =
      area.column
      + grid.write(prompt, row: area.row, column: area.column, style: .heading)
    let room = max(1, area.endColumn - start - 1)
    let head = end(of: field.text.prefix(field.cursor), width: room)
    let text = head + field.text.dropFirst(field.cursor).prefix(room)
    let end =
      start
      + grid.write(text, row: area.row, column: start, maxWidth: room, style: Style.input)
    let column = min(start + CellWidth.of(head), max(area.column, area.endColumn - 1))
    return (Point(row: area.row, column: column), end)
  }

  /// As much of the end of a text as fits.
  private static func end(of text: Substring, width: Int) -> String {
    var room = width
    let kept = text.reversed().prefix { character in
      room -= CellWidth.of(character)
      return room >= 0
    }
    return String(kept.reversed())
  }

  /// The hints that fit after the text, at the right; the essential ones first to stay.
  static func drawHints(
    _ state: ExplorerState, after end: Int, in area: Rect, on grid: inout CellGrid
  ) {
    var texts: [String] = []
    let hints = state.hints
    for hint in hints.filter(\.isEssential) + hints.filter({ !$0.isEssential }) {
      let longer = texts + ["\(Footer.keyText(hint, glyphs: grid.glyphs)) \(hint.word)"]
      guard CellWidth.of(longer.joined(separator: "  ")) + 3 <= area.endColumn - end else { break }
      texts = longer
    }
    grid.write(
      texts.joined(separator: "  "), row: area.row, endColumn: area.endColumn - 1, style: .keyHint)
  }

  /// What the text is for, in words.
  static func name(_ field: Field, _ state: ExplorerState) -> String {
    let index = field.startSelection
    let label = state.document.labels.indices.contains(index) ? state.label(index) : "class"
    return switch field.purpose {
    case .logit: "logit of \(label)"
    case .probability: "probability of \(label)"
    case .weight: "target weight of \(label)"
    case .rename: "new name of \(label)"
    case .temperature: "temperature"
    case .labelSmoothing: "label smoothing, 0 to 1"
    case .shift: "add to every logit"
    case .find: "find class"
    case .open: "open file"
    case .save: "save as"
    case .step: "step of the arrow keys"
    case .guess: "your guess"
    }
  }
}
