import LogitKernel
import Foundation
import LogitExplorer
import LogitFiles
import Testing

@Suite struct FileBytesTests {
  @Test func `what cannot be read is told apart`() {
    #expect(throws: FileProblem.missing) { try readFile("/no/such/file") }
    #expect(throws: FileProblem.missing) { try readFile("a\0b") }
    #expect(throws: FileProblem.isDirectory) { try readFile("/") }
    #expect(throws: FileProblem.tooLarge(bytes: nil, limit: 1000)) {
      try readFile("/dev/zero", limit: 1000)
    }
  }

  @Test func `a file above the limit is refused by its size alone`() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: 2 << 30)
    try handle.close()
    let problem = FileProblem.tooLarge(bytes: 2 << 30, limit: 64 << 20)
    #expect(throws: problem) { try readFile(url.path, limit: 64 << 20) }
    #expect(problem.sentence(for: "f") == "f: it has 2048 MiB, and at most 64 MiB are read.")
    #expect(FileProblem.byteLimit <= 1 << 30)
    #expect(throws: FileProblem.self) { try readFile(url.path) }
  }

  @Test func `a file is read whole`() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    let bytes = (0..<200_000).map { UInt8($0 % 251) }
    try Data(bytes).write(to: url)
    #expect(try readFile(url.path) == bytes)
  }

  @Test func `a pipe is not waited for where nothing may wait`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let problem = FileProblem.system(
      "it is a pipe or a device, and an ordinary file was expected")
    #expect(throws: problem) { try readFile(path, canWait: false) }
    #expect(throws: problem) { try readFile("/dev/zero", canWait: false) }
  }

  @Test func `a long text is checked to its end`() throws {
    // Characters of three bytes, of which some lie across the pieces in which the text is checked.
    let label = String(repeating: "日", count: 70_000)
    for start in ["", "a", "aa"] {
      let text = "\(start)\(label): 1\nb: 2"
      #expect(try Document(bytes: Array(text.utf8), name: "n").labels == [start + label, "b"])
    }
    #expect(throws: FileProblem.notUTF8(line: 2)) {
      try Document(bytes: Array("\(label): 1\nb".utf8) + [0xFF], name: "n")
    }
  }

  @Test func `text is told from its mark, and UTF-16 is read`() throws {
    func logits(_ bytes: [UInt8]) throws -> [Double] {
      try Document(bytes: bytes, name: "n").logits.array
    }
    let text = "2.0\n1.0"
    #expect(try logits([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == [2, 1])
    let units = Array(text.utf16)
    #expect(
      try logits([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == [2, 1])
    #expect(
      try logits([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == [2, 1])
    #expect(throws: FileProblem.self) { try logits([0xFF, 0xFE, 0x32]) }
  }
}
