import Foundation
import LogitExplorer
import Testing

/// The one list of commands, and what is made from it.
@Suite struct CommandTests {
  @Test func `no key is bound twice and no word names two commands`() {
    let keys = Command.catalog.flatMap(\.keys)
    #expect(Dictionary(grouping: keys) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
    let words = Command.catalog.map(\.id)
    #expect(Dictionary(grouping: words) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
  }

  @Test func `every command has a title, and a key or a word to type`() {
    for command in Command.catalog {
      #expect(
        command.title.first?.isUppercase == true && command.title.last != ".", "\(command.id)")
      #expect(!command.id.isEmpty && !command.id.contains(" "), "\(command.id)")
    }
  }

  @Test func `the README has the table that the program prints`() throws {
    let readme = try Repository.text(of: Repository.root.appending(path: "README.md"))
    #expect(readme.contains(KeyTable.markdown), "print it with: logitscope keys")
    for command in Command.catalog {
      #expect(KeyTable.markdown.contains("| `\(command.id)"), "\(command.id)")
    }
  }

  @Test func `the README has the commands that the gate runs`() throws {
    let readme = try Repository.text(of: Repository.root.appending(path: "README.md"))
    let gate = try Repository.text(of: Repository.root.appending(path: ".ci/run"))
    let test = "apt-get update && apt-get install -y libncursesw5-dev tmux && swift test"
    #expect(readme.contains("\n\(test)\n") && gate.contains("\n\(test)\n"))
    let start =
      "apt-get update && apt-get install -y libncursesw5-dev && swift run -c release logitscope"
    #expect(readme.contains("\n\(start)\n") && gate.contains("\n\(start)\n"))
  }
}
