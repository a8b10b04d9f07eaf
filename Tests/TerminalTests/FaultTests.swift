import Foundation
import Testing

/// What a terminal, a disk or another process does to the program while it is at work.
@Suite(.serialized) struct FaultTests {
  /// Enough for a busy machine; without obedience it would be for ever.
  private let soon = Duration.seconds(5)

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal ends it while nobody reads its terminal`(signal: Int32) async throws {
    let terminal = try ProgramTerminal()
    try await terminal.read(until: "quit")
    let process = try terminal.process
    try await terminal.stall()
    #expect(kill(process, signal) == 0)
    try await terminal.wait(for: "end", within: soon) { kill(process, 0) != 0 }
    #expect(terminal.currentSettings == terminal.settings)
    // The screen and the modes of before.
    let rest = try await terminal.read(until: "\u{1B}[?1049l")
    #expect(rest.contains("\u{1B}[?2004l"))
  }

  @Test func `it stops while nobody reads its terminal, and goes on`() async throws {
    let terminal = try ProgramTerminal()
    try await terminal.read(until: "quit")
    let process = try terminal.process
    try await terminal.stall()
    #expect(kill(process, SIGTSTP) == 0)
    try await terminal.wait(for: "stop", within: soon) { state(of: process) == "T" }
    #expect(terminal.currentSettings == terminal.settings)
    try await terminal.read(until: "\u{1B}[?1049l")
    terminal.type("\n")
    try await terminal.read(until: "quit")
    #expect(terminal.currentSettings != terminal.settings)
  }

  @Test func `a kill in the middle of a save leaves the old file or the new, and nothing else`()
    async throws
  {
    let logits = (0..<30_000).map { "\(Double($0) / 7)" }.joined(separator: ", ")
    let text = "name = \"many\"\nlogits = [\(logits)]\n"
    for round in 0..<3 {
      let terminal = try ProgramTerminal(("many.toml", text))
      guard hasNamelessFiles(terminal.folder.path) else { return }
      try await terminal.read(until: "quit")
      let process = try terminal.process
      terminal.type("lw")
      // On a busy machine the save may be over before anyone looks; then the kill comes after it.
      _ = try? await terminal.wait(for: "save under way", within: .seconds(2)) {
        isWriting(process, in: terminal.folder)
      }
      usleep(UInt32(round) * 2000)
      #expect(kill(process, SIGKILL) == 0)
      try await terminal.wait(for: "end") { kill(process, 0) != 0 }
      let names = try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path)
      #expect(names == ["many.toml"])
      let path = terminal.folder.appending(path: "many.toml").path
      // What is not whole is refused.
      let reader = Process()
      reader.executableURL = URL(filePath: Tmux.program)
      reader.arguments = ["eval", path]
      reader.standardOutput = FileHandle.nullDevice
      try reader.run()
      reader.waitUntilExit()
      #expect(reader.terminationStatus == 0)
    }
  }

  /// The letter that Linux has for what a process does.
  private func state(of process: pid_t) -> String? {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text?.split(separator: ")").last?.split(separator: " ").first.map(String.init)
  }

  /// Whether it has a file open that has no name yet.
  private func isWriting(_ process: pid_t, in folder: URL) -> Bool {
    let place = "/proc/\(process)/fd/"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return files.contains { name in
      let path = try? FileManager.default.destinationOfSymbolicLink(atPath: place + name)
      return path.map { $0.contains(folder.lastPathComponent) && $0.hasSuffix("(deleted)") }
        ?? false
    }
  }

  /// Whether the file system has files without a name; the others are left with a hidden one.
  private func hasNamelessFiles(_ folder: String) -> Bool {
    let file = open(folder, O_WRONLY | 0o20_200_000, 0o600)
    if file >= 0 { close(file) }
    return file >= 0
  }
}
