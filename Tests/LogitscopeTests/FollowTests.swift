import Foundation
import Testing

/// `--follow` without a terminal, and tables with targets.
@Suite struct FollowTests {
  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `a file's lines are rows, and one that is none is said with its place`() throws {
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "log.jsonl")
    try """
    {"step": 1, "logits": [2.0, 1.0], "target": 0}
    nonsense
    {"a": 1.5, "b": 2.5}

    [3, 4]
    """.write(to: file, atomically: true, encoding: .utf8)
    let result = try Program.run(["--follow", file.path, "--keys", "K"])
    #expect(result.code == 0)
    #expect(result.output.contains("row 2 · paused · 2 classes"))
    #expect(result.output.contains("1 line not read"))
    let last = try Program.run(["--follow", file.path])
    #expect(last.output.contains("line 2: column 1"))
  }

  @Test func `a folder, a missing file and options of one document are refused`() throws {
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (arguments, words) in [
      (["--follow", folder.path], "is a folder"),
      (["--follow", "/nowhere"], "cannot be opened: no such file"),
      (["--follow", "-", "--target", "0"], "--follow takes its logits and targets"),
      (["--follow", "-", "--keep", "0"], "--keep is 0"),
    ] {
      let result = try Program.run(arguments)
      #expect(result.code == 2 && result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test func `a table is explored row by row`() throws {
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "m.csv")
    try "a,b,label\n2,1,a\n0,3,a\n1,4,b\n".write(to: file, atomically: true, encoding: .utf8)
    let worst = try Program.run(["frame", file.path, "--keys", "W"])
    #expect(worst.output.contains("m · row 2 of 3"), "\(worst.output)")
    #expect(worst.output.contains("66.6 % right of 3"))
    let targets = folder.appending(path: "y.txt")
    try "1\n1\n".write(to: targets, atomically: true, encoding: .utf8)
    let short = try Program.run(["frame", file.path, "--targets", targets.path])
    #expect(short.code == 2 && short.errors.contains("2"))
  }
}
