internal import ArgumentParser

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "The explorer (what runs without a command).")

  @OptionGroup var document: DocumentOptions

  func run() throws {
    _ = try document.document()
  }
}
extension Logitscope {
  static let commands: [any ParsableCommand.Type] = [ExploreCommand.self, EvalCommand.self]
}
