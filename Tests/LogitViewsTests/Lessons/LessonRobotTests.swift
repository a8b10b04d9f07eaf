import LogitExplorer
import LogitFiles
import LogitViews
import LogitscopeResources
import TerminalCells
import Testing

/// Plays every lesson on a screen, by its keys.
@Suite struct LessonRobotTests {
  private static let names = CourseLesson.all.map(\.name)
  private static let sizes = [(80, 24), (40, 12), (120, 35)].map { Size(width: $0.0, height: $0.1) }

  private func lesson(_ name: String) throws -> Lesson {
    let known = try #require(CourseLesson.all.first { $0.name == name })
    return try Lesson(toml: String(decoding: known.bytes, as: UTF8.self), name: name) { preset in
      Preset.all.first { $0.name == preset }.flatMap {
        try? Document(bytes: $0.bytes, ending: "toml", name: preset)
      }
    }
  }

  @Test(arguments: names, sizes)
  func `with right answers it goes to its end`(name: String, size: Size) throws {
    var robot = Robot(try lesson(name), size)
    while robot.state.lesson != nil {
      try robot.checkScreen()
      try robot.answerRightly()
      try robot.checkScreen()
      robot.goOn()
    }
    #expect(robot.refusals == [])
    #expect(robot.state.doneLessons == [name])
  }

  @Test(arguments: names, sizes)
  func `wrong answers are replied to and cost nothing`(name: String, size: Size) throws {
    var robot = Robot(try lesson(name), size)
    while robot.state.lesson != nil {
      let count = try robot.answerWrongly()
      #expect(count == 0 || robot.state.lesson?.isWaiting == true)
      try robot.checkScreen()
      try robot.answerRightly()
      robot.goOn()
    }
    #expect(robot.refusals == [])
  }

  @Test(arguments: names, sizes)
  func `going back and forth shows each step as it was left`(name: String, size: Size) throws {
    var robot = Robot(try lesson(name), size)
    var left: [Document] = []
    while let run = robot.state.lesson {
      try robot.answerRightly()
      robot.toLastPage()
      left.append(robot.state.document)
      if run.isLast { break }
      robot.goOn()
    }
    for document in left.reversed() {
      #expect(robot.state.document == document)
      #expect(robot.state.lesson?.isWaiting == false)
      try robot.checkScreen()
      robot.goBack()
    }
    #expect(robot.state.lesson?.place == 0)
    #expect(robot.refusals == [])
  }
}

private struct Robot {
  private(set) var state = ExplorerState()
  private let size: Size
  /// What the program would not do.
  private(set) var refusals: [String] = []

  init(_ lesson: Lesson, _ size: Size) {
    self.size = size
    _ = state.reduce(.lesson(.begin(lesson)))
    adopt()
  }

  private mutating func adopt() { state.adopt(Layout(state, size: size)) }

  private mutating func press(_ key: String) {
    _ = state.press(key)
    adopt()
    if let message = state.message, message.severity != .note { refusals.append(message.text) }
  }

  private mutating func type(_ text: String) { for key in text { press(String(key)) } }

  mutating func toLastPage() {
    while let run = state.lesson, run.page + 1 < run.pageCount { press("<Enter>") }
  }

  mutating func goOn() {
    toLastPage()
    press("<Enter>")
  }

  mutating func goBack() {
    while let run = state.lesson, run.page > 0 { press("<Backspace>") }
    if state.lesson?.place ?? 0 > 0 { press("<Backspace>") }
    toLastPage()
  }

  mutating func answerRightly() throws {
    guard let run = state.lesson, run.isWaiting else { return }
    switch run.step.kind {
    case .say: break
    case .ask(_, let answer, _): press(LessonStep.letter(answer))
    case .estimate: type("0.5"); press("<Enter>")
    case .goal(_, _, let solution):
      for change in solution { _ = state.reduce(try change.action(in: state)) }
      adopt()
    }
    #expect(state.lesson?.isWaiting == false)
  }

  /// Every wrong choice in turn; returns how many there are.
  mutating func answerWrongly() throws -> Int {
    guard let run = state.lesson, run.isWaiting,
      case .ask(let choices, let answer, _) = run.step.kind
    else { return 0 }
    for choice in choices.indices where choice != answer {
      press(LessonStep.letter(choice))
      #expect(state.lesson?.progress.choice == choice)
    }
    return choices.count - 1
  }

  /// All the words of the step are on its pages, whole, and the table is beside them.
  mutating func checkScreen() throws {
    guard let run = state.lesson else { return }
    var seen = ""
    let pages = run.pageCount
    var state = state
    while let page = state.lesson?.page, page > 0 {
      _ = state.press("<Backspace>"); state.adopt(Layout(state, size: size))
    }
    for page in 0..<pages {
      let layout = Layout(state, size: size)
      let (grid, _) = frame(state, layout, glyphs: .blocks)
      let lines = grid.textRows.map { Array($0) }
      for row in layout.lesson.rows.dropFirst() {
        seen += " " + String(lines[row][layout.lesson.column..<layout.lesson.endColumn])
      }
      #expect(layout.table.rowCount >= min(2, state.document.count), "\(size)")
      let label = state.document.labels[state.selection].prefix(6)
      #expect(grid.text.contains(label), "\(label)")
      if page + 1 < pages { _ = state.press("<Enter>"); state.adopt(Layout(state, size: size)) }
    }
    let text = seen.replacing("-", with: "−").split(separator: " ").joined(separator: " ")
    for wanted in texts(run).map(words) {
      #expect(text.contains(wanted), "\(size): \(text) lacks \(wanted)")
    }
  }

  /// What must be read in the step as it stands.
  private func texts(_ run: LessonRun) -> [LessonText] {
    let (step, progress) = (run.step, run.progress)
    switch step.kind {
    case .say: return [step.text]
    case .ask(let choices, _, let replies):
      let shown = progress.isAnswered ? [choices[progress.choice ?? 0]] : choices
      return [step.text] + shown + (progress.choice.map { [replies[$0]] } ?? [])
    case .estimate(_, _, let reply), .goal(_, let reply, _):
      return [step.text] + (progress.isAnswered ? [reply].compactMap(\.self) : [])
    }
  }

  private func words(_ text: LessonText) -> String {
    text.text(in: state.numbers.present, digits: state.display.digits)
      .replacing("-", with: "−").split(separator: " ").joined(separator: " ")
  }
}
