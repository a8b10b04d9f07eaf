internal import ArgumentParser
internal import LogitExplorer
internal import LogitViews
internal import TerminalCells

struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame",
    abstract: "Print one frame of the explorer as text.",
    discussion: """
      EXAMPLES
        logitscope frame --size 100x30
        logitscope frame --preset digit-wrong --lens loss --color always
        logitscope frame --keys "jl<Tab>"
      """)

  enum Color: String, CaseIterable, ExpressibleByArgument { case auto, never, always }

  @OptionGroup var document: DocumentOptions
  @OptionGroup var display: DisplayOptions

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "columns x rows"))
  var size = FrameSize(size: Size(width: 80, height: 24))

  @Option(help: "Colours: auto (on a terminal, without NO_COLOR), never or always.")
  var color = Color.auto

  func run() throws {
    let state = display.state(of: try document.document(), path: document.path)
    var rehearsal = Rehearsal(state: state, size: size.size)
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
struct FrameSize: ExpressibleByArgument {
  let size: Size

  init(size: Size) { self.size = size }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (1...4096).contains(width), (1...4096).contains(height)
    else { return nil }
    size = Size(width: width, height: height)
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}
