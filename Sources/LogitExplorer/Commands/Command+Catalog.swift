extension Command {
  /// Every command, in the order of the help: the one list that keys, palette, help, hints and
  /// the README's table are made from.
  package static let catalog: [Command] =
    moves + logits + classes + temperatures + losses + comparisons + rows + views + numerics
    + lessons + documents + program

  /// The commands by their keys.
  package static let byKey: [String: Command] = Dictionary(
    catalog.flatMap { command in command.keys.map { ($0, command) } },
    uniquingKeysWith: { first, _ in first })

  /// The commands by their words.
  package static let byID: [String: Command] = Dictionary(
    catalog.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Command {
  typealias Refuse = @Sendable (ExplorerState) -> String?

  /// Refuses a command while the document has no classes.
  static let needsClass: Refuse = { state in
    state.document.count > 0 ? nil : "There is no class yet: a adds one."
  }
}

extension Command.Argument {
  /// An argument that is one number.
  static func number(
    _ name: String, old: @escaping @Sendable (ExplorerState) -> Double = { _ in 0 },
    _ action: @escaping @Sendable (Double, ExplorerState) -> Action
  ) -> Command.Argument {
    Command.Argument(name: name) { text, state throws(Refusal) in
      action(try typedValue(text, old: old(state)), state)
    }
  }

  /// An argument that is one of a list's words, in either case.
  static func word<Word: CaseIterable & Sendable & RawRepresentable>(
    _ name: String, _ meaning: @escaping @Sendable (Word, ExplorerState) -> String,
    _ action: @escaping @Sendable (Word) -> Action
  ) -> Command.Argument where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    return Command.Argument(
      name: name, choices: { _ in words },
      meaning: { text, state in Word(rawValue: text).map { meaning($0, state) } ?? "" }
    ) { text, _ throws(Refusal) in
      let lowered = text.lowercased()
      let exact = Word.allCases.first { $0.rawValue == lowered }
      let matches = Word.allCases.filter { $0.rawValue.hasPrefix(lowered) }
      guard let word = exact ?? (matches.count == 1 ? matches.first : nil) else {
        throw Refusal("It is one of: \(words.joined(separator: ", ")).")
      }
      return action(word)
    }
  }

  /// An argument that is free text.
  static func text(
    _ name: String, _ action: @escaping @Sendable (String, ExplorerState) -> Action
  ) -> Command.Argument {
    Command.Argument(name: name) { text, state throws(Refusal) in action(text, state) }
  }

  /// An argument that names a class, by label or number.
  static func classNamed(
    _ action: @escaping @Sendable (Int) -> Action
  ) -> Command.Argument {
    Command.Argument(name: "CLASS", choices: { $0.document.labels.array }, isOfClass: true) {
      text, state throws(Refusal) in
      action(try state.document.classIndex(named: text))
    }
  }
}
