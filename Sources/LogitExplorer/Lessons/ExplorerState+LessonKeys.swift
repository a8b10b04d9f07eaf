extension ExplorerState {
  /// What a key means in a lesson while browsing; nil for keys that mean what they always do.
  func lessonAction(for key: String) -> Action? {
    guard let run = lesson else { return nil }
    switch key {
    case "<Enter>": return .lesson(.goOn)
    case "<Backspace>": return .lesson(.goBack)
    case "i": return .lesson(.hint)
    case "<Esc>" where !display.isProjector: return .lesson(.leave)
    default: break
    }
    guard run.isWaiting else { return nil }
    switch run.step.kind {
    case .ask(let choices, _, _):
      return choices.indices.first { LessonStep.letter($0) == key }.map { .lesson(.choose($0)) }
    case .estimate where ExplorerState.startsTyping(key):
      return .sequence([.field(.begin(.guess)), .field(.edit(.insert(key)))])
    case .say, .estimate, .goal: return nil
    }
  }

  /// Whether digits are a guess now.
  private var isGuessing: Bool {
    guard let run = lesson, run.isWaiting, case .estimate = run.step.kind else { return false }
    return true
  }

  /// The hint line of a lesson; nil outside of one.
  var lessonHints: [Hint]? {
    guard let run = lesson else { return nil }
    var hints: [Hint] = []
    if run.isWaiting, run.page + 1 >= run.pageCount {
      switch run.step.kind {
      case .ask(let choices, _, _):
        hints = choices.indices.map {
          Hint(
            keys: [LessonStep.letter($0)], word: "", action: .lesson(.choose($0)),
            isEssential: true)
        }
      case .estimate:
        hints = [
          Hint(
            keys: ["0-9"], word: "guess", action: .field(.begin(.guess)), isEssential: true)
        ]
      case .say, .goal: break
      }
    } else {
      let word = run.isLast && run.page + 1 >= run.pageCount ? "end" : "go on"
      hints = [Hint(keys: ["<Enter>"], word: word, action: .lesson(.goOn), isEssential: true)]
    }
    hints.append(Hint(keys: ["<Backspace>"], word: "back", action: .lesson(.goBack)))
    if run.isWaiting, !run.step.hints.isEmpty {
      hints.append(Hint(keys: ["i"], word: "hint", action: .lesson(.hint), isEssential: true))
    }
    return hints + [
      Hint(keys: ["<Esc>"], word: "leave", action: .lesson(.leave), isEssential: true)
    ] + browsingHints.filter { !$0.isEssential && !(isGuessing && $0.word == "type") }
      + browsingHints.filter { $0.word == "help" || $0.word == "quit" }
  }
}

extension ExplorerState {
  /// The lessons that match what is typed, or all if nothing is.
  package var lessonRows: [LessonSummary] {
    guard case .lessons(let list) = mode else { return [] }
    let wanted = list.field.text.lowercased().trimmingSpaces
    return lessons.filter { lesson in
      wanted.isEmpty
        || [lesson.name, lesson.title, lesson.misconception, lesson.level.rawValue]
          .contains { $0.lowercased().contains(wanted) }
    }
  }

  mutating func runLessonList() -> [Effect] {
    guard case .lessons(let list) = mode else { return [] }
    let rows = lessonRows
    guard !rows.isEmpty else { return [] }
    return reduce(.lesson(.open(rows[min(list.highlighted, rows.count - 1)].name)))
  }
}
