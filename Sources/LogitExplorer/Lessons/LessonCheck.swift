internal import LogitKernel

/// Something in a lesson that does not hold, with its place.
package struct LessonFault: Equatable, Sendable {
  /// The step, counted from 0.
  package let step: Int
  /// The key it stands under, and the text there.
  package let key: String
  package let text: String?
  package let sentence: String
}

/// Plays a lesson through with right answers and looks whether everything it says is so.
package struct LessonCheck {
  private var state = ExplorerState()
  private var faults: [LessonFault] = []
  private let lesson: Lesson

  /// What does not hold, in the order of the steps.
  package static func faults(of lesson: Lesson) -> [LessonFault] {
    var check = LessonCheck(lesson: lesson)
    check.play()
    return check.faults
  }

  private init(lesson: Lesson) { self.lesson = lesson }

  private var numbers: RowNumbers { state.numbers.present }

  private mutating func play() {
    _ = state.reduce(.lesson(.begin(lesson)))
    for (place, step) in lesson.steps.enumerated() {
      guard state.lesson?.place == place else {
        return add(place, "say", nil, "the step before cannot be finished")
      }
      checkMessage(place, "set")
      checkLook(place, step)
      check(step.assertions, place, "assert")
      checkTexts([step.text] + step.hints, place, step.key)
      answer(step, place)
      guard !(state.lesson?.isWaiting ?? true) else { return }
      check(step.assertionsAfter, place, "assert_after")
      checkReplies(step, place)
      if place < lesson.steps.count - 1 { _ = state.reduce(.lesson(.goOn)) }
    }
  }

  private mutating func answer(_ step: LessonStep, _ place: Int) {
    state.message = nil
    switch step.kind {
    case .say: break
    case .ask(_, let answer, _): _ = state.reduce(.lesson(.choose(answer)))
    case .estimate(let expression, _, _):
      do throws(LessonLack) {
        _ = state.reduce(.lesson(.guess(try expression.value(in: numbers))))
        guard let truth = state.lesson?.progress.truth, truth.isFinite else {
          return add(place, "estimate", nil, "the number asked for is not finite")
        }
      } catch {
        add(place, "estimate", nil, error.sentence)
      }
    case .goal(let condition, _, let solution): reach(condition, by: solution, place)
    }
    checkMessage(place, step.isQuestion ? "set_after" : "set")
  }

  private mutating func reach(
    _ condition: LessonCondition, by solution: [LessonChange], _ place: Int
  ) {
    guard !(state.lesson?.progress.isAnswered ?? false), !condition.holds(in: numbers) else {
      return add(place, "goal", condition.text, "the goal is reached before anything is done")
    }
    for change in solution {
      do throws(Refusal) {
        _ = state.reduce(try change.action(in: state))
      } catch {
        add(place, "solution", nil, error.sentence)
      }
    }
    guard state.lesson?.isWaiting ?? false else { return }
    let values = condition.comparisons.map { describe($0) }.joined(separator: ", ")
    add(place, "goal", condition.text, "the solution does not reach the goal: \(values)")
  }

  // MARK: What must hold

  private mutating func check(_ conditions: [LessonCondition], _ place: Int, _ key: String) {
    for condition in conditions {
      for comparison in condition.comparisons {
        do throws(LessonLack) {
          guard try !comparison.holds(in: numbers) else { continue }
          add(place, key, condition.text, describe(comparison))
        } catch {
          add(place, key, condition.text, error.sentence)
        }
      }
    }
  }

  /// What is expected and what is there.
  private func describe(_ comparison: LessonComparison) -> String {
    do throws(LessonLack) {
      let left = try comparison.left.value(in: numbers)
      let right = try comparison.right.value(in: numbers)
      let expected = "\(comparison.relation.rawValue) \(DecimalText.shortest(right))"
      return "expected \(expected), and it is \(DecimalText.shortest(left))"
    } catch {
      return error.sentence
    }
  }

  private mutating func checkReplies(_ step: LessonStep, _ place: Int) {
    switch step.kind {
    case .say: break
    case .ask(let choices, _, let replies):
      checkTexts(choices, place, "choices")
      checkTexts(replies, place, "replies")
    case .estimate(_, _, let reply), .goal(_, let reply, _):
      checkTexts([reply].compactMap(\.self), place, "reply")
    }
  }

  private mutating func checkTexts(_ texts: [LessonText], _ place: Int, _ key: String) {
    for text in texts {
      do throws(LessonLack) {
        _ = try text.checkedText(in: numbers, digits: state.display.digits)
      } catch {
        add(place, key, nil, error.sentence)
      }
    }
  }

  private mutating func checkLook(_ place: Int, _ step: LessonStep) {
    let looks = place == 0 ? [lesson.setup.look, step.look] : [step.look]
    for name in looks.compactMap(\.selection) where name.index(in: state.document) == nil {
      add(place, "select", nil, "there is no class \(name.text)")
    }
  }

  /// A change that could not be made was said on the way.
  private mutating func checkMessage(_ place: Int, _ key: String) {
    guard let message = state.message, message.severity == .warning else { return }
    add(place, key, nil, message.text)
  }

  private mutating func add(_ step: Int, _ key: String, _ text: String?, _ sentence: String) {
    faults.append(LessonFault(step: step, key: key, text: text, sentence: sentence))
  }
}

extension LessonStep {
  /// The key that its text stands under.
  fileprivate var key: String { if case .ask = kind { "ask" } else { "say" } }
}
