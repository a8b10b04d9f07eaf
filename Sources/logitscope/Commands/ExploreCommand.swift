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
        python train.py | logitscope --follow -
      """)

  @OptionGroup var document: DocumentOptions
  @OptionGroup var targets: TargetsOption
  @OptionGroup var display: DisplayOptions

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Option(
    help: ArgumentHelp(
      "Follow a file, a pipe or - for standard input: every JSON line that arrives is a row.",
      valueName: "file"))
  var follow: String?

  @Option(help: ArgumentHelp("How many rows of a stream are kept.", valueName: "count"))
  var keep = 10_000

  func run() throws {
    if let follow { return try exploreStream(follow) }
    let options = ExploreOptions(
      keys: try display.keyPresses(), theme: display.theme(environment: Environment.variables),
      isASCII: display.ascii, isMouseOn: !noMouse)
    guard StandardOutput.isTerminal else {
      return try CommandProgress.shown {
        options.printFrame(of: try targets.state(of: document, display, isMouseOn: !noMouse))
      }
    }
    guard mayTakeLong else {
      let state = try targets.state(of: document, display, isMouseOn: !noMouse)
      throw ExitCode(try options.explore(state))
    }
    let code = try options.explore("opening \(shownFile(document.name))") { [self] in
      Result { () throws(BadInput) in
        try targets.state(of: document, display, isMouseOn: !noMouse)
      }
    }
    throw ExitCode(code)
  }

  /// Whether there is so much to read, or nobody knows how much, that somebody may not want to wait.
  private var mayTakeLong: Bool {
    [document.file, document.labelsFrom, targets.targets].compactMap(\.self).contains {
      $0 == "-" || Environment.mayTakeLong($0)
    }
  }

  /// Explores the rows of a stream as they come; without a terminal, those that are there.
  private func exploreStream(_ path: String) throws {
    guard (1...10_000_000).contains(keep) else {
      throw BadInput("--keep is \(keep); it is how many rows are kept, from 1 to 10 000 000.")
    }
    let name = path == "-" ? "stream" : String(path.split(separator: "/").last ?? "stream")
    let empty = try document.document(followed: name)
    var state = display.state(of: empty, path: nil, isMouseOn: !noMouse)
    state.open(RowSet(streamKeeping: keep))
    let options = ExploreOptions(
      keys: try display.keyPresses(), theme: display.theme(environment: Environment.variables),
      isASCII: display.ascii, isMouseOn: !noMouse)
    var follower = try Follower(path: path)
    guard StandardOutput.isTerminal else {
      let news = follower.readToEnd()
      _ = state.reduce(
        .world(.rowsArrived(news.rows, unreadable: news.unreadable, problem: news.problem)))
      return options.printFrame(of: state)
    }
    throw ExitCode(try options.explore(state, following: follower))
  }
}

/// How the explorer starts on a terminal.
struct ExploreOptions {
  /// Pressed before the first frame.
  var keys: [KeyName]
  var theme: Theme
  var isASCII: Bool
  var isMouseOn = true

  /// One frame as text, for where there is no terminal.
  func printFrame(of state: ExplorerState) {
    var rehearsal = Rehearsal(state: state, size: Size(width: 80, height: 24))
    rehearsal.press(keys)
    let isPlain = isASCII || !Environment.isUnicode(Environment.variables)
    StandardOutput.write(rehearsal.frame(glyphs: isPlain ? .ascii : .blocks).text + "\n")
  }
}
