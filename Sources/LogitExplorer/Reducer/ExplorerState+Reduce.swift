extension ExplorerState {
  /// Does what an action says, and returns what the world is asked to do.
  ///
  /// An action that makes no sense in the present state leaves it alone. Readouts are computed anew
  /// only where something they depend on has changed.
  package mutating func reduce(_ action: Action) -> [Effect] {
    let before = self
    if case .entry = mode, !action.leavesEntryOpen { acceptEntry() }
    if !action.continuesRun { history.endRun() }
    let effects = perform(action)
    settle(since: before)
    return effects
  }

  /// One group of actions a file; each does nothing for the actions of the others.
  mutating func perform(_ action: Action) -> [Effect] {
    reduceSelection(action)
    reduceLogits(action)
    reduceClasses(action)
    reduceLoss(action)
    reduceHistory(action)
    reduceNumerics(action)
    return reduceDisplay(action) + reduceEntry(action) + reduceLists(action)
      + reduceQuestions(action) + reduceWorld(action)
  }

  /// Brings what follows from the document in step with it.
  private mutating func settle(since before: ExplorerState) {
    selection = max(0, min(selection, document.count - 1))
    let isRelabelled = document.count != before.document.count
    if isRelabelled || display.order != before.display.order { arrangeRows() }
    if Readouts.dependsOnChange(from: before, to: self) {
      readouts = Readouts(
        document: document, lens: lens, selection: selection, baseline: baseline,
        numerics: display.numerics)
    }
  }

  /// Sorts the rows of the table anew.
  ///
  /// Rows keep their places while logits are nudged, dragged and typed, so that nothing jumps away
  /// under the hand. They are sorted when an edit is accepted, a drag ends, an undo is made, classes
  /// come or go, and by the sort key.
  mutating func arrangeRows() { rowOrder = display.order.arrange(document) }

  mutating func say(_ text: String, _ severity: Message.Severity = .note) {
    let new = Message(text: text, severity: severity)
    message = new
    messages.append(new)
    if messages.count > ExplorerState.messageLimit { messages.removeFirst() }
  }

  static let messageLimit = 100
}

extension Readouts {
  /// Whether something that readouts are made of differs between two states.
  fileprivate static func dependsOnChange(
    from old: ExplorerState, to new: ExplorerState
  ) -> Bool {
    let (a, b) = (old.document, new.document)
    let isSame =
      haveSameBits(a.logits, b.logits) && a.isMasked == b.isMasked
      && haveSameBits([a.temperature, a.labelSmoothing], [b.temperature, b.labelSmoothing])
      && a.target == b.target && a.loss == b.loss && a.hasArithmetic(of: b)
      && (new.lens != .numerics || old.display.numerics == new.display.numerics)
      && old.lens == new.lens && old.baseline == new.baseline
    return !isSame || (old.selection != new.selection && new.lens.dependsOnSelection)
  }
}

extension Action {
  /// Whether a run of like edits may go on across this action.
  fileprivate var continuesRun: Bool {
    switch self {
    case .nudge, .nudgeClass, .dragLogit, .dragProbability, .scaleTemperature, .changeStep,
      .cycleFormat, .cycleAlgorithm, .setVisibleRows, .setShownParts, .note, .failed, .redraw,
      .suspend:
      true
    default: false
    }
  }

  /// Whether a field stays open across this action; others accept what it has changed so far.
  fileprivate var leavesEntryOpen: Bool {
    switch self {
    case .editField, .commit, .commitAndMove, .cancel, .setVisibleRows, .setShownParts, .note,
      .failed, .redraw,
      .suspend, .saved, .toggleMouse:
      true
    default: false
    }
  }
}
