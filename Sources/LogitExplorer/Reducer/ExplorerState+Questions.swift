extension ExplorerState {
  /// What must be asked first: before changes are lost, before a file is replaced.
  mutating func reduceProgram(_ action: ProgramAction) -> [Effect] {
    switch action {
    case .requestQuit: return guarded(.quit, verb: "quit")
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .openPreset(let name): return guarded(.openPreset(name: name), verb: "open \(name)")
    case .openFile(let path): return guarded(.openFile(path: path), verb: "open it")
    case .emit(let effect): return [effect]
    case .save(let path, let overwrite): return save(to: path, overwrite: overwrite)
    case .saveFirst(let actions):
      afterSave = actions
      return save(to: nil, overwrite: false)
    case .answer(let key):
      guard case .confirm(let question) = mode,
        let answer = question.answers.first(where: { $0.key == key })
      else { return [] }
      if answer.action != .field(.cancel) { mode = .browsing }
      return reduce(answer.action)
    case .askCopy: askCopy()
    case .copy(let form):
      say("Sent to the clipboard: \(form.title).")
      return [copyText(form).map { .copy($0) } ?? .copyDocument(document)]
    }
    return []
  }

  /// Asks a question; Esc does nothing.
  mutating func ask(_ text: String, _ answers: [(key: String, title: String, action: Action)]) {
    mode = .confirm(
      Question(
        text: text,
        answers: answers.map { .init(key: $0.key, title: $0.title, action: $0.action) }
          + [.init(key: "<Esc>", title: "cancel", action: .field(.cancel))]))
  }

  /// The effect, or a question where it would lose changes.
  private mutating func guarded(_ effect: Effect, verb: String) -> [Effect] {
    mode = .browsing
    guard isModified else { return [effect] }
    let name = document.name.isEmpty ? "The document" : shortened(document.name)
    ask(
      "\(name) has changes that are not saved.",
      [
        ("s", "save, then \(verb)", .program(.saveFirst(then: [.program(.emit(effect))]))),
        ("d", "discard them and \(verb)", .program(.emit(effect))),
      ])
    return []
  }

  private mutating func save(to given: String?, overwrite: Bool) -> [Effect] {
    guard let target = given ?? path else { return reduceField(.begin(.save)) }
    return [.save(document, path: target, overwrite: overwrite || target == path)]
  }

  private mutating func askCopy() {
    ask(
      "Copy as:",
      CopyForm.allCases.map { ($0.key, $0.title, .program(.copy($0))) })
  }
}

extension CopyForm {
  /// The key that chooses it.
  var key: String { String(rawValue.prefix(1)) }

  /// What it is, in words.
  package var title: String {
    switch self {
    case .table: "a table"
    case .document: "a TOML document"
    case .list: "a Python list"
    case .numpy: "NumPy code"
    case .pytorch: "PyTorch code"
    }
  }
}
