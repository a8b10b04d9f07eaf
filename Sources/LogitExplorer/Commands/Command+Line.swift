extension Command {
  /// What a command line means: a command's word, with its argument where one follows, as in
  /// `temperature 2`.
  ///
  /// The word may be cut short where no other begins so. A command that cannot be run now, and a text
  /// that its argument does not take, are refused.
  package static func action(for line: String, in state: ExplorerState) throws(Refusal) -> Action {
    let (word, rest) = split(line)
    guard let command = named(word) else {
      throw Refusal("There is no command '\(shortened(line))'; ? lists them.")
    }
    let text = rest?.trimmingSpaces ?? ""
    return try command.action(text.isEmpty ? nil : text, in: state)
  }

  /// What it does with that argument, or without one.
  func action(_ text: String?, in state: ExplorerState) throws(Refusal) -> Action {
    if let refusal = refusal(state) { throw Refusal(refusal) }
    guard let text else { return action }
    guard let argument else { throw Refusal("\(id) takes no argument.") }
    return try argument.action(text, state)
  }

  /// The command that takes an argument whose word, and a space after it, begin the line, with what
  /// is typed of the argument.
  static func beforeArgument(
    in line: String
  ) -> (command: Command, argument: Argument, typed: String)? {
    let (word, rest) = split(line)
    guard let rest, let command = named(word), let argument = command.argument else { return nil }
    return (command, argument, rest)
  }

  private static func split(_ line: String) -> (word: String, rest: String?) {
    let trimmed = line.drop { $0 == " " || $0 == ":" }
    let word = trimmed.prefix { $0 != " " }
    guard word.endIndex < trimmed.endIndex else { return (word.lowercased(), nil) }
    return (word.lowercased(), String(trimmed[word.endIndex...].drop { $0 == " " }))
  }

  /// The command of that word, or the only one whose word begins so.
  private static func named(_ word: String) -> Command? {
    if let exact = byID[word] { return exact }
    let matches = catalog.filter { $0.id.hasPrefix(word) }
    return matches.count == 1 ? matches[0] : nil
  }
}
