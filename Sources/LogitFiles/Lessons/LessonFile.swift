package import LogitExplorer

/// What a lesson file's text is, and what is wrong with it.
package struct LessonFile {
  package let lesson: Lesson
  private let sections: TOMLSections

  /// Reads the text of a lesson; `preset` gives the document of a preset's name.
  package init(
    toml: String, name: String, preset: (String) -> Document?
  ) throws(FileProblem) {
    lesson = try Lesson(toml: toml, name: name, preset: preset)
    sections = TOMLSections(TOMLOutline(toml))
  }

  /// Reads a file.
  package init(
    path: String, preset: (String) -> Document?
  ) throws(FileProblem) {
    let bytes = try readFile(path, canWait: false)
    try self.init(
      toml: try decode(bytes).string, name: LessonFile.name(ofFile: path), preset: preset)
  }

  /// The name of the lesson in a file: `only_differences.toml` is `only-differences`.
  package static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.hasSuffix(".toml") ? String(file.dropLast(5)) : file
    return stem.replacing("_", with: "-")
  }

  /// What does not hold when it is played through, with the places.
  package func faults() -> [FileProblem] {
    let steps = sections.sections(named: "step")
    return LessonCheck.faults(of: lesson).map { fault in
      let section = steps.indices.contains(fault.step) ? steps[fault.step] : nil
      let place = sections.place(of: fault.text, under: fault.key, in: section)
      let words = fault.text.map { "“\($0)”: \(fault.sentence)" } ?? fault.sentence
      return .toml(line: place.line, column: place.column, words)
    }
  }
}

/// The lines of a small text file.
package func textLines(ofFile path: String) throws(FileProblem) -> [String] {
  let bytes = try readFile(path, canWait: false)
  return try decode(bytes).string.split(separator: "\n").map(String.init)
}
