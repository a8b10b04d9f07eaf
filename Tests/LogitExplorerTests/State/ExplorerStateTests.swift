import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateTests {
  @Test func `it opens unmodified, browsing, on the first class`() {
    let state = ExplorerState()
    #expect(!state.isModified && state.mode == .browsing && state.selection == 0)
    #expect(state.path == nil && state.rowOrder == nil)
  }

  @Test func `rows and classes by the order of the screen`() {
    var display = Display()
    display.order = .logit
    var state = ExplorerState(
      document: Document(name: "", logits: [1, 3, 2]), display: display)
    #expect((0..<3).map(state.classIndex) == [1, 2, 0])
    state.type("G")
    #expect(state.selection == 0 && state.selectedRow == 2)
  }

  @Test func `it is modified until what was saved is back`() {
    var state = ExplorerState.flowers(after: "l")
    #expect(state.isModified)
    state.type("u")
    #expect(!state.isModified)
    state.type("<C-r>")
    _ = state.reduce(.world(.saved(path: "f.toml", revision: state.history.revision)))
    #expect(!state.isModified && state.path == "f.toml")
    state.type("u")
    #expect(state.isModified)
  }

  @Test func `a document with an arithmetic of its own opens on what it is about`() {
    let document = Document(
      name: "", logits: [1, 2, 3], target: .index(2),
      loss: .binaryCrossEntropy, arithmetic: Arithmetic(.shifted, in: .binary16))
    var opened = ExplorerState()
    _ = opened.reduce(.world(.opened(document, path: nil)))
    for state in [ExplorerState(document: document), opened] {
      #expect(state.lens == .numerics && state.selection == 2)
      #expect(state.display.numerics.result == .suiting(document))
    }
    let asked = ExplorerState(document: document, lens: .loss)
    #expect(asked.lens == .loss && asked.selection == 2)
    #expect(ExplorerState().lens == .softmax)
  }
}
