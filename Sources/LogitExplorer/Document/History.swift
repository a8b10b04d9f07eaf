/// What can be undone and redone.
///
/// The oldest steps go when all together hold more than `byteLimit`.
package struct History: Equatable, Sendable {
  /// One step: the edit that takes it back (or, on the redo side, makes it again).
  package struct Step: Equatable, Sendable {
    package var edit: DocumentEdit
    /// What it did, in the words of the toast: "set setosa to 2.1".
    package var title: String
    /// The class that was selected before, so that undo shows where it happened.
    package var selection: Int
    /// The document's revision before the step; equal to `savedRevision` when nothing is unsaved.
    package var revision: Int
    /// The file of the document before the step, when the step opened another one.
    package var file: FileLink?
    /// True when the document changed places with the baseline.
    package var isSwap = false

    /// About what it holds; for a run that goes on, what its first edit does.
    fileprivate var bytes: Int { 256 + edit.bytes }
  }

  package private(set) var undoSteps = Pieces<Step>()
  package private(set) var redoSteps = Pieces<Step>()
  /// How many of the oldest steps are no longer kept.
  package private(set) var droppedCount = 0
  /// About what the steps to undo hold.
  private var bytes = 0
  private let byteLimit: Int
  /// Changes with every change of the document, undo and redo included.
  package private(set) var revision = 0
  private var newestRevision = 0
  /// The run of similar edits in progress, if any; its next edit is merged into the last step.
  private var run: EditRun?

  package init(byteLimit: Int = 16 << 20) { self.byteLimit = byteLimit }

  /// Notes an edit that was made, given its inverse.
  ///
  /// An edit that belongs to the run going on joins the last step, whose inverse already leads back
  /// to before the run.
  package mutating func record(
    inverse: DocumentEdit, title: String, selection: Int, run: EditRun? = nil,
    file: FileLink? = nil, isSwap: Bool = false
  ) {
    redoSteps = Pieces()
    if let run, run == self.run, !undoSteps.isEmpty {
      undoSteps[undoSteps.count - 1].title = title
    } else {
      keep(
        Step(
          edit: inverse, title: title, selection: selection, revision: revision, file: file,
          isSwap: isSwap))
    }
    self.run = run
    newestRevision += 1
    revision = newestRevision
  }

  /// Ends the run going on: the next edit starts a step of its own.
  package mutating func endRun() { run = nil }

  /// Takes back the last step in `document`; `nil` when there is none.
  package mutating func undo(
    in document: inout Document, selection: Int, file: FileLink
  ) -> Step? {
    run = nil
    guard let step = undoSteps.popLast() else { return nil }
    bytes -= step.bytes
    redoSteps.append(counterpart(of: step, in: &document, selection: selection, file: file))
    revision = step.revision
    return step
  }

  /// Makes the last undone step again; `nil` when there is none.
  package mutating func redo(
    in document: inout Document, selection: Int, file: FileLink
  ) -> Step? {
    run = nil
    guard let step = redoSteps.popLast() else { return nil }
    keep(counterpart(of: step, in: &document, selection: selection, file: file))
    revision = step.revision
    return step
  }

  /// The newest step stays, however large it is.
  private mutating func keep(_ step: Step) {
    undoSteps.append(step)
    bytes += step.bytes
    while bytes > byteLimit, undoSteps.count > 1 {
      bytes -= undoSteps.removeFirst().bytes
      droppedCount += 1
    }
  }

  /// Applies the step and returns the one that leads back.
  private func counterpart(
    of step: Step, in document: inout Document, selection: Int, file: FileLink
  ) -> Step {
    Step(
      edit: document.apply(step.edit), title: step.title, selection: selection,
      revision: revision, file: step.file == nil ? nil : file, isSwap: step.isSwap)
  }
}

/// The file that a document came from or was saved to, and what the file holds.
package struct FileLink: Equatable, Sendable {
  /// `nil` when there is none yet.
  package var path: String?
  /// The history's revision that was saved or opened.
  package var savedRevision = 0
}

/// Which edits fold into one step when they follow each other.
package enum EditRun: Equatable, Sendable {
  case nudge(Int)
  case temperature
  case arithmetic
  /// One press of the mouse button until its release.
  case drag(Int)
}
