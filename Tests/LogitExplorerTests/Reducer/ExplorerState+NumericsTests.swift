import LogitKernel
import TestSupport
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateNumericsTests {
  @Test func `v and f go through algorithms and formats and back`() {
    var state = ExplorerState()
    for _ in Arithmetic.algorithmNames { state.type("v") }
    #expect(state.document.arithmetic.isExact)
    state.type("v")
    #expect(state.document.arithmetic.algorithmName == "naive")
    state.type("V")
    #expect(state.document.arithmetic.algorithmName == "exact")
    state.type("f")
    #expect(state.document.arithmetic.settings.storage == .binary32)
    state.type("FF")
    #expect(state.document.arithmetic.settings.storage == .e4m3)
  }

  @Test func `from a format of one's own the list is entered at its end or its start`() {
    var state = ExplorerState()
    _ = state.reduce(state.setting("format", "e7m12"))
    state.type("f")
    #expect(state.document.arithmetic.settings.storage == .binary64)
    _ = state.reduce(state.setting("format", "e7m12"))
    state.type("F")
    #expect(state.document.arithmetic.settings.storage == .e4m3)
  }

  @Test func `the arithmetic belongs to the document and is undone with it`() {
    var state = ExplorerState()
    state.type("vvf")
    #expect(state.isModified)
    while state.isModified { state.type("u") }
    #expect(state.document.arithmetic == .exact)
    #expect(state.numbers.present.run == nil)
  }

  @Test func `a setting that is refused changes nothing and is told`() {
    var state = ExplorerState()
    for key in [":"] + "format e0m3".map({ $0 == " " ? "<Space>" : String($0) }) + ["<Enter>"] {
      _ = state.press(key)
    }
    guard case .palette(let palette) = state.mode else {
      Issue.record("the palette is closed")
      return
    }
    #expect(palette.refusal == "A format needs 2 to 11 exponent bits, not 0.")
    #expect(state.document == .flowers && state.history.undoSteps.isEmpty)
  }

  @Test func `a bit of the logit is flipped as the format stores it`() {
    var state = ExplorerState()
    _ = state.reduce(state.setting("format", "binary16"))
    _ = state.reduce(.numerics(.flipBit(15)))
    #expect(state.document.logits[0] == -2)
    _ = state.reduce(.numerics(.flipBit(0)))
    #expect(state.document.logits[0] == -2.001953125)
    _ = state.reduce(.numerics(.flipBit(16)))
    #expect(state.message?.text == "binary16 has the bits 0 to 15.")
    var empty = ExplorerState(document: Document(name: "", logits: []))
    _ = empty.reduce(.numerics(.flipBit(0)))
    #expect(empty.document.count == 0)
  }

  @Test func `the cursor stays among the bits and the blocks`() {
    var state = ExplorerState(lens: .numerics)
    _ = state.reduce(.numerics(.setPart(.bits)))
    _ = state.reduce(.numerics(.stepPart(by: -1000)))
    #expect(state.display.numerics.bit == 63)
    _ = state.reduce(.numerics(.stepPart(by: .max)))
    #expect(state.display.numerics.bit == 0)
    _ = state.reduce(.numerics(.stepPart(by: .min)))
    #expect(state.display.numerics.bit == 63)
    _ = state.reduce(.arithmetic(.cycleFormat(by: .max)))
    _ = state.reduce(.arithmetic(.cycleAlgorithm(by: .min)))
    _ = state.reduce(.numerics(.setPart(.online)))
    _ = state.reduce(.numerics(.stepPart(by: .max)))
    #expect(state.display.numerics.block == 2)
    _ = state.reduce(.numerics(.stepPart(by: .min)))
    #expect(state.display.numerics.block == 0)
  }
}
