import Foundation
import Testing

/// The built program on a real terminal, driven by keys and read off its screen.
@Suite(.serialized) struct SessionTests {
  /// A terminal in which the program shows its first frame.
  private func explorer(_ arguments: String = "") async throws -> Tmux {
    let terminal = try Tmux()
    try await terminal.wait(for: "ready>")
    try terminal.shell("stty -a > '\(terminal.folder.path)/before'; clear")
    try terminal.shell(start(arguments, in: terminal))
    try await terminal.wait(for: "q quit")
    return terminal
  }

  /// Notes the process first, so that it can be sent signals.
  private func start(_ arguments: String, in terminal: Tmux) -> String {
    "sh -c 'echo $$ > \"\(terminal.folder.path)/pid\"; exec \"\(Tmux.program)\" \(arguments)'"
  }

  /// Expects the shell's screen, modes and line discipline to be what they were.
  private func expectRestored(_ terminal: Tmux) async throws {
    try await terminal.wait(for: "ready>")
    #expect(try terminal.modes.hasPrefix("0 1 0 0 0"))
    try terminal.shell("stty -a > '\(terminal.folder.path)/after'; echo compared")
    try await terminal.wait(for: "\ncompared")
    let settings = try ["before", "after"].map {
      try String(contentsOf: terminal.folder.appending(path: $0), encoding: .utf8)
    }
    #expect(settings[0] == settings[1])
  }

  @Test func `a typed value moves the probabilities at once and can be undone`() async throws {
    let terminal = try await explorer()
    try await terminal.wait(for: "0.659001")
    #expect(try terminal.modes.hasPrefix("1 0"))
    try terminal.type("5")
    try await terminal.wait(for: "0.974885")
    try terminal.press("Escape")
    try await terminal.wait(for: "0.659001")
    try terminal.type("5")
    try terminal.press("Enter")
    try await terminal.wait(for: "0.974885")
    try terminal.press("u")
    try await terminal.wait(for: "0.659001")
    try terminal.press("q")
    try await expectRestored(terminal)
  }

  @Test func `every size is filled anew`() async throws {
    let terminal = try await explorer()
    for (width, height) in [(120, 35), (40, 12), (200, 60), (5, 2), (80, 24)] {
      try terminal.run("resize-window", "-x", "\(width)", "-y", "\(height)")
      if width >= 40 {
        // On the widest line of its own, up to the edge.
        try await terminal.wait(for: "a footer at \(width)x\(height)") { screen in
          let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
          return lines.count > height - 1 && lines[height - 1].contains("q quit")
            && screen.contains("0.659001")
        }
      } else {
        try await terminal.wait(for: "seto")
      }
    }
  }

  @Test func `a paste asks before it replaces`() async throws {
    let terminal = try await explorer()
    try terminal.run("set-buffer", "[4.0, 4.0]")
    try terminal.run("paste-buffer", "-p")
    try await terminal.wait(for: "replace")
    try await terminal.wait(for: "0.659001")
    try terminal.press("r")
    try await terminal.wait(for: "0.500000")
    try terminal.press("u")
    try await terminal.wait(for: "0.659001")
  }

  @Test func `what was saved opens again`() async throws {
    let terminal = try await explorer()
    let path = terminal.folder.appending(path: "kept.toml").path
    try terminal.type("5")
    try terminal.press("Enter")
    try await terminal.wait(for: "0.974885")
    try terminal.press("w")
    try await terminal.wait(for: "save as")
    try terminal.press("C-u")
    try terminal.type(path)
    try terminal.press("Enter")
    try await terminal.wait(for: "Saved")
    try terminal.press("q")
    try await expectRestored(terminal)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("logits = [5"))
    try terminal.shell("clear; '\(Tmux.program)' '\(path)'")
    try await terminal.wait(for: "0.974885")
  }

  @Test func `unsaved changes are asked about`() async throws {
    let terminal = try await explorer()
    try terminal.press("Right", "q")
    try await terminal.wait(for: "not saved")
    try terminal.press("Escape")
    try await terminal.wait(for: "q quit")
    try terminal.press("q")
    try await terminal.wait(for: "not saved")
    try terminal.press("d")
    try await expectRestored(terminal)
  }

  @Test func `the shell can have the terminal for a while`() async throws {
    let terminal = try await explorer()
    try terminal.press("Right")
    try await terminal.wait(for: "0.681103")
    try terminal.press("C-z")
    try await terminal.wait(for: "Stopped")
    try await expectRestored(terminal)
    try terminal.shell("clear; fg")
    try await terminal.wait(for: "0.681103")
    #expect(try terminal.modes.hasPrefix("1 0"))
    try terminal.press("Right")
    try await terminal.wait(for: "0.702420")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
  func `a signal ends it and leaves nothing behind`(signal: Int32) async throws {
    let terminal = try await explorer()
    let text = try String(
      contentsOf: terminal.folder.appending(path: "pid"), encoding: .utf8)
    let process = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(process, signal) == 0)
    try await expectRestored(terminal)
    #expect(kill(process, 0) != 0)
  }
}
