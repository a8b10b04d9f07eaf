import LogitKernel
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

  @Test func `a step more copies one piece of thirty thousand steps, not all`() {
    let (_, history) = edited((0..<30_000).map { (Double($0), nil) })
    var longer = history
    longer.record(inverse: .setLogit(0, 1), title: "one more", selection: 0)
    #expect(longer.undoSteps.count == 30_001 && history.undoSteps.count == 30_000)
    #expect(
      longer.undoSteps.sharedPieces(with: history.undoSteps) == 30_000 / Pieces<History.Step>.size)
  }

  @Test func `the oldest steps go when all hold too much, and undo leads back to the others`() {
    var (document, history) = (Document(name: "", logits: [0]), History(byteLimit: 256 * 300))
    for step in 1...1000 {
      let inverse = document.apply(.setLogit(0, Double(step)))
      history.record(inverse: inverse, title: "\(step)", selection: 0)
    }
    #expect(history.undoSteps.count == 300 && history.droppedCount == 700)
    #expect(history.undoSteps.map(\.title) == (701...1000).map(String.init))
    while history.undo(in: &document, selection: 0, file: FileLink()) != nil {}
    #expect(document.logits == [700] && history.undoSteps.isEmpty)
    while history.redo(in: &document, selection: 0, file: FileLink()) != nil {}
    #expect(document.logits == [1000] && history.undoSteps.count == 300)
  }

  @Test func `that steps went is said once, and at the end of the undo`() {
    var state = ExplorerState(
      document: Document(name: "", logits: Array(repeating: 0.0, count: 100_000)))
    for step in 0..<40 {
      let new = PastedLogits(logits: Array(repeating: Double(step), count: 100_000))
      _ = state.reduce(.world(.replaceLogits(new)))
    }
    let words = "The oldest steps can no longer be undone: those kept have reached 16 MB."
    #expect(state.messages.filter { $0.text == words }.count == 1)
    while !state.history.undoSteps.isEmpty { _ = state.reduce(.history(.undo)) }
    _ = state.reduce(.history(.undo))
    #expect(state.message?.text.hasPrefix("Nothing older to undo: the ") == true)
  }

  @Test func `random logits after random logits leave a seed, not the numbers`() {
    var state = ExplorerState(document: Document(name: "", logits: [1, 2, 3]))
    for seed in UInt64(1)...3 { _ = state.reduce(.logits(.randomise(seed: seed))) }
    #expect(
      state.history.undoSteps.map(\.edit) == [
        .setLogits([1, 2, 3]), .randomise(seed: 1), .randomise(seed: 2),
      ])
    let drawn = (1...3).map { randomLogits(3, seed: $0) }
    for logits in [drawn[1], drawn[0], [1, 2, 3]] {
      _ = state.reduce(.history(.undo))
      #expect(state.document.logits.array == logits)
    }
    for logits in drawn {
      _ = state.reduce(.history(.redo))
      #expect(state.document.logits.array == logits)
    }
    // A logit that is not from the seed is kept.
    _ = state.reduce(.logits(.set(0, 7)))
    _ = state.reduce(.logits(.randomise(seed: 9)))
    _ = state.reduce(.history(.undo))
    #expect(state.document.logits.array == [7] + drawn[2].dropFirst())
  }

  @Test func `one value for every class takes no room in the history`() {
    let labels = Array(repeating: "", count: 100_000)
    var document = Document(name: "", labels: labels, logits: Array(repeating: 0, count: 100_000))
    var history = History()
    for value in 1...100 {
      let inverse = document.apply(.setLogits(Logits(repeating: Double(value), count: 100_000)))
      history.record(inverse: inverse, title: "fill", selection: 0)
    }
    #expect(history.undoSteps.count == 100 && history.droppedCount == 0)
    _ = history.undo(in: &document, selection: 0, file: FileLink())
    #expect(document.logits[0] == 99 && document.logits[99_999] == 99)
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
