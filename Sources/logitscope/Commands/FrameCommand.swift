internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles
internal import LogitViews
internal import TerminalCells

struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame",
    abstract: "Print one frame of the explorer as text.",
    discussion: """
      EXAMPLES
        logitscope frame --size 100x30
        logitscope frame --preset digit-wrong --lens loss
        logitscope frame --keys "jl<Tab>" --color always
      """)

  enum Color: String, CaseIterable, ExpressibleByArgument { case auto, never, always }

  @OptionGroup var document: DocumentOptions
  @OptionGroup var targets: TargetsOption
  @OptionGroup var display: DisplayOptions

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "columns x rows"))
  var size = "80x24"

  @Option(help: "Colours: auto (on a terminal, without NO_COLOR), never or always.")
  var color = Color.auto

  func run() throws { try CommandProgress.shown(printFrame) }

  private func printFrame() throws {
    let state = try targets.state(of: document, display)
    guard let size = FrameSize(size)?.size else {
      throw BadInput(
        "--size is “\(quoted(size))”; it should be columns x rows, such as 100x30, 1 to 4096 each."
      )
    }
    var rehearsal = Rehearsal(state: state, size: size)
    rehearsal.press(try display.keyPresses())
    let environment = Environment.variables
    let isASCII = display.ascii || !Environment.isUnicode(environment)
    let grid = rehearsal.frame(glyphs: isASCII ? .ascii : .blocks)
    let isColored =
      color == .always
      || color == .auto && StandardOutput.isTerminal && environment["NO_COLOR", default: ""].isEmpty
    let palette = Palette(theme: display.theme(environment: environment), depth: .full)
    StandardOutput.write((isColored ? grid.coloredText(palette) : grid.text) + "\n")
  }
}

/// A size such as `100x30`.
private struct FrameSize {
  let size: Size

  init?(_ text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (1...4096).contains(width), (1...4096).contains(height)
    else { return nil }
    size = Size(width: width, height: height)
  }
}
