/// A row of the `:` palette: a command, or one of the words that may follow one.
package struct PaletteRow: Equatable, Sendable {
  /// What stands in the field once the row is completed.
  package var text: String
  /// What it does.
  package var title: String
  /// In key notation.
  package var keys: [String]
  /// Why it cannot be run now.
  package var refusal: String?
}

extension ExplorerState {
  /// The rows under the palette's field, the best match first.
  package var paletteRows: [PaletteRow] {
    guard case .palette(let palette) = mode else { return [] }
    let text = palette.field.text
    if let (command, typed) = commandWithArgument(in: text), let argument = command.argument {
      return argumentRows(of: command, argument, typed: typed)
    }
    return Command.matches(for: text).map { command in
      let name = command.argument.map { " \($0.name)" } ?? ""
      return PaletteRow(
        text: command.id, title: command.title + (name.isEmpty ? "" : " ·\(name)"),
        keys: command.keys, refusal: command.refusal(self))
    }
  }

  /// The command whose word, and a space after it, begin the text, with what follows.
  private func commandWithArgument(in text: String) -> (Command, typed: String)? {
    let trimmed = text.drop { $0 == " " || $0 == ":" }
    guard let space = trimmed.firstIndex(of: " ") else { return nil }
    let word = trimmed[..<space].lowercased()
    guard let command = Command.byID[word] ?? Command.onlyMatch(for: word),
      command.argument != nil
    else { return nil }
    let typed = trimmed[space...].drop { $0 == " " }
    return (command, String(typed))
  }

  private func argumentRows(
    of command: Command, _ argument: Command.Argument, typed: String
  ) -> [PaletteRow] {
    let lowered = typed.lowercased()
    let choices = argument.choices(self)
    guard !choices.isEmpty else {
      let text = "\(command.id) \(typed.isEmpty ? argument.name : typed)"
      return [PaletteRow(text: text, title: command.title, keys: command.keys, refusal: nil)]
    }
    let first = choices.lazy.filter { $0.lowercased().hasPrefix(lowered) }
      .prefix(ExplorerState.choiceLimit)
    let rest = choices.lazy.filter {
      !$0.lowercased().hasPrefix(lowered) && $0.lowercased().contains(lowered)
    }.prefix(ExplorerState.choiceLimit)
    return (Array(first) + Array(rest)).prefix(ExplorerState.choiceLimit).map {
      PaletteRow(text: "\(command.id) \($0)", title: command.title, keys: [], refusal: nil)
    }
  }

  /// Of a hundred thousand labels nobody looks at more.
  private static let choiceLimit = 200

  /// Runs what the palette's text says, or its highlighted row.
  mutating func runPalette() -> [Effect] {
    guard case .palette(var palette) = mode else { return [] }
    let rows = paletteRows
    // The row of a free text shows what is typed; there is nothing in it to choose.
    let isFree = isTypingFreely(palette)
    let row =
      !isFree && rows.indices.contains(palette.highlighted) ? rows[palette.highlighted] : nil
    do throws(Refusal) {
      let action = try paletteAction(palette, row: row)
      mode = .browsing
      return reduce(action)
    } catch {
      palette.refusal = error.sentence
      mode = .palette(palette)
      return []
    }
  }

  /// Whether what follows the command's word is free text.
  private func isTypingFreely(_ palette: Palette) -> Bool {
    commandWithArgument(in: palette.field.text)?.0.argument?.choices(self).isEmpty ?? false
  }

  private func paletteAction(_ palette: Palette, row: PaletteRow?) throws(Refusal) -> Action {
    let text = palette.field.text
    guard let (command, typed) = commandWithArgument(in: text), !typed.isEmpty || row != nil,
      let argument = command.argument
    else {
      guard let row, let command = commandWithArgument(in: text)?.0 ?? Command.byID[row.text]
      else {
        // A word and a space, and nothing to choose from: as without the space.
        if let command = commandWithArgument(in: text)?.0 { return try allowed(command).action }
        throw Refusal("There is no command '\(shortened(text))'; ? lists them.")
      }
      return try allowed(command).action
    }
    _ = try allowed(command)
    let chosen = row.map { String($0.text.dropFirst(command.id.count + 1)) }
    // A row that was walked to wins over the text; else the text, if it means something.
    if palette.highlighted > 0, let chosen { return try argument.action(chosen, self) }
    do throws(Refusal) {
      return try argument.action(typed.trimmingSpaces, self)
    } catch {
      guard let chosen else { throw error }
      return try argument.action(chosen, self)
    }
  }

  private func allowed(_ command: Command) throws(Refusal) -> Command {
    if let refusal = command.refusal(self) { throw Refusal(refusal) }
    return command
  }

  /// Puts the highlighted row into the field.
  mutating func completePalette() {
    guard case .palette(var palette) = mode else { return }
    let rows = paletteRows
    guard !isTypingFreely(palette), rows.indices.contains(palette.highlighted) else { return }
    let text = rows[palette.highlighted].text
    let wantsMore = Command.byID[text]?.argument != nil
    palette = Palette(field: TextField(wantsMore ? text + " " : text))
    mode = .palette(palette)
  }
}

extension Command {
  /// The commands that match a text: by the beginning of their word, then by words of their title,
  /// last by letters in order.
  package static func matches(for text: String) -> [Command] {
    let wanted = text.drop { $0 == " " || $0 == ":" }.lowercased().trimmingSpaces
    guard !wanted.isEmpty else { return catalog }
    let ranked = catalog.enumerated().compactMap { place, command in
      command.rank(for: wanted).map { (rank: $0, place: place, command: command) }
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.command)
  }

  /// The command whose word alone begins so.
  static func onlyMatch(for word: String) -> Command? {
    let matches = catalog.filter { $0.id.hasPrefix(word) }
    return matches.count == 1 ? matches[0] : nil
  }

  /// How well a lower-case text matches, 0 best; `nil` for not at all.
  private func rank(for wanted: String) -> Int? {
    let title = title.lowercased()
    if id == wanted { return 0 }
    if id.hasPrefix(wanted) { return 1 }
    if id.split(separator: "-").contains(where: { $0.hasPrefix(wanted) }) { return 2 }
    if title.split(separator: " ").contains(where: { $0.hasPrefix(wanted) }) { return 3 }
    if title.contains(wanted) { return 4 }
    if id.holds(lettersOf: wanted) { return 5 }
    return title.holds(lettersOf: wanted) ? 6 : nil
  }
}

extension String {
  var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Whether the letters occur in this order, others between them.
  fileprivate func holds(lettersOf wanted: String) -> Bool {
    var rest = self[...]
    for letter in wanted where letter != " " {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
