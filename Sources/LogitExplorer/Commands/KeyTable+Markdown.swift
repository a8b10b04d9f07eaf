extension KeyTable {
  /// The table of the README: the keys, the word after `:`, and what it does.
  package static var markdown: String {
    var lines = ["| Keys | Word | What it does |", "|---|---|---|"]
    for section in sections {
      lines.append("| **\(section.title)** | | |")
      for row in section.rows {
        let keys = row.keys.map { code(KeyName.label($0)) }.joined(separator: " ")
        let word = row.word.isEmpty ? "" : code(row.word)
        lines.append("| \(keys) | \(word) | \(row.title) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A bar would end the cell.
  private static func code(_ text: String) -> String {
    var escaped = ""
    for character in text { escaped += character == "|" ? "\\|" : String(character) }
    return "`\(escaped)`"
  }
}
