import LogitExplorer
import Testing

@Suite struct JumpTests {
  private func state(_ logits: [Double], target: TargetSetting = .none) -> ExplorerState {
    ExplorerState(document: Document(name: "", logits: logits, target: target))
  }

  @Test func `a key goes to the greatest, and on to the next that ties with it`() {
    var state = state([1, 3, 2, 3, 0])
    for expected in [1, 3, 1] {
      _ = state.press("^")
      #expect(state.selection == expected)
    }
    _ = state.reduce(.temperature(.set(-1)))
    _ = state.press("^")
    #expect(state.selection == 4)
  }

  @Test func `sorted rows are gone through in their order`() {
    var state = state([1, 3, 2, 3])
    _ = state.reduce(.display(.setOrder(.logit)))
    _ = state.reduce(.selection(.select(0)))
    _ = state.press("^")
    #expect(state.selection == 1)
  }

  @Test func `a masked class is not the greatest, and neither is a NaN`() {
    var state = state([1, 3])
    _ = state.reduce(.selection(.select(1)))
    _ = state.reduce(.logits(.toggleMask))
    _ = state.press("^")
    #expect(state.selection == 0)
    state = self.state([.nan, .nan])
    _ = state.press("^")
    #expect(state.message?.text == "There is no greatest logit.")
  }

  @Test func `a key goes to the target, and on through a soft one`() {
    var state = state([1, 2, 3], target: .weights([0.5, 0, 0.5]))
    for expected in [2, 0, 2] {
      _ = state.press("'")
      #expect(state.selection == expected)
    }
    state = self.state([1, 2])
    _ = state.press("'")
    #expect(state.message?.text == "There is no target: Space marks the selected class.")
  }
}
