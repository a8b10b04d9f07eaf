import Testing

@testable import LogitExplorer

@Suite struct ExplorerStateQuestionsTests {
  @Test func `nothing is asked where nothing is lost`() {
    var state = ExplorerState()
    #expect(state.press("q") == [.quit])
    #expect(state.reduce(.program(.openPreset("winner"))) == [.openPreset(name: "winner")])
    #expect(state.reduce(.program(.openFile("a.toml"))) == [.openFile(path: "a.toml")])
  }

  @Test func `changes are not lost without a word`() {
    var state = ExplorerState.flowers(after: "lq")
    #expect(state.question?.text == "flowers has changes that are not saved.")
    #expect(state.press("<Esc>") == [] && state.mode == .browsing)
    state.type("q")
    #expect(state.press("x") == [] && state.question != nil)
    #expect(state.press("d") == [.quit])
  }

  @Test func `save, then quit, asks for a name and quits once it is saved`() {
    var state = ExplorerState.flowers(after: "lqs")
    #expect(state.field?.purpose == .save && state.field?.input.text == "flowers.toml")
    let effects = state.press("<Enter>")
    #expect(effects == [.save(state.document, path: "flowers.toml", overwrite: false)])
    #expect(
      state.reduce(.world(.saved(path: "flowers.toml", revision: state.history.revision))) == [
        .quit
      ])
  }

  @Test func `a save that fails or is taken back quits nothing`() {
    var state = ExplorerState.flowers(after: "lqs<Enter>")
    #expect(state.reduce(.world(.failed("The disk is full."))) == [])
    #expect(state.message?.severity == .error)
    #expect(state.reduce(.world(.saved(path: "f", revision: state.history.revision))) == [])
    state = .flowers(after: "lqs<Esc>")
    #expect(state.afterSave.isEmpty)
  }

  @Test func `a file in the way is replaced only on request`() {
    var state = ExplorerState.flowers(after: "w<Enter>")
    _ = state.reduce(.world(.fileExists(path: "flowers.toml")))
    #expect(state.question?.text == "flowers.toml already exists.")
    #expect(state.press("o") == [.save(.flowers, path: "flowers.toml", overwrite: true)])
    // The document's own file needs no question.
    _ = state.reduce(.world(.saved(path: "flowers.toml", revision: state.history.revision)))
    #expect(state.press("w") == [.save(.flowers, path: "flowers.toml", overwrite: true)])
  }

  @Test func `copies are chosen by their first letters, all different`() {
    #expect(Set(CopyForm.allCases.map(\.key)).count == CopyForm.allCases.count)
    var state = ExplorerState.flowers(after: "y")
    #expect(state.press("l") == [.copy("[2.0, 1.0, 0.1]")])
    #expect(state.message?.text == "Sent to the clipboard: a Python list.")
  }
}
