import Testing

@testable import LogitExplorer

@Suite struct CommandCatalogTests {
  @Test func `no key and no word means two things`() {
    let keys = Command.catalog.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(Command.catalog.map(\.id)).count == Command.catalog.count)
  }

  @Test func `titles are sentences without a full stop, in every group`() {
    for command in Command.catalog {
      #expect(
        command.title.first?.isUppercase == true && command.title.last != ".", "\(command.id)")
    }
    #expect(Set(Command.catalog.map(\.group)) == Set(Command.Group.allCases))
  }

  @Test func `every command can be run or says why not, whatever the document`() {
    let documents = [
      Document.flowers, Document(name: "", logits: []), Document(name: "", logits: [.nan]),
    ]
    for document in documents {
      for command in Command.catalog {
        var state = ExplorerState(document: document)
        let effects = state.run(command)
        if let refusal = command.refusal(ExplorerState(document: document)) {
          #expect(effects.isEmpty && refusal.hasSuffix("."))
          #expect(state.document == document)
        }
      }
    }
  }

  @Test func `no key begins a value or a text that must be typed`() {
    for key in Command.byKey.keys { #expect(!ExplorerState.startsTyping(key), "\(key)") }
  }

  @Test func `words of a list may be shortened while they are plain`() throws {
    let axis = try #require(Command.byID["axis"]?.argument)
    #expect(try axis.action("lin", ExplorerState()) == .display(.setAxis(.linear)))
    #expect(try axis.action("log", ExplorerState()) == .display(.setAxis(.log)))
    #expect(try axis.action("LOG-ODDS", ExplorerState()) == .display(.setAxis(.logOdds)))
    #expect(throws: Refusal.self) { try axis.action("l", ExplorerState()) }
  }
}
