internal import ArgumentParser
internal import LogitFiles

/// The program: its commands, and the one place where errors become sentences and exit codes.
@main struct Logitscope: ParsableCommand {
  static let version = "1.0"

  static let configuration = CommandConfiguration(
    commandName: "logitscope",
    abstract: "An oscilloscope for logits: edit them, and see every number move, each digit right.",
    usage: """
      logitscope [FILE] [<options>]
      logitscope <command> …
      """,
    discussion: """
      EXAMPLES
        logitscope
        logitscope answers.npy --row 3
        logitscope --logits 2,1,0.1 --target 0 --lens loss
        python -c 'print([2, 1, .1])' | logitscope -
        logitscope eval --logits 2,1,0.1

      Without a FILE it opens the article's three flowers. FILE is a document (.toml), arrays \
      (.npy .npz .safetensors .csv .tsv .json), or any text with logits in it; “-” is standard \
      input. Without a terminal on standard output one frame is printed.
      """,
    version: version,
    subcommands: [
      ExploreCommand.self, EvalCommand.self, FrameCommand.self, GalleryCommand.self,
      LessonsCommand.self, BenchCommand.self, KeysCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(after: error)
    }
  }

  private static func exit(after error: any Error) -> Never {
    if error is ExitCode { Self.exit(withError: error) }
    if exitCode(for: error) == .success {
      let text = fullMessage(for: error)
      if !text.isEmpty { StandardOutput.write(text + "\n") }
      Self.exit(withError: ExitCode.success)
    }
    let words = (error as? BadInput)?.sentence ?? visible(shortened(message(for: error)))
    StandardError.write("logitscope: \(words)\n")
    Self.exit(withError: ExitCode(2))
  }

  /// A sentence of the parser's with the beginning only of what was given.
  private static func shortened(_ sentence: String) -> String {
    CommandLine.arguments.dropFirst().reduce(sentence) { sentence, argument in
      // The parser repeats an argument, or one side of its first “=”.
      let parts = [argument] + argument.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.filter { $0.count > 40 }.reduce(sentence) {
        $0.replacing($1, with: $1.prefix(40) + "…")
      }
    }
  }
}
