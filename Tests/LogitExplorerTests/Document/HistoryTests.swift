import Testing

@testable import LogitExplorer

@Suite struct HistoryTests {
  private func edited(_ steps: [(logit: Double, run: EditRun?)]) -> (Document, History) {
    var (document, history) = (Document(name: "", logits: [0]), History())
    for step in steps {
      let inverse = document.apply(.setLogit(0, step.logit))
      history.record(
        inverse: inverse, title: "set to \(step.logit)", selection: 0, run: step.run)
    }
    return (document, history)
  }

  @Test func `steps are undone and redone in order`() {
    var (document, history) = edited([(1, nil), (2, nil)])
    #expect(history.undo(in: &document, selection: 0, file: FileLink())?.title == "set to 2.0")
    #expect(document.logits == [1])
    _ = history.undo(in: &document, selection: 0, file: FileLink())
    #expect(document.logits == [0])
    #expect(history.undo(in: &document, selection: 0, file: FileLink()) == nil)
    _ = history.redo(in: &document, selection: 0, file: FileLink())
    _ = history.redo(in: &document, selection: 0, file: FileLink())
    #expect(document.logits == [2])
    #expect(history.redo(in: &document, selection: 0, file: FileLink()) == nil)
  }

  @Test func `a run folds into one step until it ends`() {
    var (document, history) = edited([(1, .nudge(0)), (2, .nudge(0)), (3, .nudge(0))])
    #expect(history.undoSteps.count == 1)
    history.endRun()
    let inverse = document.apply(.setLogit(0, 4))
    history.record(inverse: inverse, title: "set", selection: 0, run: .nudge(0))
    #expect(history.undoSteps.count == 2)
    _ = history.undo(in: &document, selection: 0, file: FileLink())
    #expect(document.logits == [3])
    _ = history.undo(in: &document, selection: 0, file: FileLink())
    #expect(document.logits == [0])
  }

  @Test func `runs of two classes do not join`() {
    #expect(edited([(1, .nudge(0)), (2, .nudge(1))]).1.undoSteps.count == 2)
    #expect(edited([(1, .drag(0)), (2, .nudge(0))]).1.undoSteps.count == 2)
  }

  @Test func `a new edit forgets what was undone, and revisions never come again`() {
    var (document, history) = edited([(1, nil)])
    let saved = history.revision
    _ = history.undo(in: &document, selection: 0, file: FileLink())
    #expect(history.revision != saved)
    _ = history.redo(in: &document, selection: 0, file: FileLink())
    #expect(history.revision == saved)
    _ = history.undo(in: &document, selection: 0, file: FileLink())
    let inverse = document.apply(.setLogit(0, 9))
    history.record(inverse: inverse, title: "other", selection: 0)
    #expect(history.redoSteps.isEmpty && history.revision != saved)
  }
}
