import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateHintsTests {
  @Test func `every mode says how to leave it`() {
    for script in ["5", ":", "?", "o", "y", "/"] {
      let state = ExplorerState.flowers(after: script)
      #expect(state.hints.contains { $0.keys == ["<Esc>"] && $0.isEssential }, "\(script)")
    }
    let quit = ExplorerState().hints.last
    #expect(quit?.keys == ["q"] && quit?.isEssential == true)
  }

  @Test func `what a hint offers is what its key does`() {
    for lens in Lens.allCases {
      for hint in ExplorerState(lens: lens).hints {
        guard let action = hint.action, let key = hint.keys.first else { continue }
        #expect(Command.byKey[key]?.action == action)
      }
    }
  }

  @Test func `the step is shown where it is used`() {
    #expect(ExplorerState().hints.contains { $0.word == "±0.1" })
    #expect(ExplorerState.flowers(after: "]").hints.contains { $0.word == "±0.2" })
  }
}
