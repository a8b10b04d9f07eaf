import Foundation

/// The built program, run as a script would run it.
struct Program {
  /// Beside the executable the tests are in.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "logitscope").path

  struct Outcome {
    var output: String
    var errors: String
    var code: Int32
  }

  /// Runs it to its end with these bytes on standard input.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  /// With its output in a file of the caller's, or else returned.
  static func run(
    _ arguments: [String], of program: String = path, input: String = "", output: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ["LANG": "C.UTF-8", "TERM": "dumb"].merging(environment) { $1 }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes: neither side can wait for the other.
    let names = ["in", "out", "err"].map { folder.appending(path: $0) }
    for name in names { try Data().write(to: name) }
    try Data(input.utf8).write(to: names[0])
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(
      forWritingTo: output.map { URL(filePath: $0) } ?? names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let texts = try names.dropFirst().map { try String(contentsOf: $0, encoding: .utf8) }
    return Outcome(output: texts[0], errors: texts[1], code: process.terminationStatus)
  }
}
