import Foundation
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
    #expect(throws: problem) { try readFile(url.path) }
    #expect(problem.sentence(for: "f") == "f: it has 2048 MiB, and at most 64 MiB are read.")
  }

  @Test func `a file is read whole`() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    let bytes = (0..<200_000).map { UInt8($0 % 251) }
    try Data(bytes).write(to: url)
    #expect(try readFile(url.path) == bytes)
  }
}
