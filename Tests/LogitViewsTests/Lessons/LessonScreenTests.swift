import LogitExplorer
import LogitViews
import TerminalCells
import Testing

@Suite struct LessonScreenTests {
  private func lesson(_ question: String = "Which one?") throws -> Lesson {
    let choices = try ["the first", "the second"].map { try LessonText($0) }
    let replies = try ["No, look again.", "It is."].map { try LessonText($0) }
    let step = LessonStep(
      kind: .ask(choices: choices, answer: 1, replies: replies), text: try LessonText(question))
    return Lesson(
      name: "test", title: "A test", level: .loss, minutes: 3, point: "P.",
      setup: LessonSetup(document: .flowers), steps: [step])
  }

  private func state(_ question: String = "Which one?") throws -> ExplorerState {
    var state = ExplorerState()
    _ = state.reduce(.lesson(.begin(try lesson(question))))
    return state
  }

  private static let sizes = [(80, 24), (120, 35), (40, 12), (200, 60)].map {
    Size(width: $0.0, height: $0.1)
  }

  @Test(arguments: sizes) func `a click on a choice answers`(size: Size) throws {
    let state = try state()
    let layout = Layout(state, size: size)
    let grid = frame(state, layout, glyphs: .blocks).grid
    let row = try #require(grid.textRows.firstIndex { $0.contains("b  the second") })
    let column = layout.lesson.column + 2
    let press = MouseEvent(.press, .left, at: Point(row: row, column: column))
    let pressed = pointerAction(press, drag: nil, state, layout, glyphs: .blocks)
    let release = MouseEvent(.release, .left, at: Point(row: row, column: column))
    let released = pointerAction(release, drag: pressed.drag, state, layout, glyphs: .blocks)
    #expect(pressed.action == nil && released.action == .lesson(.choose(1)))
  }

  @Test(arguments: sizes) func `the table is not covered, and nor is the readout`(size: Size) throws
  {
    let state = try state()
    let layout = Layout(state, size: size)
    #expect(!layout.lesson.isEmpty)
    for other in [layout.table.area, layout.readout, layout.header, layout.footer] {
      let rows = layout.lesson.rows.filter(other.rows.contains)
      let columns = layout.lesson.columns.filter(other.columns.contains)
      #expect(Array(rows).isEmpty || Array(columns).isEmpty, "\(other)")
    }
  }

  @Test(arguments: sizes) func `the header tells no answer by the name of the document`(
    size: Size
  ) throws {
    var state = ExplorerState()
    _ = state.press("<Right>")
    _ = state.reduce(.lesson(.begin(try lesson())))
    let text = frame(state, size: size, glyphs: .blocks).grid.text
    #expect(text.contains("lesson") && !text.contains("flowers") && !text.contains("(changed)"))
    _ = state.press("z")
    #expect(!frame(state, size: size, glyphs: .blocks).grid.text.contains("flowers"))
  }

  @Test func `a text that is too long for the screen comes in pages`() throws {
    let words = (1...80).map { "word\($0)" }.joined(separator: " ")
    var state = try state(words)
    let size = Size(width: 40, height: 12)
    state.adopt(Layout(state, size: size))
    let count = try #require(state.lesson?.pageCount)
    #expect(count > 2)
    var seen = ""
    for page in 0..<count {
      #expect(state.lesson?.page == page)
      seen += frame(state, size: size, glyphs: .blocks).grid.text
      if page + 1 < count { _ = state.press("<Enter>") }
      state.adopt(Layout(state, size: size))
    }
    #expect((1...80).allSatisfy { seen.contains("word\($0)") })
    // The answer to an answer is on the last page, which is shown.
    _ = state.press("a")
    state.adopt(Layout(state, size: size))
    #expect(frame(state, size: size, glyphs: .blocks).grid.text.contains("Not a. No, look again."))
  }

  @Test func `what is said to an answer is not divided between pages`() throws {
    for length in 1...12 {
      var state = try state((1...length).map { "words\($0)" }.joined(separator: " "))
      let size = Size(width: 40, height: 12)
      state.adopt(Layout(state, size: size))
      _ = state.press("a")
      state.adopt(Layout(state, size: size))
      let text = frame(state, size: size, glyphs: .blocks).grid.text
      #expect(text.contains("Not a. No, look again."), "\(text)")
    }
  }

  @Test func `a projector shows the question and its choices, and the chart below`() throws {
    var state = try state()
    _ = state.press("z")
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 35)] {
      let grid = frame(state, size: size, glyphs: .blocks).grid
      let rows = grid.textRows
      let question = rows.firstIndex { $0.contains("Which one?") } ?? .max
      let chart = rows.firstIndex { $0.contains("setosa") } ?? 0
      #expect(question < chart && grid.text.contains("b  the second"))
    }
  }

  @Test func `in ASCII and without a lesson's colours everything is said in words`() throws {
    var state = try state()
    _ = state.press("a")
    let text = frame(state, size: Size(width: 80, height: 24), glyphs: .ascii).grid.text
    #expect(text.contains("Not a. No, look again."))
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func `the list says what many think and not the point`() throws {
    var state = ExplorerState()
    var lesson = try lesson()
    lesson.misconception = "It is the first."
    _ = state.reduce(.lesson(.openList))
    _ = state.reduce(.world(.lessonsFound([LessonSummary(lesson)], done: ["test"])))
    let text = frame(state, size: Size(width: 80, height: 24), glyphs: .blocks).grid.text
    #expect(text.contains("A test  “It is the first.”") && text.contains("done  3 min"))
    #expect(text.contains("Loss\n") && !text.contains("P."))
    #expect(state.press("<Enter>") == [.openLesson(name: "test")])
  }
}
