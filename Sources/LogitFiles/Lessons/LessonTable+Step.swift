internal import LogitExplorer
internal import TOMLKit

extension LessonTable {
  private static let keys = [
    "say", "ask", "choices", "answer", "replies", "estimate", "within", "reply", "goal",
    "solution", "hints", "allow", "set", "set_after", "lens", "part", "select", "hide", "reveal",
    "reveal_after", "assert", "assert_after",
  ]

  func step() throws(FileProblem) -> LessonStep {
    try refuseKeys(but: LessonTable.keys)
    let (text, kind) = try kind()
    var step = LessonStep(kind: kind, text: text)
    step.look = try look()
    step.revealedAfter = try covers("reveal_after")
    step.changes = try changes("set")
    step.changesAfter = try changes("set_after")
    step.assertions = try conditions("assert")
    step.assertionsAfter = try conditions("assert_after")
    step.hints = try lessonTexts("hints") ?? []
    step.allowed = try moves()
    return step
  }

  private func kind() throws(FileProblem) -> (LessonText, LessonStep.Kind) {
    let kinds = ["ask", "estimate", "goal"].filter(has)
    guard kinds.count <= 1 else {
      throw problem(kinds[1], "a step is one of say, ask, estimate and goal")
    }
    switch kinds.first {
    case "ask": return (try lessonText("ask"), try question())
    case "estimate": return (try lessonText("say"), try estimate())
    case "goal": return (try lessonText("say"), try goal())
    default:
      try refuse(["choices", "answer", "replies"], without: "ask")
      try refuse(["within"], without: "estimate")
      try refuse(["solution", "allow"], without: "goal")
      try refuse(["reply"], without: "estimate or goal")
      return (try lessonText("say"), .say)
    }
  }

  private func question() throws(FileProblem) -> LessonStep.Kind {
    try refuse(["say"], without: "estimate, goal or nothing else")
    guard let choices = try lessonTexts("choices"), (2...6).contains(choices.count) else {
      throw problem("choices", "“choices” should be from 2 to 6 texts")
    }
    guard let replies = try lessonTexts("replies"), replies.count == choices.count else {
      throw problem("replies", "there should be one reply for each of the \(choices.count) choices")
    }
    guard let answer = try integer("answer"), choices.indices.contains(answer) else {
      throw problem(
        "answer", "“answer” should be the place of a choice, from 0 to \(choices.count - 1)")
    }
    return .ask(choices: choices, answer: answer, replies: replies)
  }

  private func estimate() throws(FileProblem) -> LessonStep.Kind {
    let expression = try expression("estimate")
    guard let within = try number("within"), within > 0, within.isFinite else {
      throw problem("within", "“within” should be a number above zero")
    }
    return .estimate(expression, within: within, reply: try optionalLessonText("reply"))
  }

  private func goal() throws(FileProblem) -> LessonStep.Kind {
    let condition = try condition("goal", try text("goal"))
    let solution = try changes("solution")
    guard !solution.isEmpty else {
      throw problem(has("solution") ? "solution" : "goal", "a goal needs a “solution”")
    }
    return .goal(condition, reply: try optionalLessonText("reply"), solution: solution)
  }

  private func refuse(_ keys: [String], without kind: String) throws(FileProblem) {
    guard let key = keys.first(where: has) else { return }
    throw problem(key, "“\(key)” belongs to a step with \(kind)")
  }

  private func moves() throws(FileProblem) -> Set<LessonMove>? {
    guard let words = try texts("allow") else { return nil }
    var moves: Set<LessonMove> = []
    for word in words { moves.insert(try choice("allow", word, LessonMove.self)) }
    return moves
  }
}
