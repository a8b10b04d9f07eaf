import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateDisplayTests {
  @Test func `lenses go round both ways`() {
    var state = ExplorerState()
    for lens in Array(Lens.allCases.dropFirst()) + [.softmax] {
      state.type("<Tab>")
      #expect(state.lens == lens)
    }
    state.type("<S-Tab>")
    #expect(state.lens == Lens.allCases.last)
    _ = state.reduce(.display(.nextLens(by: -Lens.allCases.count * 3)))
    #expect(state.lens == Lens.allCases.last)
  }

  @Test func `digits stay between 3 and 17, and hex is left by choosing them`() {
    var state = ExplorerState.flowers(after: "X")
    #expect(state.display.isHex)
    state.type(")")
    #expect(!state.display.isHex && state.display.digits == 7)
    _ = state.reduce(.display(.setDigits(99)))
    #expect(state.display.digits == 17 && state.message != nil)
    _ = state.reduce(.display(.changeDigits(by: .min)))
    #expect(state.display.digits == 3)
  }

  @Test func `axes and orders go round, the document keeps its own`() {
    var state = ExplorerState.flowers(after: "x")
    #expect(state.display.axis == .log)
    state.type("xx")
    #expect(state.display.axis == .linear)
    state.type("ss")
    #expect(state.display.order == .name && state.document == .flowers)
    state.type("s")
    #expect(state.rowOrder == nil)
  }

  @Test func `rows keep their places while logits are nudged, and s sorts them again`() {
    var state = ExplorerState.flowers(after: "sj")
    state.type("LL")
    #expect(state.document.logits == [2, 3, 0.1] && state.rowOrder == [0, 1, 2])
    state.type("s")
    #expect(state.rowOrder == [1, 0, 2] && state.display.order == .logit)
    #expect(state.selection == 1)
  }

  @Test func `the mouse is the terminal's on request`() {
    var state = ExplorerState()
    #expect(state.press("M") == [.setMouse(false)] && !state.display.isMouseOn)
    #expect(state.press("M") == [.setMouse(true)])
  }

  @Test func `the projector is left by z or Esc`() {
    for key in ["z", "<Esc>"] {
      var state = ExplorerState.flowers(after: "z")
      #expect(state.display.isProjector)
      state.type(key)
      #expect(!state.display.isProjector)
    }
  }
}
