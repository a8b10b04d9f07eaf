/// A line of the help.
package enum HelpRow: Sendable {
  case heading(String)
  /// A command; Enter runs it.
  case command(Command)
  /// Keys that are no command, such as the digits.
  case note(keys: [String], text: String)
}

extension ExplorerState {
  /// The lines of the help that match what is searched for.
  package var helpRows: [HelpRow] {
    guard case .help(let help) = mode else { return [] }
    let wanted = help.field.text.lowercased().trimmingSpaces
    // The line above the footer has room for the first of them only.
    var rows: [HelpRow] = wanted.isEmpty ? numbers.notices.map { .heading($0.text) } : []
    for section in KeyTable.sections {
      let matches = section.rows.filter { $0.matches(wanted) }
      if !matches.isEmpty { rows += [.heading(section.title)] + matches.map(\.helpRow) }
    }
    return rows
  }

  /// The highlighted line's place among the help's lines; headings are passed over.
  package var highlightedHelpRow: Int? {
    guard case .help(let help) = mode else { return nil }
    let places = helpRows.indices.filter { helpRows[$0].isSelectable }
    return places.isEmpty ? nil : places[min(help.highlighted, places.count - 1)]
  }

  mutating func runHelp() -> [Effect] {
    guard let row = highlightedHelpRow, case .command(let command) = helpRows[row] else {
      return []
    }
    mode = .browsing
    return run(command)
  }
}

extension HelpRow {
  /// Headings are not.
  package var isSelectable: Bool {
    if case .heading = self { return false }
    return true
  }
}

/// All keys and commands as text, for help, `logitscope keys` and the README.
package enum KeyTable {
  package struct Section: Sendable {
    package let title: String
    package let rows: [Row]
  }

  package struct Row: Sendable {
    /// In key notation.
    package let keys: [String]
    /// With its argument: "temperature T"; empty for what is no command.
    package let word: String
    package let title: String
    fileprivate let command: Command?

    fileprivate var helpRow: HelpRow {
      command.map { .command($0) } ?? .note(keys: keys, text: title)
    }

    /// The keys as people read them: "↑ k".
    package func keyText(isASCII: Bool = false) -> String {
      keys.map { KeyName.label($0, isASCII: isASCII) }.joined(separator: " ")
    }

    fileprivate func matches(_ wanted: String) -> Bool {
      wanted.isEmpty || title.lowercased().contains(wanted) || word.contains(wanted)
        || keyText(isASCII: true).lowercased().contains(wanted) || keys.contains(wanted)
    }
  }

  package static let sections: [Section] =
    Command.Group.allCases.map { group in
      Section(
        title: group.rawValue,
        rows: Command.catalog.filter { $0.group == group }.map { command in
          let argument = command.argument.map { " \($0.name)" } ?? ""
          return Row(
            keys: command.keys, word: command.id + argument, title: command.title,
            command: command)
        })
    } + [
      Section(title: "In a field", rows: fieldRows),
      Section(title: "In a lesson", rows: lessonRows),
    ]

  private static let fieldRows: [Row] = [
    (["0…9", "-", "+", ".", "*"], "Type over the selected logit; every key recomputes"),
    (["<Enter>"], "Accept and go down"),
    (["<Tab>", "<S-Tab>"], "Accept and edit the row below, or above"),
    (["<Down>", "<Up>"], "Accept and go to the row below, or above"),
    (["<Esc>"], "Take back what was typed"),
    (["<C-a>", "<C-e>"], "Go to the start, or the end, of the text"),
    (["<C-w>", "<C-u>", "<C-k>"], "Delete the word, or all before or after the cursor"),
    (["2.1", "1e308", "-inf", "nan", "0x1p-3"], "Numbers in any notation"),
    (["ln(3)", "2^10", "88.7+1", "sqrt(2)", "logit(0.9)", "pi", "e"], "Arithmetic"),
    (["*2", "/2", "+=0.5", "-=0.5"], "Change the old value"),
  ].map { Row(keys: $0.0, word: "", title: $0.1, command: nil) }

  private static let lessonRows: [Row] = [
    (["<Enter>"], "Go on to the next page or step"),
    (["<Backspace>"], "Go back, to the state that the step had"),
    (["a", "b", "c"], "Answer a question"),
    (["0…9"], "Type a guess, where one is asked for"),
    (["i"], "Give a hint"),
    (["<Esc>"], "Leave, with the state or without"),
  ].map { Row(keys: $0.0, word: "", title: $0.1, command: nil) }
}
