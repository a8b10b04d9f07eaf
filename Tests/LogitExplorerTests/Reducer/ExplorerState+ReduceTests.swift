import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateReduceTests {
  @Test func `the numbers always belong to the document`() {
    var state = ExplorerState()
    for script in ["l", "m", ">", "<Tab>", "a", "d", "b", "S1<Enter>", "E", "R", "u", "ss"] {
      state.type(script)
      #expect(
        state.numbers
          == LensNumbers(
            document: state.document, lens: state.lens, selection: state.selection,
            baseline: state.baseline), "after \(script)")
    }
  }

  @Test func `several actions in order`() {
    var state = ExplorerState()
    _ = state.reduce(.sequence([.logits(.set(0, 5)), .logits(.set(1, 6)), .history(.undo)]))
    #expect(state.document.logits == [5, 1, 0.1])
  }
}
