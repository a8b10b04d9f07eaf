import Foundation
import Testing

@Suite struct LessonsCommandTests {
  private static func withFolder(_ body: (String, [String: String]) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(
      folder.path,
      ["XDG_DATA_HOME": folder.path + "/data", "XDG_STATE_HOME": folder.path + "/state"])
  }

  @Test func `the list has every level, as text and as JSON`() throws {
    let text = try Program.run("lessons").output
    for level in ["First steps", "Loss", "Numbers", "Sampling", "Training"] {
      #expect(text.contains(level + "\n"), "\(level)")
    }
    let json = try Program.run("lessons", "list", "--json").output
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.count >= 36)
    #expect(
      rows.allSatisfy { Set($0.keys) == ["name", "title", "level", "minutes", "point", "done"] })
  }

  @Test func `the course holds, and a fault ends with 1 and its place`() throws {
    let all = try Program.run("lessons", "check")
    #expect(all.code == 0 && all.output.hasSuffix("lessons: everything holds.\n"))
    try Self.withFolder { folder, environment in
      let path = folder + "/mine.toml"
      #expect(try Program.run("lessons", "new", path, environment: environment).code == 0)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing("p[yes] = 0.880797", with: "p[yes] = 0.880796")
        .write(toFile: path, atomically: true, encoding: .utf8)
      let checked = try Program.run("lessons", "check", path)
      #expect(checked.code == 1 && checked.output.isEmpty)
      #expect(checked.errors.contains("mine.toml, line "), "\(checked.errors)")
      #expect(checked.errors.contains("expected = 0.880796, and it is 0.880797"))
    }
    let missing = try Program.run("lessons", "check", "/nowhere/x.toml")
    #expect(missing.code == 2 && missing.errors.contains("there is no such file"))
    let short = try Program.run("lessons", "only-differences").output
    #expect(try short == Program.run("lessons", "run", "only-differences").output)
    let unknown = try Program.run("lessons", "run", "only-diferences")
    #expect(unknown.code == 2 && unknown.errors.contains("did you mean “only-differences”?"))
  }

  @Test func `a new lesson is found, run and never overwritten`() throws {
    try Self.withFolder { folder, environment in
      let new = try Program.run("lessons", "new", "my-lesson", environment: environment)
      #expect(new.code == 0 && new.output.contains("/data/logitscope/lessons/my_lesson.toml"))
      let again = try Program.run("lessons", "new", "my-lesson", environment: environment)
      #expect(again.code == 2 && again.errors.contains("there already"))
      #expect(try Program.run("lessons", environment: environment).output.contains("my-lesson"))
      let run = try Program.run("lessons", "run", "my-lesson", environment: environment)
      #expect(run.code == 0 && run.output.contains("2. We double both logits."))
      #expect(try Program.run("lessons", "new", "a b", environment: environment).code == 2)
      try "title = 3".write(
        toFile: folder + "/data/logitscope/lessons/bad.toml", atomically: true, encoding: .utf8)
      let list = try Program.run("lessons", environment: environment)
      #expect(list.code == 0 && list.errors.contains("bad.toml"))
    }
  }

  @Test func `a worksheet asks on its first page and answers on its second`() throws {
    let text = try Program.run("lessons", "print", "only-differences").output
    let pages = text.components(separatedBy: "<div style=\"page-break-before: always\"></div>")
    #expect(pages.count == 2)
    #expect(pages[0].contains("- [ ] a ") && !pages[0].contains("as before"))
    #expect(pages[1].hasPrefix("\n\n# Answers\n"))
  }
}
