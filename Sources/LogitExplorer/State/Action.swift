package import LogitKernel

/// Everything that can happen to the explorer, as values, group by group.
///
/// Each group has one reducer, whose switch names every case. Class indices are the document's. An
/// action that makes no sense in the present state leaves it alone.
package enum Action: Equatable, Sendable {
  case selection(SelectionAction)
  case logits(LogitsAction)
  case classes(ClassesAction)
  case temperature(TemperatureAction)
  case loss(LossAction)
  case arithmetic(ArithmeticAction)
  case numerics(NumericsAction)
  case display(DisplayAction)
  case history(HistoryAction)
  case field(FieldAction)
  case lists(ListAction)
  case program(ProgramAction)
  case lesson(LessonAction)
  case rows(RowAction)
  case world(WorldAction)
  /// Several, in order.
  case sequence([Action])
}

extension ExplorerState {
  /// The kind of step that a key is, where the next of that kind takes about as long: a logit changed,
  /// or back; another class selected.
  package func steadyStep(of key: String) -> String? {
    if case .field(let field) = mode { return field.purpose == .logit ? "typing" : nil }
    guard mode == .browsing, let action = Command.byKey[key]?.action else { return nil }
    switch action {
    case .selection(.move), .selection(.page), .logits(.nudge): return key
    case .history(.undo): return history.undoSteps.last?.edit.isOfOneLogit ?? false ? key : nil
    case .history(.redo): return history.redoSteps.last?.edit.isOfOneLogit ?? false ? key : nil
    default: return nil
    }
  }
}

extension DocumentEdit {
  fileprivate var isOfOneLogit: Bool {
    if case .setLogit = self { true } else { false }
  }
}

package enum SelectionAction: Equatable, Sendable {
  case move(by: Int)
  /// By screenfuls; the view says how many rows fit.
  case page(by: Int)
  /// The view says how many rows of the table fit.
  case setVisibleRows(Int)
  case select(Int)
  case first
  case last
  /// The next class with the greatest probability.
  case greatest
  /// The next class with a weight in the target.
  case target
  case find(String)
  case findNext(by: Int)
}

package enum LogitsAction: Equatable, Sendable {
  case nudge(steps: Double)
  /// Wheel over a class that need not be the selected one.
  case nudgeClass(Int, steps: Double)
  case changeStep(by: Int)
  case setStep(Double)
  case set(Int, Double)
  case setProbability(Int, Double)
  case dragLogit(Int, Double)
  case dragProbability(Int, Double)
  case endDrag
  case toggleMask
  case shift(by: Double)
  /// Gives every class the same logit.
  case fill(with: Double)
  case randomise(seed: UInt64?)
}

package enum ClassesAction: Equatable, Sendable {
  case add(label: String?, logit: Double)
  case duplicate
  case delete
  case rename(Int, String)
  case renameDocument(String)
}

package enum TemperatureAction: Equatable, Sendable {
  case scale(up: Bool)
  case set(Double)
}

package enum LossAction: Equatable, Sendable {
  case toggleTarget
  case setTarget(Int?)
  case setWeight(Int, Double)
  case setLabelSmoothing(Double)
  case toggleKind
  case setKind(LossKind)
}

package enum ArithmeticAction: Equatable, Sendable {
  case cycleFormat(by: Int)
  case cycleAlgorithm(by: Int)
  case set(Arithmetic)
}

/// What the Numerics lens shows.
package enum NumericsAction: Equatable, Sendable {
  case cyclePart(by: Int)
  case setPart(NumericsPart)
  case cycleResult
  case setResult(Quantity.Kind)
  case cycleSweep
  case setSweep(NumericsSweep)
  /// Goes on in the part: to another bit, another block.
  case stepPart(by: Int)
  /// Flips a bit of the selected logit, counted from the last; nil for the one under the cursor.
  case flipBit(Int?)
  /// The view says which parts are on the screen.
  case setShownParts(Set<NumericsPart>)
}

package enum DisplayAction: Equatable, Sendable {
  case lens(Lens)
  case nextLens(by: Int)
  case setDigits(Int)
  case changeDigits(by: Int)
  case toggleHex
  case cycleAxis
  case setAxis(AxisScale)
  case cycleOrder
  case setOrder(SortOrder)
  case toggleProjector
  case toggleMouse
  case cover(Set<Cover>)
  case uncover(Set<Cover>)
  /// Covers p, or uncovers everything where anything is covered.
  case toggleCover
}

