internal import LogitKernel

extension ExplorerState {
  /// Does what an action says, and returns what the world is asked to do.
  ///
  /// An action that makes no sense in the present state leaves it alone. Numbers are computed again
  /// only where something they depend on has changed.
  package mutating func reduce(_ action: Action) -> [Effect] {
    if let refusal = refusalOfLesson(action) {
      say(refusal, .warning)
      return []
    }
    let before = Basis(self)
    if case .field = mode, !action.leavesFieldOpen { closeField() }
    if !action.continuesRun { history.endRun() }
    let effects = perform(action)
    settle(since: before)
    settleLesson()
    if case .sequence = action { return effects }
    return effects + scoreRows(since: before.temperature)
  }

  /// One group, one reducer.
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .selection(let action): reduceSelection(action)
    case .logits(let action): reduceLogits(action)
    case .classes(let action): reduceClasses(action)
    case .temperature(let action): reduceTemperature(action)
    case .loss(let action): reduceLoss(action)
    case .arithmetic(let action): reduceArithmetic(action)
    case .numerics(let action): reduceNumerics(action)
    case .history(let action): reduceHistory(action)
    case .display(let action): return reduceDisplay(action)
    case .field(let action): return reduceField(action)
    case .lists(let action): return reduceLists(action)
    case .program(let action): return reduceProgram(action)
    case .world(let action): return reduceWorld(action)
    case .lesson(let action): return reduceLesson(action)
    case .rows(let action): reduceRows(action)
    case .sequence(let actions): return actions.flatMap { reduce($0) }
    }
    return []
  }

  /// Brings what follows from the document in step with it.
  private mutating func settle(since before: Basis) {
    settleRow()
    selection = max(0, min(selection, document.count - 1))
    let isRelabelled = document.count != before.count
    if isRelabelled || display.order != before.display.order { arrangeRows() }
    if before.givesOtherNumbers(than: self) {
      settleBaseline(since: before.baseline)
      settleNumbers()
    }
    guard history.droppedCount > 0, before.droppedCount == 0 else { return }
    say("The oldest steps can no longer be undone: those kept have reached 16 MB.")
  }

  /// Computes again what depends on something that has changed.
  mutating func settleNumbers() {
    Work.current?.begin("computing the numbers", of: nil)
    numbers = LensNumbers(
      document: document, lens: lens, selection: selection, baseline: baseline,
      numerics: display.numerics, covered: display.covered, last: numbers)
  }

  /// A goal that is reached changes the state again, perhaps.
  private mutating func settleLesson() {
    guard lesson != nil else { return }
    let before = Basis(self)
    settleGoal()
    settle(since: before)
  }

  /// Sorts the rows of the table again.
  ///
  /// Rows keep their places while logits are nudged, dragged and typed, so that nothing jumps away
  /// under the hand. They are sorted when an edit is accepted, a drag ends, an undo is made, classes
  /// come or go, and by the sort key.
  mutating func arrangeRows() {
    arrangement = display.order.arrange(document, since: arrangement)
  }

  mutating func say(_ text: String, _ severity: Message.Severity = .note) {
    let new = Message(text: text, severity: severity)
    message = new
    messages.append(new)
    if messages.count > ExplorerState.messageLimit { messages.removeFirst() }
  }

  static let messageLimit = 100
}

/// What rows and numbers follow from, as it was before an action; no copy of the document, which
/// the action would have to copy to change it.
private struct Basis {
  private let revision: Document.Revision
  let count: Int
  private let lens: Lens
  let display: Display
  private let selection: Int
  let baseline: Document?
  let droppedCount: Int
  let temperature: Double

  init(_ state: ExplorerState) {
    (revision, count) = (state.document.revision, state.document.count)
    (lens, display, selection) = (state.lens, state.display, state.selection)
    (baseline, droppedCount) = (state.baseline, state.history.droppedCount)
    temperature = state.document.temperature
  }

  /// Whether something that the numbers are made of is another in the state.
  func givesOtherNumbers(than state: ExplorerState) -> Bool {
    revision !== state.document.revision || lens != state.lens
      || display.covered != state.display.covered
      || (lens == .numerics && display.numerics != state.display.numerics)
      || (lens.dependsOnSelection && selection != state.selection)
      || baseline?.revision !== state.baseline?.revision
  }
}

extension Action {
  /// Whether a run of like edits may go on across this action.
  fileprivate var continuesRun: Bool {
    switch self {
    case .logits(.nudge), .logits(.nudgeClass), .logits(.dragLogit), .logits(.dragProbability),
      .logits(.changeStep), .temperature(.scale), .arithmetic(.cycleFormat),
      .arithmetic(.cycleAlgorithm):
      true
    default: isOfTheScreen
    }
  }

  /// Whether a field stays open across this action; others accept what it has changed so far.
  fileprivate var leavesFieldOpen: Bool {
    switch self {
    case .field(.edit), .field(.accept), .field(.cancel), .world(.saved),
      .display(.toggleMouse), .lesson(.setPageCount):
      true
    default: isOfTheScreen
    }
  }

  /// Whether it comes from the screen or the terminal and does nothing to what is looked at.
  private var isOfTheScreen: Bool {
    switch self {
    case .selection(.setVisibleRows), .numerics(.setShownParts), .lesson(.setPageCount),
      .world(.note), .world(.failed), .world(.stopped), .world(.rowsArrived),
      .world(.rowsScored), .world(.streamEnded),
      .program(.redraw), .program(.suspend):
      true
    default: false
    }
  }
}
