internal import ArgumentParser
internal import LogitExplorer
internal import TerminalCells

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Start the explorer (the default command).",
    discussion: """
      ? lists all keys; q quits. Without a terminal one frame is printed.

      EXAMPLES
        logitscope explore --preset iris-close --lens loss
        logitscope --logits 12,11 --format binary16
        logitscope explore answers.csv --row 3 --theme light
      """)

  @OptionGroup var document: DocumentOptions
  @OptionGroup var display: DisplayOptions

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  func run() throws {
    let state = display.state(
      of: try document.document(), path: document.path, isMouseOn: !noMouse)
    let options = ExploreOptions(
      keys: try display.keyPresses(), theme: display.theme(environment: Environment.variables),
      isASCII: display.ascii)
    guard StandardOutput.isTerminal else { return options.printFrame(of: state) }
    throw ExitCode(try options.explore(state))
  }
}

/// How the explorer starts on a terminal.
struct ExploreOptions {
  /// Pressed before the first frame.
  var keys: [KeyName]
  var theme: Theme
  var isASCII: Bool

  /// One frame as text, for where there is no terminal.
  func printFrame(of state: ExplorerState) {
    var rehearsal = Rehearsal(state: state, size: Size(width: 80, height: 24))
    rehearsal.press(keys)
    let isPlain = isASCII || !Environment.isUnicode(Environment.variables)
    StandardOutput.write(rehearsal.frame(glyphs: isPlain ? .ascii : .blocks).text + "\n")
  }
}
