import LogitExplorer
import TerminalCells

/// The keys that change things, always in sight.
enum KeysPanel {
  private static let groups: [Command.Group] = [
    .logits, .temperature, .loss, .compare, .classes, .view,
  ]

  private static let rows = lines(isASCII: false)
  private static let asciiRows = lines(isASCII: true)

  static func draw(in area: Rect, on grid: inout CellGrid) {
    let rows = grid.glyphs == .ascii ? asciiRows : rows
    for (offset, (keys, title)) in rows.prefix(area.height).enumerated() {
      let row = area.row + offset
      grid.write(keys, row: row, column: area.column, maxWidth: 11, style: .keyHint)
      let text = CellWidth.truncated(title, toWidth: area.width - 12, level: grid.glyphs)
      grid.write(text, row: row, column: area.column + 12, style: .dim)
    }
  }

  private static func lines(isASCII: Bool) -> [(keys: String, title: String)] {
    groups.flatMap { group in
      // The tabs show the lenses.
      let commands = Command.catalog.filter {
        $0.group == group && !$0.keys.isEmpty && !$0.id.hasPrefix("lens-")
      }
      return commands.map { command in
        let labels = command.keys.prefix(2).map { KeyName.label($0, isASCII: isASCII) }
        return (labels.joined(separator: " "), command.title)
      }
    }
  }
}
