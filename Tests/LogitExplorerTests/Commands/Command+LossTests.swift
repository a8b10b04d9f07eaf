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
    func words(_ line: String) -> String? {
      let message = run(line).message
      return message?.severity == .warning ? message?.text : nil
    }
    #expect(
      words("smoothing 3")
        == "Label smoothing is between 0 (none) and 1 (only the uniform target).")
    #expect(words("weight -1") == "A target weight is a finite number, 0 or more.")
    #expect(
      words("temperature nan") == "A temperature is a number; NaN would make every result NaN.")
  }
}
