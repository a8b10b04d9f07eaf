import Foundation
import Testing

@Suite struct ImportTests {
  /// What each folder of sources may import: the walls of the house.
  static let mayImport: [String: Set<String>] = [
    "Sources/LogitLanes": ["CProcessor"],
    "Sources/LogitLanesBaseline": ["LogitLanes"],
    "Sources/LogitLanesAVX2": ["CProcessor", "LogitLanes"],
    "Sources/LogitLanesAVX512": ["CProcessor", "LogitLanes"],
    "Sources/LogitKernel": [
      "BigInt", "CProcessor", "LogitLanes", "LogitLanesAVX2", "LogitLanesAVX512",
      "LogitLanesBaseline", "RealModule", "Synchronization",
    ],
    "Sources/LogitExplorer": ["LogitKernel", "RealModule", "Synchronization"],
    "Sources/LogitFiles": [
      "Foundation", "FoundationEssentials", "Glibc", "LogitExplorer", "LogitKernel",
      "TOMLKit",
    ],
    "Sources/TerminalCells": [],
    "Sources/LogitViews": ["LogitExplorer", "LogitKernel", "TerminalCells"],
    "Sources/CursesTerminal": ["CNCurses", "Glibc", "Synchronization", "TerminalCells"],
    "Resources": [],
    "Sources/logitscope": [
      "ArgumentParser", "CursesTerminal", "Foundation", "Glibc", "LogitExplorer",
      "LogitFiles", "LogitKernel", "LogitViews", "LogitscopeResources", "Synchronization",
      "TerminalCells",
    ],
  ]

  @Test(arguments: mayImport.keys.sorted())
  func `a module imports only what the house allows`(folder: String) throws {
    let files = Repository.swiftFiles(below: folder)
    #expect(!files.isEmpty)
    for file in files {
      let others = try Repository.imports(of: file).subtracting(Self.mayImport[folder] ?? [])
      #expect(others.isEmpty, "\(file.lastPathComponent) imports \(others.sorted())")
    }
  }

  @Test func `every folder of sources stands in the table`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "Sources").path)
    let listed = Set(Self.mayImport.keys.map { $0.replacing("Sources/", with: "") })
    #expect(Set(folders).subtracting(["CNCurses", "CProcessor"]).isSubset(of: listed))
  }
}
