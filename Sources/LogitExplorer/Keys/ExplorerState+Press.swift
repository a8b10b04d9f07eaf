extension ExplorerState {
  /// What a key does, given its notation: `j`, `<Left>`, `<C-r>`, `<Space>`.
  ///
  /// The message of the previous key goes first, so that any message is about this one;
  /// drawing the same screen again keeps it.
  package mutating func press(_ key: String) -> [Effect] {
    if key != "<C-l>" { message = nil }
    let key = key == "<" ? "<lt>" : key == " " ? "<Space>" : key
    if let effects = pressAnywhere(key) { return effects }
    switch mode {
    case .browsing: return pressBrowsing(key)
    case .field(let field): return pressField(key, field)
    case .palette(let palette): return pressPalette(key, palette)
    case .help(let help): return pressHelp(key, help)
    case .open, .lessons: return pressOpenList(key)
    case .confirm: return pressQuestion(key)
    }
  }

  /// Pasted text goes into the field that is open; where none is, the text is for the file reader,
  /// which answers with `.pasted`.
  package mutating func paste(_ text: String) -> [Effect] {
    switch mode {
    case .field, .palette, .open, .lessons: return reduce(.field(.edit(.insert(text))))
    case .help(let help) where help.isSearching: return reduce(.field(.edit(.insert(text))))
    case .browsing, .help, .confirm: return []
    }
  }

  /// The keys that mean the same whoever has the keyboard.
  private mutating func pressAnywhere(_ key: String) -> [Effect]? {
    switch key {
    case "<C-z>": return reduce(.program(.suspend))
    case "<C-l>": return reduce(.program(.redraw))
    case "<C-c>":
      if case .confirm(let question) = mode,
        question.answers.contains(where: { $0.action == .program(.emit(.quit)) })
      {
        return [.quit]
      }
      if mode != .browsing { _ = reduce(.field(.cancel)) }
      return reduce(.program(.requestQuit))
    default: return nil
    }
  }

  private mutating func pressBrowsing(_ key: String) -> [Effect] {
    if let action = lessonAction(for: key) { return reduce(action) }
    if let action = scrubbing(for: key) { return reduce(action) }
    if let command = Command.byKey[key] { return run(command) }
    if ExplorerState.startsTyping(key) { return reduce(.field(.typeLogit(key))) }
    if key == "<Esc>" { return display.isProjector ? reduce(.display(.toggleProjector)) : [] }
    say("\(KeyName.label(key)) does nothing here; ? lists the keys.")
    return []
  }

  /// While a stream is paused, the arrows go through its rows.
  private func scrubbing(for key: String) -> Action? {
    guard let stream = rows?.stream, !stream.isFollowing else { return nil }
    switch key {
    case "<Left>": return .rows(.move(by: -1))
    case "<Right>": return .rows(.move(by: 1))
    case "<S-Left>": return .rows(.move(by: -10))
    case "<S-Right>": return .rows(.move(by: 10))
    default: return nil
    }
  }

  /// A digit, a sign, a point or a factor begins a value in place of the selected logit.
  package static func startsTyping(_ key: String) -> Bool {
    key.count == 1 && key.allSatisfy { "0123456789+-−.*∞#".contains($0) }
  }

  /// Runs a command, or says why it cannot be run now.
  mutating func run(_ command: Command) -> [Effect] {
    if let refusal = command.refusal(self) {
      say(refusal, .warning)
      return []
    }
    return reduce(command.action)
  }

  private mutating func pressField(_ key: String, _ field: Field) -> [Effect] {
    let isOfClass = field.purpose.isOfClass
    switch (key, field.purpose) {
    case ("<Esc>", _): return reduce(.field(.cancel))
    case ("<Enter>", .logit), ("<Enter>", .weight):
      return reduce(.field(.accept(then: .move(by: 1))))
    case ("<Enter>", _): return reduce(.field(.accept()))
    case ("<Tab>", _): return reduce(.field(.accept(then: isOfClass ? .edit(by: 1) : .stop)))
    case ("<S-Tab>", _): return reduce(.field(.accept(then: isOfClass ? .edit(by: -1) : .stop)))
    case ("<Down>", _) where isOfClass: return reduce(.field(.accept(then: .move(by: 1))))
    case ("<Up>", _) where isOfClass: return reduce(.field(.accept(then: .move(by: -1))))
    default: return typeInField(key)
    }
  }

  private mutating func typeInField(_ key: String) -> [Effect] {
    FieldEdit(key: key).map { reduce(.field(.edit($0))) } ?? []
  }

  private mutating func pressPalette(_ key: String, _ palette: Palette) -> [Effect] {
    switch key {
    case "<Backspace>" where palette.field.text.isEmpty: return reduce(.field(.cancel))
    case "<Tab>": return reduce(.lists(.complete))
    default: return pressRows(key) ?? typeInField(key)
    }
  }

  private mutating func pressOpenList(_ key: String) -> [Effect] {
    pressRows(key) ?? typeInField(key)
  }

  /// The keys that walk along rows under a field.
  private mutating func pressRows(_ key: String) -> [Effect]? {
    switch key {
    case "<Esc>": reduce(.field(.cancel))
    case "<Enter>": reduce(.field(.accept()))
    case "<Up>", "<C-p>", "<S-Tab>": reduce(.lists(.highlight(by: -1)))
    case "<Down>", "<C-n>", "<Tab>": reduce(.lists(.highlight(by: 1)))
    case "<PageUp>": reduce(.lists(.highlight(by: -10)))
    case "<PageDown>": reduce(.lists(.highlight(by: 10)))
    default: nil
    }
  }

  private mutating func pressHelp(_ key: String, _ help: Help) -> [Effect] {
    if let effects = pressRows(key) { return effects }
    guard !help.isSearching else { return typeInField(key) }
    switch key {
    case "/": return reduce(.lists(.searchHelp))
    case "j": return reduce(.lists(.highlight(by: 1)))
    case "k": return reduce(.lists(.highlight(by: -1)))
    case "g", "<Home>": return reduce(.lists(.highlight(by: -helpRows.count)))
    case "G", "<End>": return reduce(.lists(.highlight(by: helpRows.count)))
    case "q", "?", "<F1>": return reduce(.field(.cancel))
    default: return []
    }
  }

  private mutating func pressQuestion(_ key: String) -> [Effect] {
    key == "<Esc>" ? reduce(.field(.cancel)) : reduce(.program(.answer(key)))
  }
}

extension FieldEdit {
  /// What a key does to the text of a field; `nil` for keys that do nothing there.
  init?(key: String) {
    switch key {
    case "<Backspace>", "<C-h>": self = .deleteBackward
    case "<Delete>", "<C-d>": self = .deleteForward
    case "<C-w>", "<A-Backspace>": self = .deleteWord
    case "<C-u>": self = .deleteToStart
    case "<C-k>": self = .deleteToEnd
    case "<Left>", "<C-b>": self = .moveBack
    case "<Right>", "<C-f>": self = .moveForward
    case "<Home>", "<C-a>": self = .moveToStart
    case "<End>", "<C-e>": self = .moveToEnd
    case "<Space>": self = .insert(" ")
    case "<lt>": self = .insert("<")
    default:
      guard key.count == 1 else { return nil }
      self = .insert(key)
    }
  }
}