/// The steps taken, and the pinned state.
package enum HistoryAction: Equatable, Sendable {
  case undo
  case redo
  case pin
  case swap
  case unpin
}

/// What happens to a field; accepting and cancelling go to whatever has the keyboard.
package enum FieldAction: Equatable, Sendable {
  /// About the selected class, if it is about one.
  case begin(FieldPurpose)
  /// Types over the selected logit.
  case typeLogit(String)
  case edit(FieldEdit)
  /// Accepts the text of a field, or the highlighted row of a list.
  case accept(then: AfterField = .stop)
  case cancel
}

/// Palette, help and the list of presets.
package enum ListAction: Equatable, Sendable {
  case openPalette
  /// Opens the palette with a command's word typed, ready for its argument.
  case openPaletteFor(String)
  case openHelp
  case openList
  case searchHelp
  case highlight(by: Int)
  /// Highlights that row of the palette, help or list and runs it: a click.
  case chooseRow(Int)
  /// Completes the palette's text from the highlighted row.
  case complete
}

/// What leaves the explorer: files, the clipboard, the terminal; and the questions before it.
package enum ProgramAction: Equatable, Sendable {
  case openPreset(String)
  case openFile(String)
  case save(path: String?, overwrite: Bool)
  /// Saves, asking for a path where there is none, and goes on once that is done: "save, then quit".
  case saveFirst(then: [Action])
  /// Answers the question that is open, by the answer's key.
  case answer(String)
  /// Asks which form.
  case askCopy
  case copy(CopyForm)
  case requestQuit
  case quit
  case suspend
  case redraw
  /// Asks the world for something without further question.
  case emit(Effect)
}

/// What comes back from the world: pastes, files, failures.
package enum WorldAction: Equatable, Sendable {
  case pasted(PastedLogits)
  case replaceLogits(PastedLogits)
  case appendLogits(PastedLogits)
  case opened(Document, path: String?, rows: RowSet? = nil)
  case saved(path: String, revision: Int)
  /// There is already a file where the document was to be saved: asks before replacing it.
  case fileExists(path: String)
  case failed(String)
  /// The lessons there are, in their order, and the names of those that were done.
  case lessonsFound([LessonSummary], done: Set<String>)
  /// Asks for the path again, and says why the one given will not do.
  case saveFailed(path: String, String)
  case note(String)
  /// Rows of a stream have come, and how many lines were none: what was wrong with the last.
  case rowsArrived([TableRow], unreadable: Int = 0, problem: String = "")
  /// What all rows score at another temperature.
  case rowsScored(RowSet.Scores)
  /// The user does not want what was being done: nothing that was to follow it is done.
  case stopped(String)
  /// There will be no more rows.
  case streamEnded
}

/// What follows when a field is accepted.
package enum AfterField: Equatable, Sendable {
  case stop
  /// Selects the row that far away.
  case move(by: Int)
  /// Opens the same field for the row that far away.
  case edit(by: Int)
}

/// A change to the text in a field.
package enum FieldEdit: Equatable, Sendable {
  case insert(String)
  case deleteBackward, deleteForward, deleteWord, deleteToStart, deleteToEnd
  case moveBack, moveForward, moveToStart, moveToEnd
}

/// Logits from a paste, with labels where the text had them.
package struct PastedLogits: Equatable, Sendable {
  package var labels: [String]?
  package var logits: [Double]
  /// What was guessed or left out while reading, a sentence each.
  package var remarks: [String]

  package init(labels: [String]? = nil, logits: [Double], remarks: [String] = []) {
    self.labels = labels
    self.logits = logits
    self.remarks = remarks
  }
}

/// What `y` puts on the clipboard.
package enum CopyForm: String, CaseIterable, Equatable, Sendable {
  case table, document, list, numpy, pytorch

  /// What is copied, for its row.
  var meaning: String {
    switch self {
    case .table: "labels, logits and probabilities, separated by tabs"
    case .document: "the document as TOML, which this program opens again"
    case .list: "the logits as a Python list"
    case .numpy: "NumPy code that computes the numbers on the screen"
    case .pytorch: "PyTorch code that computes the numbers on the screen"
    }
  }
}
