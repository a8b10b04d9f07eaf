internal import LogitExplorer
internal import TerminalCells

/// A lesson as text for paper and pipes.
enum LessonSheet {
  /// The steps with the right answers, in order.
  static func script(_ lesson: Lesson) -> String {
    let walk = LessonWalk(lesson)
    var parts = ["\(lesson.title) (\(lesson.minutes) minutes)"]
    for (index, step) in walk.steps.enumerated() {
      var lines = wrapped("\(index + 1). ", step.text) + choices(step)
      if let answer = step.answer { lines += wrapped("   → ", answer) }
      if !step.reply.isEmpty { lines += wrapped("   ", step.reply) }
      parts.append(lines.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func choices(_ step: LessonWalk.Step) -> [String] {
    step.choices.enumerated().flatMap { wrapped("   \(LessonStep.letter($0)) ", $1) }
  }

  /// A text behind a mark, in lines of 80 columns at most, all as far in as the first.
  private static func wrapped(_ mark: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: CellWidth.of(mark))
    var lines: [String] = []
    var line = mark
    for word in text.split(separator: " ") {
      if CellWidth.of(line) + 1 + CellWidth.of(String(word)) > 80, line.count > mark.count {
        lines.append(line)
        line = indent
      }
      line += (line.count > mark.count ? " " : "") + word
    }
    return lines + [line]
  }

  /// Questions on the first page, answers on the second, in Markdown.
  static func worksheet(_ lesson: Lesson) -> String {
    let steps = Array(LessonWalk(lesson).steps.enumerated())
    // What is said after a question may hold its answer.
    let firstAsked = steps.firstIndex { $0.element.answer != nil } ?? steps.count
    var lines = [
      "# \(escaped(lesson.title))", "", "*\(lesson.minutes) minutes. Name:* ________", "",
    ]
    lines += start(lesson.setup.document)
    for (index, step) in steps where index < firstAsked || step.answer != nil {
      lines += ["**\(index + 1).** \(escaped(step.text))", ""]
      for (choice, text) in step.choices.enumerated() {
        lines.append("- [ ] \(LessonStep.letter(choice)) \(escaped(text))")
      }
      if !step.choices.isEmpty { lines.append("") }
      if step.answer != nil, step.choices.isEmpty { lines += ["Answer: ________________", ""] }
    }
    lines += ["<div style=\"page-break-before: always\"></div>", "", "# Answers", ""]
    lines += ["*\(escaped(lesson.point))*", ""]
    for (index, step) in steps {
      guard let answer = step.answer else {
        if index > firstAsked { lines += ["**\(index + 1).** \(escaped(step.text))", ""] }
        continue
      }
      let reply = step.reply.isEmpty ? "" : " \(escaped(step.reply))"
      lines.append("**\(index + 1).** \(escaped(answer)).\(reply)")
      for (choice, text) in step.replies.enumerated() where text != step.reply {
        lines.append("   - not \(LessonStep.letter(choice)): \(escaped(text))")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func start(_ document: Document) -> [String] {
    guard document.count <= 12 else { return [] }
    let rows = document.labels.indices.map { index in
      "| \(escaped(document.labels[index])) | \(escaped(document.logitText(at: index))) |"
    }
    return ["| class | logit |", "|---|---|"] + rows + [""]
  }

  /// Without what Markdown would take for its own.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|#".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
