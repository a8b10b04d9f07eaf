import Testing

@testable import LogitExplorer

@Suite struct CommandLossTests {
  private func run(_ line: String) -> ExplorerState {
    var state = ExplorerState()
    state.type(":")
    _ = state.paste(line)
    state.type("<Enter>")
    return state
  }

  @Test func `words for the temperature, the target and the loss`() {
    #expect(run("temperature 2").document.temperature == 2)
    #expect(run("temperature *4").document.temperature == 4)
    #expect(run("target vers").document.target == .index(1))
    #expect(run("weight 0.5").document.target == .weights([0.5, 0, 0]))
    #expect(run("smoothing 0.1").document.labelSmoothing == 0.1)
    #expect(run("loss binary").document.loss == .binaryCrossEntropy)
    #expect(run("unpin").message?.text == "Nothing is pinned.")
  }

  @Test func `a value out of range is said`() {
    #expect(run("smoothing 3").message?.severity == .warning)
    #expect(run("weight -1").message?.severity == .warning)
    #expect(run("temperature nan").message?.severity == .warning)
  }
}
