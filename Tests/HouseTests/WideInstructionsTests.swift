import Foundation
import Testing

/// Machine code for wide instruction sets stays among itself.
///
/// A function that several objects define under one name is kept once by the linker, from whichever
/// object comes first. If one of them was compiled for AVX-512, the whole program would run it, on
/// processors without AVX-512 too, and crash there.
@Suite struct WideInstructionsTests {
  /// Where the build puts a module's objects: beside the executable the tests are in.
  private static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  private static func objects(of module: String) -> [URL] {
    let folder = products.appending(path: "\(module).build")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "o" }
  }

  private static let nm = ["/usr/bin/nm", "/usr/bin/llvm-nm", "/opt/swift/usr/bin/llvm-nm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static let modules = ["LogitLanesAVX2", "LogitLanesAVX512"]

  /// Why there is nothing to look at, if so.
  private static let obstacle: String? = {
    #if !arch(x86_64)
    return "there are no wide instruction sets on this architecture"
    #else
    if nm == nil { return "there is no nm" }
    return modules.first { objects(of: $0).isEmpty }.map {
      "no object of \($0) in \(products.path)"
    }
    #endif
  }()

  /// The functions an object defines for others, weak ones too.
  private func functions(in object: URL) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.nm))
    process.arguments = ["--defined-only", object.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 2)
      return parts.count == 3 && ["T", "W", "w", "i", "u"].contains(parts[1])
        ? String(parts[2]) : nil
    }
  }

  @Test(
    .enabled(if: obstacle == nil, Comment(rawValue: obstacle ?? "")),
    arguments: modules)
  func `every function compiled for a wide set carries its name`(module: String) throws {
    let name = module.replacing("LogitLanes", with: "")
    for object in Self.objects(of: module) {
      let functions = try functions(in: object)
      if object.lastPathComponent == "\(name).swift.o" { #expect(!functions.isEmpty) }
      let shared = functions.filter { !$0.contains(name) }
      #expect(shared.isEmpty, "the linker may take these for the whole program")
    }
  }
}
