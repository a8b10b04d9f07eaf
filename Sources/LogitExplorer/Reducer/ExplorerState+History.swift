extension ExplorerState {
  mutating func reduceHistory(_ action: HistoryAction) {
    switch action {
    case .undo: undo()
    case .redo: redo()
    case .pin: pin()
    case .unpin:
      guard baseline != nil else { return say("Nothing is pinned.") }
      baseline = nil
    case .swap: swapBaseline()
    }
  }

  /// Makes a change that can be undone, and says whether it changed anything; if not, no step is
  /// left.
  ///
  /// The title says what it does, for the toast after an undo: "set setosa to 2.1".
  @discardableResult
  mutating func change(_ edit: DocumentEdit, title: String, run: EditRun? = nil) -> Bool {
    let before = document
    let inverse = document.apply(edit)
    guard document != before else { return false }
    history.record(inverse: inverse, title: title, selection: selection, run: run)
    return true
  }

  /// Makes the change that is proposed, or says why not.
  @discardableResult
  mutating func change(
    run: EditRun? = nil, to propose: (Document) throws(Refusal) -> Proposal
  ) -> Bool {
    do throws(Refusal) {
      let proposal = try propose(document)
      let isChanged = change(proposal.edit, title: proposal.title, run: run)
      if let note = proposal.note { say(note) }
      return isChanged
    } catch {
      say(error.sentence, .warning)
      return false
    }
  }

  private mutating func undo() {
    let left = document
    guard let step = history.undo(in: &document, selection: selection, file: file) else {
      let count = history.droppedCount
      let words =
        count == 0
        ? "Nothing to undo."
        : "Nothing older to undo: the \(count) oldest steps went to save memory."
      return say(words)
    }
    arrive(by: step, from: left)
    say("Undone: \(shownTitle(step.title)).")
  }

  private mutating func redo() {
    let left = document
    guard let step = history.redo(in: &document, selection: selection, file: file) else {
      return say("Nothing to redo.")
    }
    arrive(by: step, from: left)
    say("Redone: \(shownTitle(step.title)).")
  }

  /// Restores what belongs to a step besides the document.
  private mutating func arrive(by step: History.Step, from left: Document) {
    selection = step.selection
    if let link = step.file { file = link }
    // The two have changed places: the pinned one follows, unless another was pinned since.
    if step.isSwap, baseline == document { baseline = left }
    arrangeRows()
  }

  /// Pins the present state, or unpins it where nothing has changed since it was pinned.
  private mutating func pin() {
    if baseline == document {
      baseline = nil
      say("Unpinned.")
    } else {
      baseline = document
      say("Pinned: change something and compare; B swaps, b again on the same state unpins.")
    }
  }

  private mutating func swapBaseline() {
    guard let pinned = baseline else {
      return say("Nothing is pinned to swap with: b pins the present state.", .warning)
    }
    let left = document
    guard pinned != left else { return say("The pinned state is the present one.") }
    let inverse = document.apply(.replace(pinned))
    history.record(
      inverse: inverse, title: "swap with the pinned state", selection: selection, isSwap: true)
    baseline = left
    arrangeRows()
  }

  /// The pinned document's index of the class that is at `index` here, by label where the two do not
  /// run in parallel; `nil` where it has none.
  package func baselineIndex(of index: Int) -> Int? {
    guard let baseline, document.labels.indices.contains(index) else { return nil }
    let label = document.labels[index]
    if baseline.labels.indices.contains(index), baseline.labels[index] == label { return index }
    return baselinePlaces?[label]
  }

  /// Makes the table of labels when it is first needed, and drops it when another state is pinned.
  mutating func settleBaseline(since before: Document?) {
    if baseline?.revision !== before?.revision { baselinePlaces = nil }
    guard baselinePlaces == nil, let labels = baseline?.labels, labels != document.labels else {
      return
    }
    baselinePlaces = Dictionary(
      zip(labels, labels.indices), uniquingKeysWith: { first, _ in first })
  }
}
