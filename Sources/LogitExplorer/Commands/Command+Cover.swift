extension Command {
  static let covers: [Command] = [
    Command(
      id: "cover", keys: ["P"], title: "Cover p until the class has guessed, or reveal all",
      group: .view, action: .display(.toggleCover)),
    Command(
      id: "hide", keys: [],
      title: "Cover p, or the numbers of these words, until they are revealed",
      group: .view, action: .display(.cover([.probability])),
      argument: .covers { .display(.cover($0)) }),
    Command(
      id: "reveal", keys: [], title: "Reveal everything, or the numbers of these words",
      group: .view, action: .display(.uncover(Set(Cover.allCases))),
      argument: .covers(isAllFirst: true) { .display(.uncover($0)) }),
  ]
}

extension Command.Argument {
  private static let all = "all"

  /// Words of numbers to cover, one or several.
  fileprivate static func covers(
    isAllFirst: Bool = false, _ action: @escaping @Sendable (Set<Cover>) -> Action
  ) -> Command.Argument {
    Command.Argument(
      name: "WORD", choices: { choices(after: $0.typedWords, isAllFirst) },
      meaning: { text, _ in meaning(of: text) }
    ) { text, _ throws(Refusal) in
      var covers: Set<Cover> = []
      for word in words(in: text) { covers.formUnion(try Self.covers(named: word)) }
      return action(covers)
    }
  }

  /// The words there are, each after those that are typed already.
  private static func choices(after typed: [String], _ isAllFirst: Bool) -> [String] {
    let rest = Cover.allCases.map(\.rawValue).filter { !typed.contains($0) }
    guard typed.isEmpty else { return rest.map { (typed + [$0]).joined(separator: " ") } }
    return isAllFirst ? [all] + rest : rest + [all]
  }

  private static func meaning(of text: String) -> String {
    let last = words(in: text).last ?? ""
    return last == all ? "everything that can be covered" : Cover(rawValue: last)?.meaning ?? ""
  }

  fileprivate static func words(in text: String) -> [String] {
    text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
  }

  /// A word, or the beginning of one where no other begins so.
  private static func covers(named word: String) throws(Refusal) -> Set<Cover> {
    if word == all { return Set(Cover.allCases) }
    if let exact = Cover(rawValue: word) { return [exact] }
    let matches = Cover.allCases.filter { $0.rawValue.hasPrefix(word) }
    guard matches.count == 1 else {
      let words = Cover.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal("'\(shortened(word))' is none of: \(words), \(all).")
    }
    return [matches[0]]
  }
}

extension ExplorerState {
  /// The words of a palette's argument that are done: all but the one being typed.
  fileprivate var typedWords: [String] {
    guard case .palette(let palette) = mode,
      let typed = Command.beforeArgument(in: palette.field.text)?.typed
    else { return [] }
    let words = Command.Argument.words(in: typed)
    return typed.last == " " || typed.last == "," ? words : words.dropLast()
  }
}
