package import LogitExplorer
internal import TOMLKit

extension Lesson {
  /// Reads a lesson from TOML.
  ///
  /// - Parameters:
  ///   - toml: The text.
  ///   - name: By which the lesson is asked for.
  ///   - preset: The document of a preset's name; nil where there is none.
  /// - Throws: What is wrong, with its line and column.
  package init(
    toml: String, name: String, preset: (String) -> Document?
  ) throws(FileProblem) {
    let outline = TOMLOutline(toml)
    let sections = TOMLSections(outline)
    let count = sections.sections(named: "step").count
    guard count <= Lesson.stepLimit else {
      throw .toml(
        line: 1, column: 1, "there are \(count) steps, and at most \(Lesson.stepLimit) are read")
    }
    let root = LessonTable(try TOMLText(toml).root, sections, section: sections.sections.first)
    self = try root.lesson(named: name, preset: preset)
  }

  /// More than anybody has patience for.
  package static let stepLimit = 200
}

extension LessonTable {
  private static let keys = [
    "title", "level", "minutes", "point", "misconception", "setup", "step",
  ]
  private static let lookKeys = ["lens", "part", "digits", "select", "hide", "reveal"]

  fileprivate func lesson(
    named name: String, preset: (String) -> Document?
  ) throws(FileProblem) -> Lesson {
    try refuseKeys(but: LessonTable.keys)
    let level = try choice("level", LessonLevel.self)
    guard let level else { throw missing("level") }
    let minutes = try integer("minutes") ?? 0
    guard (1...60).contains(minutes) else {
      throw problem("minutes", "“minutes” should be a whole number from 1 to 60")
    }
    let (title, point) = (try text("title"), try text("point"))
    let misconception = try optionalText("misconception") ?? ""
    var setup = try setup(preset: preset)
    // Titles ask; the names of files may tell the answer.
    if setup.document.name.isEmpty { setup.document.name = title }
    return Lesson(
      name: name, title: title, level: level, minutes: minutes, point: point,
      misconception: misconception, setup: setup, steps: try steps())
  }

  private func setup(preset: (String) -> Document?) throws(FileProblem) -> LessonSetup {
    guard let table = table("setup") else {
      throw problem(nil, "the table [setup] is missing: the logits to begin with")
    }
    let document: Document
    if let name = try table.optionalText("preset") {
      guard let found = preset(name) else {
        throw table.problem("preset", "there is no preset “\(name)”")
      }
      try table.refuseKeys(but: ["preset"] + LessonTable.lookKeys)
      document = found
    } else {
      let own = table.removing(LessonTable.lookKeys)
      document = try own.document()
    }
    var look = try table.look()
    look.digits = try table.integer("digits")
    guard look.digits.map(Display.digitRange.contains) ?? true else {
      throw table.problem("digits", "“digits” should be from 3 to 17")
    }
    return LessonSetup(document: document, look: look)
  }

  /// What is shown, and what is covered.
  func look() throws(FileProblem) -> LessonLook {
    var look = LessonLook()
    look.lens = try choice("lens", Lens.self)
    look.part = try choice("part", NumericsPart.self)
    look.selection = try className("select")
    look.hidden = try covers("hide")
    look.revealed = try covers("reveal")
    return look
  }

  private func steps() throws(FileProblem) -> [LessonStep] {
    var steps: [LessonStep] = []
    for table in try tables("step") { steps.append(try table.step()) }
    guard !steps.isEmpty else { throw problem(nil, "there is no [[step]]") }
    return steps
  }
}
