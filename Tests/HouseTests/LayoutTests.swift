import Foundation
import Testing

@Suite struct LayoutTests {
  @Test func `only the allowed names stand at the top level`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
    let allowed: Set = ["Package.swift", "Sources", "Tests", "Resources", "README.md"]
    let others = names.filter { !$0.hasPrefix(".") && !allowed.contains($0) }
    // SwiftPM writes this one; it is not committed.
    #expect(others.filter { $0 != "Package.resolved" } == [])
  }

  @Test func `what is compiled into the program stays small`() throws {
    var sizes: [Int] = []
    for folder in ["Gallery", "Presets"] {
      let files = try FileManager.default.contentsOfDirectory(
        at: Repository.root.appending(path: "Resources/\(folder)"),
        includingPropertiesForKeys: [.fileSizeKey])
      sizes += try files.map { try $0.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 }
    }
    #expect(!sizes.isEmpty)
    #expect(sizes.reduce(0, +) <= 40 * 1024)
  }

  @Test(arguments: [
    "LogitLanes", "LogitKernel", "LogitExplorer", "LogitFiles", "TerminalCells", "LogitViews",
  ])
  func `a library has no global mutable state, clock or randomness`(module: String) throws {
    let forbidden =
      /^(?:package |public |internal |private |fileprivate )?(?:nonisolated\(unsafe\) )?var |static var [^{]*=|\.random\(in: [^,]*\)|SystemRandomNumberGenerator|ContinuousClock|Date\(\)|Thread|DispatchQueue/
    for file in Repository.swiftFiles(below: "Sources/\(module)") {
      for line in try Repository.text(of: file).split(separator: "\n") {
        let isComment = line.drop { $0 == " " }.hasPrefix("//")
        #expect(
          isComment || line.firstMatch(of: forbidden) == nil, "\(file.lastPathComponent): \(line)")
      }
    }
  }
}
