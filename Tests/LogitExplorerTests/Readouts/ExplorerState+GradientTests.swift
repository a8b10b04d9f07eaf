import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateGradientTests {
  @Test func `cross-entropy's is p less the target`() {
    let state = ExplorerState()
    #expect(state.lossGradient(at: 0) == crossEntropyGradient([2, 1, 0.1], .index(0))[0])
    #expect(ExplorerState(document: Document(name: "", logits: [1])).lossGradient(at: 0).isNaN)
  }

  @Test func `the binary loss asks each class by itself`() {
    let state = ExplorerState.flowers(after: "E")
    #expect(state.lossGradient(at: 0) == binaryCrossEntropyWithLogitsGradient(2, target: 1))
    #expect(state.lossGradient(at: 1) == binaryCrossEntropyWithLogitsGradient(1, target: 0))
    #expect(
      Loss(state.document)?.question(at: 1)?.exact(of: state.logits)
        == binaryCrossEntropyWithLogits(1, target: 0))
  }
}
