import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct MessageLineTests {
  private func line(_ state: ExplorerState, width: Int = 80) -> String {
    frame(state, size: Size(width: width, height: 24), glyphs: .blocks).grid.textRows[22]
  }

  @Test func `the latest message, else the first notice, else a rule`() {
    var state = ExplorerState()
    #expect(line(state).allSatisfy { $0 == "─" })
    _ = state.press("u")
    #expect(line(state).hasPrefix(" Nothing to undo."))
    _ = state.reduce(.temperature(.set(-1)))
    _ = state.press("j")
    #expect(line(state).hasPrefix(" T is below 0"))
  }

  @Test func `a refusal of what is typed comes first`() {
    var state = ExplorerState()
    for key in ["5", ","] { _ = state.press(key) }
    #expect(line(state).hasPrefix(" warning: Decimals are written with a point"))
  }

  @Test func `more than one notice is counted`() {
    let document = Document(name: "", logits: [1, .nan], temperature: -1)
    #expect(line(ExplorerState(document: document)).hasPrefix(" (1 of 2, ? all) A logit is NaN"))
  }

  @Test func `sentences are broken at spaces`() {
    #expect(MessageLine.wrap("one two three", width: 7, atMost: 3) == ["one two", "three"])
    #expect(MessageLine.wrap("one two three", width: 7, atMost: 1) == ["one two three"])
    #expect(MessageLine.wrap("", width: 7, atMost: 2).isEmpty)
  }
}
