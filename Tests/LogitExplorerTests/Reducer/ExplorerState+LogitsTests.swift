import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateLogitsTests {
  @Test func `nudges are exact in decimals`() {
    #expect(ExplorerState.flowers(after: "GlllL").document.logits[2] == 1.4)
    #expect(ExplorerState.flowers(after: "h").document.logits[0] == 1.9)
    #expect(ExplorerState.flowers(after: "]l").document.logits[0] == 2.2)
    #expect(ExplorerState.flowers(after: "[l").document.logits[0] == 2.05)
  }

  @Test func `a nudge that is lost says so`() {
    var state = ExplorerState(document: Document(name: "", logits: [1e20, .infinity]))
    state.type("l")
    #expect(state.message?.text == "A step of 0.1 is too small to change 1e20.")
    state.type("jl")
    #expect(state.message?.text == "inf cannot be nudged; type a value instead.")
    #expect(!state.isModified)
  }

  @Test func `masking keeps the logit`() {
    var state = ExplorerState.flowers(after: "m")
    #expect(state.document.effectiveLogits[0] == -.infinity)
    #expect(state.numbers.present.row.probability(at: 0) == 0)
    state.type("m")
    #expect(state.document == .flowers)
  }

  @Test func `a constant moves σ and not softmax`() {
    var state = ExplorerState(document: Document(name: "", logits: [2, 1, 0.25]))
    let before = state.numbers.present.row.probability(at: 0)
    state.type("c4<Enter>")
    #expect(state.document.logits == [6, 5, 4.25])
    #expect(state.numbers.present.row.probability(at: 0) == before)
    #expect(state.message?.text.contains("softmax does not move") == true)
  }

  @Test func `random logits come from a seed that is shown`() {
    var state = ExplorerState.flowers(after: "R")
    #expect(state.document.logits == Logits(randomLogits(3, seed: 1)))
    #expect(state.message?.text == "Random logits from seed 1; the next seed is 2.")
    state.type("R")
    #expect(state.document.logits == Logits(randomLogits(3, seed: 2)))
    _ = state.reduce(.logits(.randomise(seed: .max)))
    #expect(state.seed == 0)
  }

  @Test func `indices outside the document do nothing`() {
    for index in [-1, 3, .max] {
      var state = ExplorerState()
      _ = state.reduce(.logits(.set(index, 1)))
      _ = state.reduce(.logits(.dragLogit(index, 1)))
      _ = state.reduce(.logits(.setProbability(index, 0.5)))
      _ = state.reduce(.loss(.setWeight(index, 0.5)))
      _ = state.reduce(.loss(.setTarget(index)))
      #expect(state.document == .flowers)
    }
  }
}
