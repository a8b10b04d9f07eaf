extension Command {
  private static let needsLesson: Refuse = { state in
    state.lesson == nil ? "No lesson is open: i lists them." : nil
  }

  static let lessons: [Command] = [
    Command(
      id: "lessons", keys: ["i"], title: "List the lessons, or begin one", group: .lessons,
      action: .lesson(.openList), hint: "lessons", argument: .lesson),
    Command(
      id: "continue", keys: [], title: "Go on in the lesson (Enter)", group: .lessons,
      action: .lesson(.goOn), refusal: needsLesson),
    Command(
      id: "back", keys: [], title: "Go back a step in the lesson (Backspace)", group: .lessons,
      action: .lesson(.goBack), refusal: needsLesson),
    Command(
      id: "hint", keys: [], title: "Give a hint in the lesson (i)", group: .lessons,
      action: .lesson(.hint), refusal: needsLesson),
    Command(
      id: "solve", keys: [], title: "Answer, or do, what the lesson's step asks for",
      group: .lessons, action: .lesson(.solve), refusal: needsLesson),
    Command(
      id: "again", keys: [], title: "Begin the lesson's step anew", group: .lessons,
      action: .lesson(.again), refusal: needsLesson),
    Command(
      id: "leave", keys: [], title: "Leave the lesson (Esc)", group: .lessons,
      action: .lesson(.leave), refusal: needsLesson),
  ]
}

extension Command.Argument {
  fileprivate static let lesson = Command.Argument(
    name: "NAME", choices: { $0.lessons.map(\.name) },
    meaning: { name, state in state.lessons.first { $0.name == name }?.title ?? "" }
  ) { text, _ throws(Refusal) in
    .lesson(.open(text))
  }
}
