internal import LogitKernel

/// A lesson as text, step by step, with right answers: what a class reads on paper.
package struct LessonWalk: Equatable, Sendable {
  package struct Step: Equatable, Sendable {
    /// What is said or asked.
    package var text = ""
    package var choices: [String] = []
    package var hints: [String] = []
    /// The right answer in words; nil where nothing is asked.
    package var answer: String?
    /// What is said to it.
    package var reply = ""
    /// What is said to each choice.
    package var replies: [String] = []
  }

  package private(set) var steps: [Step] = []

  package init(_ lesson: Lesson) {
    var state = ExplorerState()
    _ = state.reduce(.lesson(.begin(lesson)))
    for step in lesson.steps {
      steps.append(LessonWalk.step(step, &state))
      _ = state.reduce(.lesson(.goOn))
    }
  }

  private static func step(_ step: LessonStep, _ state: inout ExplorerState) -> Step {
    func text(_ text: LessonText) -> String {
      text.text(in: state.numbers.present, digits: state.display.digits)
    }
    var written = Step(text: text(step.text), hints: step.hints.map(text))
    switch step.kind {
    case .say: break
    case .ask(let choices, let answer, let replies):
      written.choices = choices.map(text)
      _ = state.reduce(.lesson(.choose(answer)))
      written.answer = "\(LessonStep.letter(answer)), \(text(choices[answer]))"
      (written.reply, written.replies) = (text(replies[answer]), replies.map(text))
    case .estimate(let expression, _, let reply):
      _ = state.reduce(.lesson(.guess((try? expression.value(in: state.numbers.present)) ?? .nan)))
      written.answer = displayText(
        state.lesson?.progress.truth ?? .nan, digits: state.display.digits)
      written.reply = reply.map(text) ?? ""
    case .goal(_, let reply, let solution):
      for change in solution {
        if let action = try? change.action(in: state) { _ = state.reduce(action) }
      }
      written.answer = solution.map(\.words).joined(separator: ", then ")
      written.reply = reply.map(text) ?? ""
    }
    return written
  }
}

extension LessonChange {
  /// What it does, in words.
  fileprivate var words: String {
    switch argument {
    case .none: word
    case .text(let text): "\(word) \(text)"
    case .ofClass(let name, let value): "\(word) of \(name.plain): \(value)"
    }
  }
}

extension ClassName {
  fileprivate var plain: String {
    switch self {
    case .label(let label): label
    case .index(let index): "class \(index + 1)"
    }
  }
}
