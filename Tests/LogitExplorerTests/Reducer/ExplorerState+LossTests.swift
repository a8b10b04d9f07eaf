import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateLossTests {
  @Test func `Space makes the class the target and clears it`() {
    var state = ExplorerState.flowers(after: "j<Space>")
    #expect(state.document.target == .index(1))
    state.type("<Space>")
    #expect(state.document.target == .none)
  }

  @Test func `weights, smoothing and the kind of loss`() {
    var state = ExplorerState.flowers(after: "jS0.5<Enter>")
    #expect(state.document.target == .weights([1, 0.5, 0]))
    state.type("e2<Enter>")
    #expect(state.field?.refusal?.hasPrefix("Label smoothing is") == true)
    state.type("<Esc>E")
    #expect(state.document.loss == .binaryCrossEntropy)
    state.type("E")
    #expect(state.document.loss == .crossEntropy)
  }

  @Test func `the temperature's ends are said`() {
    var state = ExplorerState.flowers(after: "t1e4<Enter>>")
    #expect(state.document.temperature == .infinity && state.message?.text.contains("hot") == true)
    state.type("t1e-4<Enter><lt>")
    #expect(state.document.temperature == 0 && state.message?.text.contains("cold") == true)
    state.type("tnan<Enter>")
    #expect(state.field?.refusal?.hasPrefix("A temperature is a number") == true)
  }

  @Test func `a run of temperature keys is one step`() {
    #expect(ExplorerState.flowers(after: ">>><lt>").history.undoSteps.count == 1)
  }
}
