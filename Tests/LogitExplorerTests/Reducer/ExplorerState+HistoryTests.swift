import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateHistoryTests {
  @Test func `a run of nudges is one step, a pause by another key ends it`() {
    var state = ExplorerState.flowers(after: "lll")
    #expect(state.history.undoSteps.count == 1 && state.document.logits[0] == 2.3)
    state.type("jkl")
    #expect(state.history.undoSteps.count == 2)
    state.type("u")
    #expect(state.document.logits[0] == 2.3)
    #expect(state.message?.text == "Undone: set setosa to 2.4.")
    state.type("u")
    #expect(state.document == .flowers)
    state.type("u")
    #expect(state.message?.text == "Nothing to undo.")
    state.type("<C-r><C-r><C-r>")
    #expect(state.document.logits[0] == 2.4 && state.message?.text == "Nothing to redo.")
  }

  @Test func `a drag is one step`() {
    var state = ExplorerState()
    for x in [2.5, 3, 3.5] { _ = state.reduce(.logits(.dragLogit(0, x))) }
    _ = state.reduce(.logits(.endDrag))
    _ = state.reduce(.logits(.dragLogit(0, 4)))
    #expect(state.history.undoSteps.count == 2)
  }

  @Test func `undo shows where it happened`() {
    let state = ExplorerState.flowers(after: "jlGu")
    #expect(state.selection == 1)
  }

  @Test func `pin, swap, and unpin`() {
    var state = ExplorerState.flowers(after: "bl")
    #expect(state.baseline == .flowers && state.numbers.baseline != nil)
    state.type("B")
    #expect(state.document == .flowers && state.baseline?.logits[0] == 2.1)
    state.type("B")
    #expect(state.document.logits[0] == 2.1 && state.baseline == .flowers)
    state.type("u")
    #expect(state.document == .flowers && state.baseline?.logits[0] == 2.1)
    state.type("<C-r>b")
    #expect(state.baseline?.logits[0] == 2.1)
    state.type("b")
    #expect(state.baseline == nil && state.numbers.baseline == nil)
    state.type("B")
    #expect(state.message?.severity == .warning)
  }

  @Test func `a class finds itself in the pinned state by its name`() {
    var state = ExplorerState.flowers(after: "bd")
    #expect(state.baselineIndex(of: 0) == 1)
    state.type("r<C-u>new<Enter>")
    #expect(state.baselineIndex(of: 0) == nil)
    #expect(ExplorerState().baselineIndex(of: 0) == nil)
  }

  @Test func `an edit that changes nothing leaves no step`() {
    #expect(ExplorerState.flowers(after: "2<Enter>").history.undoSteps.isEmpty)
    var state = ExplorerState()
    _ = state.reduce(.temperature(.set(1)))
    #expect(!state.isModified)
  }
}
