import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct CommandNumericsTests {
  private func run(_ line: String, lens: Lens = .numerics) -> ExplorerState {
    var state = ExplorerState(lens: lens)
    state.type(":")
    _ = state.paste(line)
    state.type("<Enter>")
    return state
  }

  @Test func `every setting has a command of its word`() {
    for option in ArithmeticOption.catalog {
      #expect(Command.byID[option.word]?.title == option.title, "\(option.key)")
    }
  }

  @Test func `settings are typed in the palette`() {
    #expect(run("algorithm naive").document.arithmetic.algorithmName == "naive")
    #expect(run("format e5m7").document.arithmetic.settings.storage.name == "e5m7")
    #expect(run("accumulator binary32").document.arithmetic.settings.accumulator == .binary32)
    #expect(run("block 4").document.arithmetic.settings.blockLength == 4)
    #expect(run("sum kahan").document.arithmetic.settings.sumOrder == .kahan)
    #expect(run("mask-value lowest").document.arithmetic.settings.maskValue == .lowestFinite)
    #expect(run("saturate on").document.arithmetic.settings.storage.saturates)
    #expect(run("log-guard floor -100").document.arithmetic.settings.logGuard == .floor(-100))
  }

  @Test func `a bad setting is refused in the palette, and nothing changes`() {
    let state = run("format e20m99")
    #expect(state.document == .flowers)
    guard case .palette(let palette) = state.mode else {
      Issue.record("the palette closed")
      return
    }
    #expect(palette.refusal == "A format needs 2 to 11 exponent bits, not 20.")
  }

  @Test func `what belongs to the lens says so elsewhere`() {
    for word in ["part", "result", "sweep", "step-forward", "step-back", "previous-part"] {
      #expect(Command.byID[word]?.refusal(ExplorerState(lens: .softmax)) != nil, "\(word)")
      #expect(Command.byID[word]?.refusal(ExplorerState(lens: .numerics)) == nil, "\(word)")
    }
    #expect(Command.byID["algorithm"]?.refusal(ExplorerState(lens: .softmax)) == nil)
  }

  @Test func `parts, results and sweeps are chosen by name`() {
    #expect(run("part bits").display.numerics.part == .bits)
    #expect(run("result entropy").display.numerics.result == .entropy)
    #expect(run("sweep temperature").display.numerics.sweep == .temperature)
    #expect(run("flip 63").document.logits[0] == -2)
  }
}
