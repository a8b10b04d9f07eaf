extension ExplorerState {
  /// Accepts what has the keyboard: the text of a field, or the highlighted row.
  mutating func accept(then next: AfterField) -> [Effect] {
    switch mode {
    case .field(let field):
      // The neighbour is found before the rows are sorted again, so that a column can be typed down.
      let neighbour = next.distance.flatMap { self.neighbour(at: $0) }
      guard let effects = accept(field) else { return [] }
      if let neighbour { go(to: neighbour, next, from: field) }
      return effects
    case .palette: return runPalette()
    case .help: return runHelp()
    case .open: return runOpenList()
    case .lessons: return runLessonList()
    case .browsing, .confirm: return []
    }
  }

  private mutating func go(to neighbour: Int, _ next: AfterField, from field: Field) {
    switch next {
    case .stop: break
    case .move: selection = neighbour
    case .edit:
      guard field.purpose.isOfClass else { return }
      selection = neighbour
      begin(field.purpose)
      guard case .field(var next) = mode else { return }
      next.replacesOnType = true
      mode = .field(next)
    }
  }

  /// The class that many rows away; `nil` beyond the ends.
  private func neighbour(at distance: Int) -> Int? {
    let row = selectedRow.advanced(clamping: distance)
    return document.logits.indices.contains(row) ? classIndex(atRow: row) : nil
  }

  /// Accepts a field; `nil` where its text is refused, and the field stays with the reason.
  private mutating func accept(_ field: Field) -> [Effect]? {
    var field = field
    do throws(Refusal) {
      return try conclude(&field)
    } catch {
      field.refusal = error.sentence
      mode = .field(field)
      return nil
    }
  }

  private mutating func conclude(_ field: inout Field) throws(Refusal) -> [Effect] {
    let text = field.input.text
    switch field.purpose {
    case .open, .save:
      guard !text.allSatisfy(\.isWhitespace) else { throw Refusal("A file needs a name.") }
      mode = .browsing
      return reduce(
        field.purpose == .open
          ? .program(.openFile(text)) : .program(.save(path: text, overwrite: false)))
    case .step: try acceptStep(text)
    case .guess:
      let value = try typedValue(text, old: 0)
      mode = .browsing
      return reduce(.lesson(.guess(value)))
    case .find:
      if let refusal = field.refusal { throw Refusal(refusal) }
    case .logit, .probability, .weight, .rename, .temperature, .labelSmoothing, .shift:
      try preview(&field)
      if let note = field.note { say(note) }
      recordStep(of: field)
    }
    mode = .browsing
    return []
  }

  private mutating func acceptStep(_ text: String) throws(Refusal) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    let new = try typedValue(text, old: step)
    guard new > 0, new.isFinite else { throw Refusal("A step is a number above zero.") }
    step = new
  }

  /// Closes an open field because something else happens, keeping what it has changed.
  mutating func closeField() {
    guard case .field(let field) = mode else { return }
    mode = .browsing
    if field.purpose == .save { afterSave = [] }
    recordStep(of: field)
  }

  /// Notes what a field has changed as one undo step.
  private mutating func recordStep(of field: Field) {
    guard let restore = field.restore else { return }
    history.record(inverse: restore, title: field.title, selection: field.startSelection)
    arrangeRows()
  }
}

extension AfterField {
  fileprivate var distance: Int? {
    switch self {
    case .stop: nil
    case .move(let distance), .edit(let distance): distance
    }
  }
}
