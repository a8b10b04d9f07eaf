import Foundation
import LogitExplorer
import LogitFiles
import LogitscopeResources
import Testing

@Suite struct CourseTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Resources/Lessons")

  private static let names = CourseLesson.all.map(\.name)

  private func file(_ name: String) throws -> LessonFile {
    let known = try #require(CourseLesson.all.first { $0.name == name })
    return try LessonFile(
      toml: String(decoding: known.bytes, as: UTF8.self), name: name
    ) { preset in
      Preset.all.first { $0.name == preset }.flatMap {
        try? Document(bytes: $0.bytes, ending: "toml", name: preset)
      }
    }
  }

  @Test func `the table of lessons is the folder of lessons`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let listed = Self.names.map { $0.replacing("-", with: "_") + ".toml" }
    #expect(files.sorted() == listed.sorted())
  }

  @Test func `the course has five levels in their order, and the article comes first`() throws {
    let lessons = try Self.names.map { try file($0).lesson }
    #expect(lessons.count >= 36)
    let levels = lessons.map { LessonLevel.allCases.firstIndex(of: $0.level) ?? 0 }
    #expect(levels == levels.sorted() && Set(levels).count == LessonLevel.allCases.count)
    let first = try #require(lessons.first)
    #expect(Array(first.setup.document.logits) == [2, 1, 0.1])
    #expect(Set(lessons.map(\.title)).count == lessons.count)
  }

  @Test(arguments: names)
  func `everything that a lesson says holds`(name: String) throws {
    let faults = try file(name).faults().map { $0.sentence(for: name) }
    #expect(faults == [])
  }

  @Test(arguments: names)
  func `a lesson asks before it shows, lets the learner act, and is short`(name: String) throws {
    let lesson = try file(name).lesson
    #expect((3...6).contains(lesson.minutes) && (4...10).contains(lesson.steps.count))
    let kinds = lesson.steps.map { step in
      switch step.kind {
      case .say: "say"
      case .ask, .estimate: "predict"
      case .goal: "goal"
      }
    }
    #expect(kinds.contains("predict") && kinds.contains("goal") && kinds.last == "say")
    for step in lesson.steps {
      if case .goal = step.kind { #expect(!step.hints.isEmpty) }
      if case .ask(_, _, let replies) = step.kind {
        #expect(Set(replies.map { "\($0)" }).count == replies.count)
      }
    }
  }

  @Test(arguments: names)
  func `texts are short, and every number with decimals is asserted`(name: String) throws {
    let known = try #require(CourseLesson.all.first { $0.name == name })
    let source = String(decoding: known.bytes, as: UTF8.self)
    let lesson = try file(name).lesson
    let asserted = lesson.steps.flatMap { $0.assertions + $0.assertionsAfter + $0.goals }.map(
      \.text
    )
    .joined(separator: " ")
    let walk = LessonWalk(lesson)
    for step in walk.steps {
      #expect(step.text.count <= 300, "\(step.text)")
      #expect(step.choices.allSatisfy { $0.count <= 70 })
      #expect(([step.reply] + step.replies).allSatisfy { $0.count <= 240 }, "\(step.reply)")
      #expect(step.hints.allSatisfy { $0.count <= 140 })
      let texts = [step.text, step.reply] + step.choices + step.replies + step.hints
      #expect(texts.allSatisfy { !$0.contains("–") && !$0.contains("  ") }, "\(texts)")
    }
    // What stands in the file and not in braces was written by hand.
    let written = source.replacing(
      /(?m)^(assert|assert_after|set|set_after|solution|goal|estimate|logits).*$/, with: ""
    )
    .replacing(/\{[^}]*\}/, with: "")
    let texts = written.split(separator: "\n").filter { $0.contains("\"") }.joined(separator: "\n")
    for match in texts.matches(of: /\d+\.\d{3,}/) {
      #expect(asserted.contains(match.output), "\(match.output) is not asserted")
    }
  }

  @Test func `the template is a lesson that holds`() throws {
    let toml = String(decoding: CourseLesson.template, as: UTF8.self)
    let file = try LessonFile(toml: toml, name: "my-lesson") { _ in nil }
    #expect(file.faults() == [])
    #expect(toml.contains("# ask: a question with choices."))
  }

  @Test func `right answers do not always have the same letter`() throws {
    var counts: [Int: Int] = [:]
    for name in Self.names {
      for step in try file(name).lesson.steps {
        if case .ask(_, let answer, _) = step.kind { counts[answer, default: 0] += 1 }
      }
    }
    let total = counts.values.reduce(0, +)
    #expect(counts.values.allSatisfy { $0 * 2 <= total }, "\(counts)")
  }
}

extension LessonStep {
  /// What is to be reached; numbers in it are bounds and not results.
  fileprivate var goals: [LessonCondition] {
    if case .goal(let condition, _, _) = kind { [condition] } else { [] }
  }
}
