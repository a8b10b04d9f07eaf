import LogitExplorer
import TerminalCells

extension ListRow {
  /// The lines of the list that the mode has open; none in other modes.
  static func rows(_ state: ExplorerState, glyphs: GlyphLevel) -> [ListRow] {
    switch state.mode {
    case .palette(let palette): paletteRows(state, palette, glyphs)
    case .help: helpRows(state, glyphs)
    case .open(let list): openRows(state, list)
    case .lessons(let list): lessonRows(state, list, glyphs)
    case .browsing, .field, .confirm: []
    }
  }

  private static func keyText(_ keys: [String], _ glyphs: GlyphLevel) -> String {
    keys.map { KeyName.label($0, isASCII: glyphs == .ascii) }.joined(separator: " ")
  }

  private static func paletteRows(
    _ state: ExplorerState, _ palette: LogitExplorer.Palette, _ glyphs: GlyphLevel
  ) -> [ListRow] {
    let rows = state.paletteRows
    let highlighted = min(palette.highlighted, rows.count - 1)
    return rows.enumerated().map { index, row in
      ListRow(
        name: row.text, text: row.refusal ?? row.title, right: keyText(row.keys, glyphs),
        choice: index, isHighlighted: index == highlighted, isDim: row.refusal != nil)
    }
  }

  private static func helpRows(_ state: ExplorerState, _ glyphs: GlyphLevel) -> [ListRow] {
    var choices = 0
    let highlighted = state.highlightedHelpRow
    return state.helpRows.enumerated().map { index, row in
      var line: ListRow
      switch row {
      case .heading(let title): return ListRow(name: title, text: "")
      case .command(let command):
        line = ListRow(
          name: keyText(command.keys, glyphs), text: command.title, right: ":" + command.id)
      case .note(let keys, let text): line = ListRow(name: keyText(keys, glyphs), text: text)
      }
      line.choice = choices
      line.isHighlighted = index == highlighted
      choices += 1
      return line
    }
  }

  private static func lessonRows(
    _ state: ExplorerState, _ list: OpenList, _ glyphs: GlyphLevel
  ) -> [ListRow] {
    let rows = state.lessonRows
    let highlighted = min(list.highlighted, rows.count - 1)
    var lines: [ListRow] = []
    for (index, lesson) in rows.enumerated() {
      if index == 0 || rows[index - 1].level != lesson.level {
        lines.append(ListRow(name: lesson.level.title, text: ""))
      }
      let done = state.doneLessons.contains(lesson.name) ? "done  " : ""
      lines.append(
        ListRow(
          name: lesson.title, text: quoted(lesson.misconception),
          right: "\(done)\(lesson.minutes) min",
          choice: index, isHighlighted: index == highlighted))
    }
    return lines
  }

  private static func quoted(_ text: String) -> String { text.isEmpty ? "" : "“\(text)”" }

  private static func openRows(_ state: ExplorerState, _ list: OpenList) -> [ListRow] {
    let rows = state.openRows
    let highlighted = min(list.highlighted, rows.count - 1)
    var lines: [ListRow] = []
    for (index, preset) in rows.enumerated() {
      if !preset.section.isEmpty, index == 0 || rows[index - 1].section != preset.section {
        lines.append(ListRow(name: preset.section, text: ""))
      }
      let classes = preset.count == 1 ? "1 class" : "\(preset.count) classes"
      lines.append(
        ListRow(
          name: preset.name, text: preset.note, right: classes, choice: index,
          isHighlighted: index == highlighted))
    }
    return lines
  }
}
