import Testing

@testable import LogitExplorer

@Suite struct CommandCoverTests {
  private func action(_ line: String) throws -> Action {
    try Command.action(for: line, in: ExplorerState())
  }

  @Test func `words name what is covered, one or several, cut short or whole`() throws {
    #expect(try action("hide") == .display(.cover([.probability])))
    #expect(try action("hide p") == .display(.cover([.probability])))
    #expect(
      try action("hide Loss,entropy  grad") == .display(.cover([.loss, .entropy, .gradient])))
    #expect(try action("hide all") == .display(.cover(Set(Cover.allCases))))
    #expect(try action("reveal") == .display(.uncover(Set(Cover.allCases))))
    #expect(try action("reveal log-p") == .display(.uncover([.logProbability])))
  }

  @Test(arguments: ["hide x", "reveal lo", "hide p q", "hide p,alls"])
  func `a word that is none, or more than one, is refused by name`(line: String) throws {
    let word = try #require(line.split { $0 == " " || $0 == "," }.last)
    let words = Cover.allCases.map(\.rawValue).joined(separator: ", ")
    #expect(throws: Refusal("'\(word)' is none of: \(words), all.")) { try action(line) }
  }

  private func rows(_ typed: String) -> [PaletteRow] {
    var state = ExplorerState()
    state.type(":")
    _ = state.paste(typed)
    return state.paletteRows
  }

  @Test func `words are completed, the second like the first`() {
    #expect(
      rows("hide ").map(\.text) == (Cover.allCases.map(\.rawValue) + ["all"]).map { "hide \($0)" })
    #expect(rows("reveal ").first?.text == "reveal all")
    #expect(rows("hide en").first?.title == Cover.entropy.meaning)
    #expect(rows("hide p lo").map(\.text).prefix(2) == ["hide p log-p", "hide p log-odds"])
    #expect(!rows("hide p ").contains { $0.text == "hide p p" })
  }

  @Test func `a row that is walked to is run`() {
    var state = ExplorerState()
    state.type(":hide<Space>loss<Space><Down><Enter>")
    #expect(state.display.covered == [.loss, .logProbability])
    state.type(":reveal<Enter>")
    #expect(state.display.covered.isEmpty)
  }
}
