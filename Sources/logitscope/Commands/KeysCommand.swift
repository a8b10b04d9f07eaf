internal import ArgumentParser
internal import LogitExplorer

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the table of all keys and commands, in Markdown.",
    discussion: """
      EXAMPLES
        logitscope keys
        logitscope keys | grep temperature
      """)

  func run() { StandardOutput.write(KeyTable.markdown) }
}
