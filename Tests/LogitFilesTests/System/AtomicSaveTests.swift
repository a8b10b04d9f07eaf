import Foundation
import LogitFiles
import Testing

@Suite struct AtomicSaveTests {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "logitscope-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func content(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  @Test func `a new file is written and nothing else is left`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try save("one", to: path("a"), overwrite: false)
    #expect(try content("a") == "one")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test func `a file that is there stays unless told otherwise`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try save("one", to: path("a"), overwrite: false)
    #expect(throws: FileProblem.exists) { try save("two", to: path("a"), overwrite: false) }
    #expect(try content("a") == "one")
    try save("two", to: path("a"), overwrite: true)
    #expect(try content("a") == "two")
  }

  @Test func `permissions and links stay`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let manager = FileManager.default
    try save("one", to: path("a"), overwrite: false)
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("a"))
    try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: "a")
    try save("two", to: path("link"), overwrite: true)
    #expect(try content("a") == "two")
    #expect(try manager.destinationOfSymbolicLink(atPath: path("link")) == "a")
    let attributes = try manager.attributesOfItem(atPath: path("a"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `a place that cannot be written is named`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: FileProblem.isDirectory) { try save("", to: folder.path, overwrite: true) }
    #expect(throws: FileProblem.noFolder) { try save("", to: path("no/a"), overwrite: true) }
    #expect(throws: FileProblem.missing) { try save("", to: "", overwrite: true) }
  }

  @Test func `other names of a file and its owner stay`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let manager = FileManager.default
    try save("one, and longer", to: path("a"), overwrite: false)
    try manager.linkItem(atPath: path("a"), toPath: path("b"))
    try save("two", to: path("a"), overwrite: true)
    #expect(try content("b") == "two")
    try save("own", to: path("c"), overwrite: false)
    // Only root may give a file away.
    if geteuid() == 0 {
      #expect(chown(path("c"), 1234, 4321) == 0)
      try save("owned", to: path("c"), overwrite: true)
      let attributes = try manager.attributesOfItem(atPath: path("c"))
      #expect(attributes[.ownerAccountID] as? Int == 1234)
      #expect(attributes[.groupOwnerAccountID] as? Int == 4321)
    }
    #expect(try manager.contentsOfDirectory(atPath: folder.path).sorted() == ["a", "b", "c"])
  }

  @Test func `a link to nothing is filled, and a circle is named`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: "new")
    try save("one", to: path("link"), overwrite: false)
    #expect(try content("new") == "one")
    try manager.createSymbolicLink(atPath: path("x"), withDestinationPath: "y")
    try manager.createSymbolicLink(atPath: path("y"), withDestinationPath: "x")
    #expect(throws: FileProblem.system("the links lead in a circle")) {
      try save("", to: path("x"), overwrite: true)
    }
  }
}
