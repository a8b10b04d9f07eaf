internal import LogitKernel

extension ExplorerState {
  /// Accepts what has the keyboard: the text of a field, or the highlighted row.
  mutating func commit(then distance: Int?) -> [Effect] {
    switch mode {
    case .entry(let entry):
      // The neighbour is found before the rows are sorted again, so that a column can be typed down.
      let neighbour = distance.flatMap { self.neighbour(at: $0) }
      let (isAccepted, effects) = commit(entry)
      if isAccepted, let neighbour, entry.purpose.classIndex != nil {
        selection = neighbour
        let next = reduceEntry(.begin(entry.purpose.kind))
        if case .entry(var entry) = mode {
          entry.replacesOnType = true
          mode = .entry(entry)
        }
        return effects + next
      }
      return effects
    case .palette: return runPalette()
    case .help: return runHelp()
    case .open: return runOpenList()
    case .browsing, .confirm: return []
    }
  }

  mutating func commitAndMove(by distance: Int) {
    guard case .entry(let entry) = mode else { return }
    let neighbour = self.neighbour(at: distance)
    if commit(entry).isAccepted, let neighbour { selection = neighbour }
  }

  /// The class that many rows away; `nil` beyond the ends.
  private func neighbour(at distance: Int) -> Int? {
    let row = selectedRow.advanced(clamping: distance)
    return document.logits.indices.contains(row) ? classIndex(atRow: row) : nil
  }

  /// Accepts a field; where its text is refused, the field stays with the reason.
  private mutating func commit(_ entry: Entry) -> (isAccepted: Bool, effects: [Effect]) {
    var entry = entry
    do throws(Refusal) {
      let effects = try accept(&entry)
      return (true, effects)
    } catch {
      entry.refusal = error.sentence
      mode = .entry(entry)
      return (false, [])
    }
  }

  private mutating func accept(_ entry: inout Entry) throws(Refusal) -> [Effect] {
    let text = entry.field.text
    switch entry.purpose {
    case .step: try acceptStep(text)
    case .find:
      if let refusal = entry.refusal { throw Refusal(refusal) }
    case .open, .save:
      guard !text.allSatisfy(\.isWhitespace) else { throw Refusal("A file needs a name.") }
      mode = .browsing
      return reduce(
        entry.purpose == .open
          ? .program(.openFile(text)) : .program(.save(path: text, overwrite: false)))
    default:
      let proposal = try entry.purpose.proposal(text, in: original(of: entry))
      try adopt(text, in: &entry)
      if entry.restore != nil, let note = proposal?.note { say(note) }
      record(entry)
    }
    mode = .browsing
    return []
  }

  /// The document as it was when the field opened.
  private func original(of entry: Entry) -> Document {
    var original = document
    if let restore = entry.restore { _ = original.apply(restore) }
    return original
  }

  private mutating func acceptStep(_ text: String) throws(Refusal) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    let new = try typedValue(text, old: step)
    guard new > 0, new.isFinite else { throw Refusal("A step is a number above zero.") }
    step = new
  }

  /// A value as a field shows it: the shortest text that gives it back.
  func fieldText(_ value: Double) -> String {
    display.isHex ? hexText(value, trimmed: true) : DecimalText.shortest(value)
  }
}
