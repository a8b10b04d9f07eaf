import LogitExplorer
import LogitKernel
import TerminalCells

/// A line of a lesson's step, broken to a width.
struct LessonLine: Equatable, Sendable {
  var text: String
  var style = Style.plain
  /// The choice that a click on it makes.
  var choice: Int?
  /// Whether a text begins with it: a choice, or what is said to one.
  var isStart = false
}

/// What a lesson's step says at its present progress, as lines of a width.
struct LessonLines {
  private let run: LessonRun
  private let state: ExplorerState
  private let width: Int
  private let isSpaced: Bool
  private(set) var lines: [LessonLine] = []

  /// `isSpaced`: with a blank line between the question, the choices and what is said to them.
  init(_ run: LessonRun, _ state: ExplorerState, width: Int, isSpaced: Bool = false) {
    (self.run, self.state, self.width) = (run, state, max(1, width))
    self.isSpaced = isSpaced
    add(run.step.text)
    switch run.step.kind {
    case .say: break
    case .ask(let choices, _, let replies): add(choices, replies)
    case .estimate(_, let within, let reply): addEstimate(within, reply)
    case .goal(_, let reply, _): if run.progress.isAnswered { addDone("Reached.", reply) }
    }
    guard run.isWaiting else { return }
    for hint in run.step.hints.prefix(run.progress.hintsShown) {
      space()
      add("Hint: " + text(hint), .accent)
    }
  }

  private func text(_ text: LessonText) -> String {
    text.text(in: state.numbers.present, digits: state.display.digits)
  }

  private mutating func add(_ text: LessonText) { add(self.text(text), .plain) }

  private mutating func add(
    _ text: String, _ style: Style, indent: Int = 0, choice: Int? = nil
  ) {
    let wrapped = MessageLine.wrap(text, width: width - indent, atMost: .max)
    for (index, line) in wrapped.flatMap({ LessonLines.cut($0, width: width - indent) })
      .enumerated()
    {
      let start = index == 0 ? "" : String(repeating: " ", count: indent)
      lines.append(
        LessonLine(text: start + line, style: style, choice: choice, isStart: index == 0))
    }
  }

  /// A word that is longer than the line, in pieces.
  private static func cut(_ line: String, width: Int) -> [String] {
    guard CellWidth.of(line) > width, width > 1 else { return [line] }
    var (pieces, piece, room) = ([String](), "", width)
    for character in line {
      let cells = CellWidth.of(character)
      if cells > room {
        pieces.append(piece)
        (piece, room) = ("", width)
      }
      piece.append(character)
      room -= cells
    }
    return pieces + [piece]
  }

  private mutating func space() {
    if isSpaced, !lines.isEmpty { lines.append(LessonLine(text: "")) }
  }

  private mutating func add(_ choices: [LessonText], _ replies: [LessonText]) {
    let progress = run.progress
    space()
    for (index, choice) in choices.enumerated()
    where !progress.isAnswered || index == progress.choice {
      addChoice(index, text(choice))
    }
    guard let choice = progress.choice else { return }
    space()
    let reply = text(replies[choice])
    // Many replies say themselves that it is so.
    let isSaid = ["Right", "Yes"].contains { reply.hasPrefix($0) }
    let word = progress.isAnswered ? isSaid ? "" : "Right. " : "Not \(LessonStep.letter(choice)). "
    add(word + reply, progress.isAnswered ? .accent : .warning)
  }

  private mutating func addChoice(_ index: Int, _ text: String) {
    let start = lines.count
    add(text, .plain, indent: 3, choice: index)
    guard start < lines.count else { return }
    // The first line has its letter where the others are indented.
    let first = MessageLine.wrap(text, width: width - 3, atMost: .max).first ?? ""
    lines[start].text = "\(LessonStep.letter(index))  " + first
  }

  private mutating func addEstimate(_ within: Double, _ reply: LessonText?) {
    let progress = run.progress
    guard progress.isAnswered, let truth = progress.truth else { return }
    let digits = state.display.digits
    guard let guess = progress.guess else {
      return addDone("It is \(displayText(truth, digits: digits)).", reply)
    }
    let isGood = abs(guess - truth) <= within
    let words = isGood ? "well guessed" : "off by \(displayText(abs(guess - truth), digits: 3))"
    addDone(
      "You guessed \(DecimalText.shortest(guess)); it is \(displayText(truth, digits: digits)): "
        + "\(words).", reply)
  }

  private mutating func addDone(_ words: String, _ reply: LessonText?) {
    space()
    add(([words] + [reply.map { text($0) }].compactMap(\.self)).joined(separator: " "), .accent)
  }
}

extension LessonLines {
  /// The lines page by page; a text is not divided where a page has room for all of it.
  func pages(of height: Int) -> [[LessonLine]] {
    var pages: [[LessonLine]] = [[]]
    var rest = lines[...]
    while let first = rest.first {
      let text = [first] + rest.dropFirst().prefix { !$0.isStart }
      rest = rest.dropFirst(text.count)
      let room = height - pages[pages.count - 1].count
      if text.count > room, text.count <= height { pages.append([]) }
      for line in text {
        if pages[pages.count - 1].count >= max(1, height) { pages.append([]) }
        pages[pages.count - 1].append(line)
      }
    }
    return pages
  }
}

/// The part of the screen in which a lesson stands.
struct LessonPlace {
  let area: Rect
  private let pages: [[LessonLine]]
  private let run: LessonRun

  /// `nil` without a lesson, and where there is no room.
  init?(_ state: ExplorerState, in area: Rect) {
    guard let run = state.lesson, area.height >= 2, area.width >= 12 else { return nil }
    (self.run, self.area) = (run, area)
    // Beside the instrument there is room.
    pages = LessonLines(run, state, width: area.width - 2, isSpaced: area.height > 14)
      .pages(of: area.height - 1)
  }

  /// Rows that the whole step takes.
  static func height(_ state: ExplorerState, width: Int) -> Int {
    guard let run = state.lesson else { return 0 }
    return 1 + LessonLines(run, state, width: width - 2).lines.count
  }

  private var body: Rect { area.removingTop(1) }

  var pageCount: Int { pages.count }

  private var shown: [LessonLine] {
    pages[run.showsEnd ? pageCount - 1 : min(run.page, pageCount - 1)]
  }

  func draw(on grid: inout CellGrid) {
    drawHead(on: &grid)
    for (offset, line) in shown.enumerated() {
      grid.write(
        line.text, row: body.row + offset, column: body.column + 1, maxWidth: body.width - 2,
        style: line.style)
    }
  }

  private func drawHead(on grid: inout CellGrid) {
    grid.fill(area.top(1), with: grid.glyphs.horizontalLine, style: .frame)
    let page = min(run.page, pageCount - 1) + 1
    let pages = pageCount > 1 ? ", page \(run.showsEnd ? pageCount : page) of \(pageCount)" : ""
    let place = " \(run.place + 1) of \(run.lesson.steps.count)\(pages) "
    let title = CellWidth.truncated(
      run.lesson.title, toWidth: area.width - CellWidth.of(place) - 5, level: grid.glyphs)
    grid.write(" \(title) ", row: area.row, column: area.column + 1, style: .heading)
    grid.write(place, row: area.row, endColumn: area.endColumn - 1, style: .dim)
  }

  /// The choice at a place on the screen.
  func choice(at point: Point) -> Int? {
    guard body.contains(point), run.isWaiting else { return nil }
    let index = point.row - body.row
    return shown.indices.contains(index) ? shown[index].choice : nil
  }
}
