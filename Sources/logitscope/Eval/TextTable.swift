internal import LogitKernel
internal import TerminalCells

/// Columns under headings, as text.
struct TextTable {
  struct Column {
    var heading: String
    var cells: [String]
    var isLeft = false
  }

  var columns: [Column]

  /// A line for the headings and one for each row, with two blanks between columns.
  var lines: [String] {
    let texts = columns.map { [$0.heading] + $0.cells }
    let widths = texts.map { $0.map { CellWidth.of($0) }.max() ?? 0 }
    return (0..<(texts.map(\.count).max() ?? 0)).wanted("writing the table").map { line in
      let cells = columns.indices.map { index in
        let text = line < texts[index].count ? texts[index][line] : ""
        let space = String(repeating: " ", count: widths[index] - CellWidth.of(text))
        return columns[index].isLeft ? text + space : space + text
      }
      var text = Substring(cells.joined(separator: "  "))
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// Names and what they are, in two columns.
  static func pairs(_ pairs: [(name: String, value: String)]) -> [String] {
    let width = pairs.map { CellWidth.of($0.name) }.max() ?? 0
    return pairs.map { name, value in
      name + String(repeating: " ", count: width - CellWidth.of(name) + 3) + value
    }
  }
}
