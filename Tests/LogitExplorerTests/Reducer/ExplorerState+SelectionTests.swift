import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateSelectionTests {
  @Test func `moves stop at the ends`() {
    #expect(ExplorerState.flowers(after: "k").selection == 0)
    #expect(ExplorerState.flowers(after: "jjjj").selection == 2)
    #expect(ExplorerState.flowers(after: "Gg").selection == 0)
    var state = ExplorerState()
    _ = state.reduce(.selection(.move(by: .max)))
    #expect(state.selection == 2)
    _ = state.reduce(.selection(.move(by: .min)))
    #expect(state.selection == 0)
    _ = state.reduce(.selection(.select(7)))
    #expect(state.selection == 0)
  }

  @Test func `pages are as long as the screen`() {
    var state = ExplorerState(document: Document(name: "", logits: Array(repeating: 0, count: 50)))
    _ = state.reduce(.selection(.setVisibleRows(10)))
    state.type("<PageDown><PageDown>")
    #expect(state.selection == 20)
    state.type("<PageUp>")
    #expect(state.selection == 10)
    _ = state.reduce(.selection(.page(by: .max)))
    #expect((0..<50).contains(state.selection))
  }

  @Test func `finding goes round at the ends`() {
    var state = ExplorerState()
    _ = state.reduce(.selection(.find("SETO")))
    #expect(state.selection == 0)
    _ = state.reduce(.selection(.find("v")))
    #expect(state.selection == 1)
    state.type("nn")
    #expect(state.selection == 1)
    state.type("N")
    #expect(state.selection == 2)
    _ = state.reduce(.selection(.find("zz")))
    #expect(state.selection == 2 && state.message?.severity == .warning)
    _ = state.reduce(.selection(.find("")))
    #expect(state.message?.text == "There is no text to find yet: / asks for it.")
  }

  @Test func `sums that would not fit stop at the end`() {
    #expect(5.advanced(clamping: .max) == .max && (-5).advanced(clamping: .min) == .min)
    #expect(5.advanced(clamping: -7) == -2)
  }
}
