internal import ArgumentParser
internal import LogitExplorer

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the table of all keys and commands, in Markdown.")

  func run() { StandardOutput.write(Self.table) }

  /// Three columns: the keys, the word after `:`, and what it does.
  private static var table: String {
    var lines = ["| Keys | Word | What it does |", "|---|---|---|"]
    for section in KeyTable.sections {
      lines.append("| **\(section.title)** | | |")
      for row in section.rows {
        let keys = row.keys.map { code(KeyLabel.text($0)) }.joined(separator: " ")
        let word = row.word.isEmpty ? "" : code(row.word)
        lines.append("| \(keys) | \(word) | \(row.title) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A bar would end the cell.
  private static func code(_ text: String) -> String {
    "`\(text.replacing("|", with: "\\|"))`"
  }
}
