import LogitKernel
import LogitExplorer
import Testing

@Suite struct LessonRunTests {
  private func lesson(_ steps: [LessonStep]) -> Lesson {
    Lesson(
      name: "test", title: "Test", level: .firstSteps, minutes: 3, point: "A point.",
      setup: LessonSetup(
        document: Document(name: "two", labels: ["a", "b"], logits: [1, 0], target: .index(0))),
      steps: steps)
  }

  private static func say(_ text: String) throws -> LessonStep {
    LessonStep(kind: .say, text: try LessonText(text))
  }

  private static func ask() throws -> LessonStep {
    let texts = try ["no", "yes", "maybe"].map { try LessonText($0) }
    var step = LessonStep(
      kind: .ask(choices: texts, answer: 1, replies: texts), text: try LessonText("Well?"))
    step.changesAfter = [try LessonChange("constant", .text("10"))]
    step.hints = [try LessonText("Not no."), try LessonText("Not maybe.")]
    return step
  }

  private static func goal(allowing moves: Set<LessonMove>? = nil) throws -> LessonStep {
    var step = LessonStep(
      kind: .goal(
        try LessonCondition("p[b] > 0.5"), reply: nil,
        solution: [try LessonChange("logit", .ofClass(.label("b"), "20"))]),
      text: try LessonText("Lift b."))
    step.allowed = moves
    return step
  }

  private static func estimate() throws -> LessonStep {
    LessonStep(
      kind: .estimate(try LessonExpression("p[a]"), within: 0.05, reply: nil),
      text: try LessonText("Guess."))
  }

  private func begin(_ steps: [LessonStep], from state: ExplorerState? = nil) -> ExplorerState {
    var state = state ?? ExplorerState()
    _ = state.reduce(.lesson(.begin(lesson(steps))))
    return state
  }

  private func press(_ keys: String..., in state: inout ExplorerState) {
    for key in keys { _ = state.press(key) }
  }

  @Test func `a question keeps the lesson until it is answered rightly`() throws {
    var state = begin([try Self.ask(), try Self.say("end")])
    press("<Enter>", in: &state)
    #expect(state.lesson?.place == 0)
    #expect(state.message?.text == "Answer first: a, b or c.")
    press("a", "<Enter>", in: &state)
    #expect(state.lesson?.progress.choice == 0 && state.lesson?.place == 0)
    #expect(Array(state.document.logits) == [1, 0])
    press("b", in: &state)
    #expect(state.lesson?.progress.isAnswered == true)
    #expect(Array(state.document.logits) == [11, 10])
    press("<Enter>", in: &state)
    #expect(state.lesson?.place == 1)
  }

  @Test func `hints come when asked for, and by themselves after three tries`() throws {
    var state = begin([try Self.ask()])
    press("i", "i", "i", in: &state)
    #expect(state.lesson?.progress.hintsShown == 2)
    #expect(state.message?.text == "There is no further hint; :solve does what is asked for.")
    state = begin([try Self.ask()])
    press("a", "c", in: &state)
    #expect(state.lesson?.progress.hintsShown == 0)
    press("a", in: &state)
    #expect(state.lesson?.progress.hintsShown == 1)
  }

  @Test(arguments: [
    ["<Down>", "2", "<Enter>"], ["H"], ["<Down>", "p", "0", ".", "9", "<Enter>"], ["m"],
  ])
  func `any way to the goal counts`(keys: [String]) throws {
    var state = begin([try Self.goal()])
    for key in keys { _ = state.press(key) }
    if !(state.lesson?.progress.isAnswered ?? false) { press("<Left>", "<Left>", in: &state) }
    #expect(state.lesson?.progress.isAnswered == true)
  }

  @Test func `a step may be limited to some changes, and says so`() throws {
    var state = begin([try Self.goal(allowing: [.nudge])])
    press("9", in: &state)
    #expect(state.document.logits[0] == 1 && state.mode == .browsing)
    #expect(state.message?.text == "In this step only nudging with ← and → counts.")
    press("m", in: &state)
    #expect(state.document.isMasked == [false, false])
    press("<Down>", "L", "<Right>", in: &state)
    #expect(state.lesson?.progress.isAnswered == true)
  }

  @Test func `a guess is typed where the lesson asks for a number`() throws {
    var state = begin([try Self.estimate(), try Self.say("end")])
    press("0", ".", "7", "<Enter>", in: &state)
    #expect(state.lesson?.progress.guess == 0.7)
    #expect(abs((state.lesson?.progress.truth ?? 0) - 0.731059) < 1e-6)
    #expect(Array(state.document.logits) == [1, 0])
    // Answered: digits are for the logits again.
    press("5", "<Enter>", in: &state)
    #expect(state.document.logits[0] == 5)
  }

