internal import LogitKernel

extension ExplorerState {
  /// What comes back from the world: pastes, files, failures.
  mutating func reduceWorld(_ action: WorldAction) -> [Effect] {
    switch action {
    case .pasted(let pasted): ask(about: pasted)
    case .replaceLogits(let pasted): replace(with: pasted)
    case .appendLogits(let pasted): append(pasted)
    case .opened(let document, let path, let rows):
      open(document, path: path)
      if let rows, document.source.rows > 1 { begin(rows, at: 0) }
    case .saved(let path, let revision):
      file = FileLink(path: path, savedRevision: revision)
      say("Saved to \(path).")
      let actions = afterSave
      afterSave = []
      return actions.flatMap { reduce($0) }
    case .failed(let sentence):
      afterSave = []
      say(sentence, .error)
    case .saveFailed(let path, let sentence):
      mode = .field(
        Field(
          purpose: .save, input: TextField(path), refusal: sentence, startSelection: selection))
    case .fileExists(let path):
      ask(
        "\(path) already exists.",
        [("o", "replace it", .program(.save(path: path, overwrite: true)))])
    case .note(let sentence): say(sentence)
    case .rowsArrived(let new, let unreadable, let problem):
      receive(new, unreadable: unreadable, problem: problem)
    case .rowsScored(let scores): adopt(scores)
    case .stopped(let sentence):
      afterSave = []
      say(sentence)
    case .streamEnded:
      rows?.stream?.hasEnded = true
    case .lessonsFound(let found, let done): (lessons, doneLessons) = (found, done)
    }
    return []
  }

  private mutating func ask(about pasted: PastedLogits) {
    let (count, present) = (pasted.logits.count, document.count)
    guard count > 0 else { return say("There are no logits in what was pasted.", .warning) }
    guard present > 0 else { return replace(with: pasted) }
    let words = count == 1 ? "1 logit" : "\(count) logits"
    ask(
      (["Pasted \(words)."] + pasted.remarks).joined(separator: " "),
      [
        ("r", "replace the \(present) here", .world(.replaceLogits(pasted))),
        ("a", "append", .world(.appendLogits(pasted))),
      ])
  }

  private mutating func replace(with pasted: PastedLogits) {
    let count = pasted.logits.count
    guard pasted.isConsistent, fits(count) else { return }
    var new = document
    new.logits = Logits(pasted.logits)
    new.source = DocumentSource(remarks: pasted.remarks)
    new.isMasked = ClassMask(repeating: false, count: count)
    if let labels = pasted.labels {
      new.labels = Labels(labels.map(singleLine))
    } else if count != document.count {
      new.labels = Labels(numbered: count)
    }
    switch document.target {
    case .index(let index) where index >= count: new.target = .none
    case .weights where count != document.count: new.target = .none
    default: break
    }
    change(.replace(new), title: "replace the logits by \(count) pasted ones")
    selection = 0
    arrangeRows()
  }

  private mutating func append(_ pasted: PastedLogits) {
    let (start, count) = (document.count, pasted.logits.count)
    guard pasted.isConsistent, fits(start + count) else { return }
    var new = document
    new.logits.append(contentsOf: pasted.logits)
    new.source.remarks += pasted.remarks.filter { !new.source.remarks.contains($0) }
    new.isMasked += Array(repeating: false, count: count)
    new.labels +=
      pasted.labels?.map(singleLine) ?? pasted.logits.indices.map { "class \(start + $0 + 1)" }
    if case .weights(let weights) = document.target {
      new.target = .weights(weights + Array(repeating: 0, count: count))
    }
    change(.replace(new), title: "append \(count) pasted logits")
    arrangeRows()
    selection = min(start, new.count - 1)
  }

  /// Opening is a step like any other, so that undo leads back to what was there before.
  private mutating func open(_ new: Document, path: String?) {
    guard fits(new.count) else { return }
    rows = nil
    if lesson != nil { endLesson(keepsState: false) }
    let (old, link) = (document, file)
    let inverse = document.apply(.replace(new))
    if document != old {
      history.record(
        inverse: inverse, title: "open \(shortened(new.name))", selection: selection, file: link)
    }
    file = FileLink(path: path, savedRevision: history.revision)
    (mode, selection) = (.browsing, 0)
    if let subject = document.subject {
      lens = .numerics
      (selection, display.numerics.result) = (subject.selection, subject.result)
    }
    arrangeRows()
    if !new.note.isEmpty { say(shownNote(new.note)) }
  }

  private mutating func fits(_ count: Int) -> Bool {
    guard count > Document.classLimit else { return true }
    say("That makes \(count) classes; the limit is \(Document.classLimit).", .error)
    return false
  }
}

extension PastedLogits {
  /// Whether there is a label for each logit, or none at all.
  fileprivate var isConsistent: Bool { labels.map { $0.count == logits.count } ?? true }
}
