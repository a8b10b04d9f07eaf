import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ExplorerStatePressTests {
  @Test func `arrows and letters do the same`() {
    for (a, b) in [("<Down>", "j"), ("<Right>", "l"), ("<S-Left>", "H"), ("<End>", "G")] {
      #expect(ExplorerState.flowers(after: a).document == ExplorerState.flowers(after: b).document)
      #expect(
        ExplorerState.flowers(after: a).selection == ExplorerState.flowers(after: b).selection)
    }
  }

  @Test func `a digit, a sign, a point or a factor begins a value`() {
    for key in ["7", "-", "+", ".", "*", "∞", "−"] {
      #expect(ExplorerState.flowers(after: key).field?.input.text == key)
    }
    #expect(!ExplorerState.startsTyping("a") && !ExplorerState.startsTyping("<Up>"))
  }

  @Test func `a key without meaning says so and changes nothing`() {
    let state = ExplorerState.flowers(after: "<F9>")
    #expect(state.message?.text == "F9 does nothing here; ? lists the keys.")
    #expect(state.document == .flowers)
  }

  @Test func `a message stays for one key, and a redraw keeps it`() {
    var state = ExplorerState.flowers(after: "u")
    #expect(state.message != nil)
    state.type("<C-l>")
    #expect(state.message != nil)
    state.type("j")
    #expect(state.message == nil)
  }

  @Test func `Ctrl-C leaves whatever is open, and twice leaves changes behind`() {
    var state = ExplorerState.flowers(after: "?")
    #expect(state.press("<C-c>") == [.quit])
    state = .flowers(after: "l:")
    #expect(state.press("<C-c>") == [])
    #expect(state.question != nil)
    #expect(state.press("<C-c>") == [.quit])
  }

  @Test func `Ctrl-Z is understood anywhere`() {
    for script in ["", "5", ":", "?", "o", "y", "/"] {
      var state = ExplorerState.flowers(after: script)
      let mode = state.mode
      #expect(state.press("<C-z>") == [.suspend])
      #expect(state.mode == mode)
    }
  }

  @Test func `pasted text goes into the field that is open`() {
    var state = ExplorerState.flowers(after: "5")
    #expect(state.paste("7\n") == [])
    #expect(state.field?.input.text == "57")
    #expect(state.document.logits[0] == 57)
    state.type("<Esc>:")
    _ = state.paste("qu")
    #expect(state.paletteRows.first?.text == "quit")
    var browsing = ExplorerState()
    #expect(browsing.paste("1 2 3") == [])
    #expect(browsing == ExplorerState())
  }

  @Test func `the keys of a field`() {
    #expect(FieldEdit(key: "<C-w>") == .deleteWord)
    #expect(FieldEdit(key: "<Space>") == .insert(" "))
    #expect(FieldEdit(key: "<lt>") == .insert("<"))
    #expect(FieldEdit(key: "é") == .insert("é"))
    #expect(FieldEdit(key: "<F5>") == nil)
  }

  @Test func `a column is typed down with Enter or Tab`() {
    #expect(ExplorerState.flowers(after: "5<Enter>6<Enter>7<Enter>").document.logits == [5, 6, 7])
    #expect(ExplorerState.flowers(after: "5<Tab>6<Tab>7<Enter>").document.logits == [5, 6, 7])
    #expect(ExplorerState.flowers(after: "5<Down>6<Up>8<Esc>").document.logits == [5, 6, 0.1])
  }
}
