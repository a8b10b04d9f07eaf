import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateHelpTests {
  @Test func `all commands and the field's keys are in it`() {
    let rows = ExplorerState.flowers(after: "?").helpRows
    let ids = rows.compactMap { row in
      if case .command(let command) = row { return command.id }
      return nil
    }
    #expect(ids == Command.catalog.map(\.id))
    #expect(rows.count > ids.count + Command.Group.allCases.count)
  }

  @Test func `a search narrows it, and Enter runs what is found`() {
    var state = ExplorerState.flowers(after: "?/projector")
    #expect(state.helpRows.count == 2)
    state.type("<Enter>")
    #expect(state.display.isProjector && state.mode == .browsing)
  }

  @Test func `it can be searched by key`() {
    let state = ExplorerState.flowers(after: "?/ctrl-r")
    #expect(
      state.helpRows.contains { row in
        if case .command(let command) = row { return command.id == "redo" }
        return false
      })
  }

  @Test func `headings are passed over`() {
    var state = ExplorerState.flowers(after: "?")
    for _ in 0..<60 {
      let row = state.highlightedHelpRow
      #expect(row.map { state.helpRows[$0].isSelectable } == true)
      state.type("j")
    }
    state.type("g")
    #expect(state.highlightedHelpRow == 1)
  }

  @Test func `notices that have no room elsewhere begin it`() {
    var state = ExplorerState(document: Document(name: "", logits: [1, 2], temperature: -1))
    state.type("?")
    guard case .heading(let text)? = state.helpRows.first else { return }
    #expect(text.hasPrefix("T is below 0"))
  }

  @Test func `Esc ends the search first, then the help`() {
    var state = ExplorerState.flowers(after: "?/x<Esc>")
    #expect(state.mode == .help(Help()))
    state.type("<Esc>")
    #expect(state.mode == .browsing)
    state.type("?q")
    #expect(state.mode == .browsing)
  }
}