  @Test func `going back shows each step as it was left, state and all`() throws {
    var state = begin([try Self.say("one"), try Self.ask(), try Self.goal(), try Self.say("end")])
    press("<Right>", "<Enter>", "b", in: &state)
    let left = state.document.logits
    press("<Enter>", "<Down>", "3", "0", "<Enter>", "<Enter>", in: &state)
    #expect(state.lesson?.place == 3)
    press("<Backspace>", "<Backspace>", in: &state)
    #expect(state.lesson?.place == 1 && state.lesson?.progress.isAnswered == true)
    #expect(state.document.logits == left)
    press("<Backspace>", in: &state)
    #expect(Array(state.document.logits) == [1.1, 0])
    press("<Backspace>", in: &state)
    #expect(state.message?.text == "This is the first step.")
    press("<Enter>", "<Enter>", "<Enter>", in: &state)
    #expect(state.lesson?.place == 3 && state.document.logits[1] == 30)
  }

  @Test func `a step can be begun anew`() throws {
    var state = begin([try Self.say("one"), try Self.ask()])
    press("<Enter>", "b", in: &state)
    _ = state.reduce(.lesson(.again))
    #expect(state.lesson?.isWaiting == true && Array(state.document.logits) == [1, 0])
  }

  @Test func `whoever is stuck has the step done`() throws {
    var state = begin([try Self.ask(), try Self.estimate(), try Self.goal(), try Self.say("end")])
    for _ in 0..<3 {
      _ = state.reduce(.lesson(.solve))
      #expect(state.lesson?.isWaiting == false)
      press("<Enter>", in: &state)
    }
    #expect(state.lesson?.isLast == true && state.document.logits[1] == 20)
  }

  @Test func `undo takes back what the learner did and not what the lesson did`() throws {
    var state = begin([try Self.ask(), try Self.say("end")])
    press("b", "<Enter>", "<Right>", "u", "u", in: &state)
    #expect(Array(state.document.logits) == [11, 10])
    #expect(state.message?.text == "Nothing to undo.")
  }

  @Test func `leaving goes back to what was before, or keeps the state`() throws {
    var before = ExplorerState()
    _ = before.press("<Right>")
    var state = begin([try Self.say("one")], from: before)
    press("<Right>", "<Esc>", "<Esc>", in: &state)
    #expect(state.lesson != nil)
    press("<Esc>", "l", in: &state)
    #expect(state.lesson == nil && state.document == before.document)
    #expect(state.isModified)
    press("u", in: &state)
    #expect(state.document == .flowers && !state.isModified)
    state = begin([try Self.say("one")], from: before)
    press("<Right>", "<Esc>", "k", in: &state)
    #expect(state.lesson == nil && Array(state.document.logits) == [1.1, 0])
    press("u", in: &state)
    #expect(state.document == before.document)
  }

  @Test func `at its end the lesson is noted as done`() throws {
    var state = begin([try Self.say("one")])
    #expect(state.press("<Enter>") == [.lessonDone(name: "test")])
    #expect(state.lesson == nil && state.doneLessons == ["test"])
    #expect(state.document == .flowers)
  }

  @Test func `opening something else ends the lesson`() throws {
    var state = begin([try Self.say("one")])
    _ = state.reduce(.world(.opened(Document(name: "x", logits: [3]), path: nil)))
    #expect(state.lesson == nil && state.document.name == "x")
    _ = state.press("u")
    #expect(state.document == .flowers)
  }

  @Test func `a lesson that is begun in another goes back to what was before both`() throws {
    var state = begin([try Self.say("one")])
    state = begin([try Self.say("two")], from: state)
    press("<Esc>", "l", in: &state)
    #expect(state.document == .flowers)
  }

  @Test func `commands of the lesson need one`() {
    #expect(throws: Refusal("No lesson is open: i lists them.")) {
      try Command.action(for: "hint", in: ExplorerState())
    }
  }

  @Test func `a change names a command and a class`() throws {
    #expect(throws: Refusal.self) { try LessonChange("temprature", .text("2")) }
    #expect(throws: Refusal.self) { try LessonChange("quit", .none) }
    let state = ExplorerState()
    #expect(throws: Refusal.self) {
      try LessonChange("mask", .text("nobody")).action(in: state)
    }
    var masked = state
    _ = masked.reduce(try LessonChange("mask", .text("virginica")).action(in: state))
    #expect(masked.document.isMasked == [false, false, true] && masked.selection == 0)
  }
}
