// Answers, and what follows from them.
extension ExplorerState {
  mutating func choose(_ choice: Int) -> [Effect] {
    guard let run = lesson, case .ask(let choices, let answer, _) = run.step.kind,
      choices.indices.contains(choice), !run.progress.isAnswered
    else { return [] }
    lesson?.progress.choice = choice
    lesson?.showsEnd = true
    guard choice == answer else {
      countTry()
      return []
    }
    concludeStep()
    return []
  }

  mutating func guess(_ value: Double) -> [Effect] {
    guard let run = lesson, case .estimate(let expression, _, _) = run.step.kind,
      !run.progress.isAnswered
    else { return [] }
    concludeStep()
    lesson?.progress.guess = value
    settleNumbers()
    let truth = (try? expression.value(in: numbers.present)) ?? .nan
    // A computed −0 is 0 to whoever guesses.
    lesson?.progress.truth = truth == 0 ? 0 : truth
    return []
  }

  /// Checked after everything that happens: any way to the goal counts.
  mutating func settleGoal() {
    guard let run = lesson, case .goal(let condition, _, _) = run.step.kind,
      !run.progress.isAnswered, condition.holds(in: numbers.present)
    else { return }
    concludeStep()
  }

  private mutating func concludeStep() {
    guard let step = lesson?.step else { return }
    lesson?.progress.isAnswered = true
    lesson?.showsEnd = true
    make(step.changesAfter)
    display.covered.subtract(step.revealedAfter)
  }

  private mutating func countTry() {
    lesson?.progress.tries += 1
    guard let run = lesson, run.progress.tries >= LessonProgress.triesBeforeHint,
      run.progress.hintsShown == 0, !run.step.hints.isEmpty
    else { return }
    lesson?.progress.hintsShown = 1
  }

  /// For a teacher in a hurry, and for whoever is stuck.
  mutating func solve() -> [Effect] {
    guard let run = lesson, run.isWaiting else { return [] }
    switch run.step.kind {
    case .say: break
    case .ask(_, let answer, _): return choose(answer)
    case .estimate(let expression, _, _):
      concludeStep()
      settleNumbers()
      let truth = (try? expression.value(in: numbers.present)) ?? .nan
      // A computed −0 is 0 to whoever guesses.
      lesson?.progress.truth = truth == 0 ? 0 : truth
    case .goal(_, _, let solution): make(solution)
    }
    return []
  }

  mutating func showHint() {
    guard let run = lesson else { return }
    guard !run.step.hints.isEmpty else { return say("This step has no hint.") }
    guard run.progress.hintsShown < run.step.hints.count else {
      return say("There is no further hint; :solve does what is asked for.")
    }
    lesson?.progress.hintsShown += 1
    lesson?.showsEnd = true
  }
}

extension LessonStep {
  /// What it waits for.
  var waiting: String {
    switch kind {
    case .say: ""
    case .ask(let choices, _, _):
      "Answer first: \(LessonStep.letters(choices.count))."
    case .estimate: "Type your guess first, then Enter."
    case .goal: "Reach the goal first; i gives a hint."
    }
  }

  /// The letters of so many choices: “a, b or c”.
  package static func letters(_ count: Int) -> String {
    let letters = (0..<count).map(letter)
    return letters.count < 2
      ? letters.joined()
      : letters.dropLast().joined(separator: ", ") + " or " + (letters.last ?? "")
  }

  package static func letter(_ choice: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(choice % 26)))
  }
}
