/// A row of the `:` palette: a command, or one of the words that may follow one.
package struct PaletteRow: Equatable, Sendable {
  /// The text of the field once the row is completed.
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
    if let (command, argument, typed) = Command.beforeArgument(in: text) {
      return argumentRows(of: command, argument, typed: typed)
    }
    return Command.matches(for: text).map { command in
      let name = command.argument.map { " \($0.name)" } ?? ""
      return PaletteRow(
        text: command.id, title: command.title + (name.isEmpty ? "" : " ·\(name)"),
        keys: command.keys, refusal: command.refusal(self))
    }
  }

  private func argumentRows(
    of command: Command, _ argument: Command.Argument, typed: String
  ) -> [PaletteRow] {
    guard argument.hasChoices(self) else {
      let text = "\(command.id) \(typed.isEmpty ? argument.name : typed)"
      return [PaletteRow(text: text, title: command.title, keys: command.keys, refusal: nil)]
    }
    let labels = argument.isOfClass ? document.labels : Labels(argument.choices(self))
    let wanted = SearchText(typed)
    return labels.completions(of: wanted, atMost: ExplorerState.choiceLimit).map {
      PaletteRow(
        text: "\(command.id) \($0)", title: argument.meaning($0, self), keys: [], refusal: nil)
    }
  }

  /// Of a hundred thousand labels nobody looks at more.
  private static let choiceLimit = 200

  /// Runs what the palette's text says, or its highlighted row.
  mutating func runPalette() -> [Effect] {
    guard case .palette(var palette) = mode else { return [] }
    do throws(Refusal) {
      let action = try action(of: palette)
      mode = .browsing
      return reduce(action)
    } catch {
      palette.refusal = error.sentence
      mode = .palette(palette)
      return []
    }
  }

  /// A row that was walked to wins over the text; else the text, if it means something.
  private func action(of palette: Palette) throws(Refusal) -> Action {
    let text = palette.field.text
    let argument = Command.beforeArgument(in: text)
    guard let row = chosenRow(of: palette) else { return try Command.action(for: text, in: self) }
    if palette.highlighted == 0, argument?.typed.isEmpty != true,
      let action = try? Command.action(for: text, in: self)
    {
      return action
    }
    guard let command = argument?.command else {
      return try Command.action(for: row.text, in: self)
    }
    return try command.action(String(row.text.dropFirst(command.id.count + 1)), in: self)
  }

  /// The highlighted row; the row of a free text shows what is typed, with nothing to choose in it.
  private func chosenRow(of palette: Palette) -> PaletteRow? {
    let rows = paletteRows
    let argument = Command.beforeArgument(in: palette.field.text)?.argument
    guard argument?.hasChoices(self) != false, rows.indices.contains(palette.highlighted)
    else { return nil }
    return rows[palette.highlighted]
  }

  /// Puts the highlighted row into the field.
  mutating func completePalette() {
    guard case .palette(var palette) = mode else { return }
    guard let text = chosenRow(of: palette)?.text else { return }
    let wantsMore = Command.byID[text]?.argument != nil
    palette = Palette(field: TextField(wantsMore ? text + " " : text))
    mode = .palette(palette)
  }
}

extension Command.Argument {
  fileprivate func hasChoices(_ state: ExplorerState) -> Bool {
    isOfClass ? state.document.count > 0 : !choices(state).isEmpty
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
