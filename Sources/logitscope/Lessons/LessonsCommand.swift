internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles
internal import TerminalCells

struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "List the lessons; run, check, print or write one.",
    discussion: """
      Each takes a few minutes: predict, then see. In the explorer i lists them.

      EXAMPLES
        logitscope lessons
        logitscope lessons run only-differences
        logitscope lessons print only-differences
        logitscope lessons new my-lesson
        logitscope lessons check
      """,
    subcommands: [
      LessonList.self, LessonRunCommand.self, LessonCheckCommand.self, LessonPrint.self,
      LessonNew.self,
    ],
    defaultSubcommand: LessonList.self)
}

struct LessonList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lessons by level (the default), or run one.")

  @Argument(help: "A lesson to run instead.") var name: String?
  @Flag(help: "Print the list as JSON.") var json = false

  func run() throws {
    if let name { return try LessonRunCommand.parse([name]).run() }
    var found: [LessonSummary] = []
    for item in LessonShelf.items {
      switch item.read() {
      case .success(let file): found.append(LessonSummary(file.lesson))
      case .failure(let problem): StandardError.write("logitscope: \(problem.sentence)\n")
      }
    }
    let done = LessonShelf.done
    StandardOutput.write(json ? LessonList.json(found, done) : LessonList.text(found, done))
  }

  private static func text(_ lessons: [LessonSummary], _ done: Set<String>) -> String {
    var lines: [String] = []
    let names = lessons.map { CellWidth.of($0.name) }.max() ?? 0
    for level in LessonLevel.allCases {
      let rows = lessons.filter { $0.level == level }
      guard !rows.isEmpty else { continue }
      lines += (lines.isEmpty ? [] : [""]) + [level.title]
      for lesson in rows {
        let gap = String(repeating: " ", count: names - CellWidth.of(lesson.name) + 2)
        let mark = done.contains(lesson.name) ? " (done)" : ""
        lines.append("  \(lesson.name)\(gap)\(lesson.minutes) min  \(lesson.title)\(mark)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func json(_ lessons: [LessonSummary], _ done: Set<String>) -> String {
    let rows = lessons.map { lesson in
      let members: [(String, String)] = [
        ("name", jsonString(lesson.name)), ("title", jsonString(lesson.title)),
        ("level", jsonString(lesson.level.rawValue)), ("minutes", "\(lesson.minutes)"),
        ("point", jsonString(lesson.point)), ("done", "\(done.contains(lesson.name))"),
      ]
      return "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }
    return "[" + rows.joined(separator: ",\n ") + "]\n"
  }
}

struct LessonRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a lesson in the explorer; without a terminal, print its steps.")

  @Argument(help: "The lesson, or the path of a file.") var name: String
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let lesson = try LessonShelf.lesson(name).lesson
    guard StandardOutput.isTerminal else {
      return StandardOutput.write(LessonSheet.script(lesson))
    }
    var state = display.state(of: .flowers, path: nil)
    _ = state.reduce(.lesson(.begin(lesson)))
    let options = ExploreOptions(
      keys: try display.keyPresses(), theme: display.theme(environment: Environment.variables),
      isASCII: display.ascii)
    throw ExitCode(try options.explore(state))
  }
}

struct LessonCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Play lessons through and verify every number they state.",
    discussion: """
      Without a name it checks the course and the lessons in your own folder. Every fault is a \
      sentence with its line and column; the exit code is 1 if there is one.
      """)

  @Argument(help: "Lessons, or paths of files.") var names: [String] = []

  func run() throws {
    var faults = 0
    let chosen = names.isEmpty ? LessonShelf.items.map(\.name) : names
    for name in chosen {
      for sentence in try LessonCheckCommand.faults(in: name) {
        StandardError.write("logitscope: \(sentence)\n")
        faults += 1
      }
    }
    let count = "\(chosen.count) lesson\(chosen.count == 1 ? "" : "s")"
    guard faults == 0 else { throw ExitCode(1) }
    StandardOutput.write("\(count): everything holds.\n")
  }

  /// A file that is not there cannot be checked at all.
  private static func faults(in name: String) throws(BadInput) -> [String] {
    if LessonShelf.isPath(name), !Environment.exists(Environment.expanded(name)) {
      throw BadInput(.missing, in: name)
    }
    do throws(BadInput) {
      return try LessonShelf.lesson(name).faults().map { $0.sentence(for: name) }
    } catch {
      return [error.sentence]
    }
  }
}

struct LessonPrint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print a lesson as a worksheet in Markdown, its answers on a second page.")

  @Argument(help: "The lesson, or the path of a file.") var name: String

  func run() throws {
    StandardOutput.write(LessonSheet.worksheet(try LessonShelf.lesson(name).lesson))
  }
}

struct LessonNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a lesson to begin with, its parts explained in comments.",
    discussion: """
      A name goes to your own folder, where the explorer finds it; a path goes where it says.
      """)

  @Argument(help: "The lesson's name, or the path of a file.") var name: String

  func run() throws {
    let path = try LessonShelf.pathOfNew(name)
    Environment.makeFolder(ofFile: path)
    do throws(FileProblem) {
      try LogitFiles.save(LessonShelf.template, to: path, overwrite: false)
    } catch {
      throw BadInput(error, in: path)
    }
    StandardOutput.write(
      "Written to \(visible(path)).\nTry it: logitscope lessons run \(quoted(name))\n")
  }
}
