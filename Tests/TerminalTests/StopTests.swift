import Foundation
import Testing

/// What takes long is shown and can be stopped.
@Suite(.serialized) struct StopTests {
  private func terminal() async throws -> Tmux {
    let terminal = try Tmux()
    try await terminal.wait(for: "ready>")
    return terminal
  }

  /// So many lines that a reader takes seconds.
  private func write(_ name: String, in terminal: Tmux) throws -> String {
    let path = terminal.folder.appending(path: name).path
    let lines = (0..<400_000).map { "name \($0),\($0 % 977)\n" }.joined()
    try ("label,logit\n" + lines).write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  @Test(arguments: ["Escape", "C-c"])
  func `a pipe that never ends is given up`(key: String) async throws {
    let terminal = try await terminal()
    // Slowly, so that it does not come to the limit of bytes before anyone looks.
    let pipe = "while echo 1; do sleep 0.01; done"
    try terminal.shell("clear; \(pipe) | '\(Tmux.program)' -; echo \"code $?\"")
    try await terminal.wait(for: "Esc stops")
    #expect(try terminal.screen.contains("opening standard input"))
    try terminal.press(key)
    try await terminal.wait(for: "code 2")
    #expect(try terminal.screen.contains("logitscope: Stopped opening standard input."))
    #expect(try terminal.modes.hasPrefix("0 1 0 0 0"))
  }

  @Test func `a file that is given up leaves the document as it was`() async throws {
    let terminal = try await terminal()
    let path = try write("many.csv", in: terminal)
    try terminal.shell("clear; '\(Tmux.program)'")
    try await terminal.wait(for: "q quit")
    try terminal.press("Right")
    try await terminal.wait(for: "0.681103")
    try terminal.type(":open \(path)")
    try terminal.press("Enter")
    try await terminal.wait(for: "discard them and open it")
    try terminal.press("d")
    try await terminal.wait(for: "opening many.csv")
    // The screen follows the window meanwhile.
    try terminal.run("resize-window", "-x", "100", "-y", "30")
    try await terminal.wait(for: "a line at the new end") { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count > 29 && lines[29].contains("Esc stops")
    }
    try terminal.press("Escape")
    try await terminal.wait(for: "Stopped opening many.csv: nothing has changed.")
    #expect(try terminal.screen.contains("0.681103"))
    try terminal.press("u")
    try await terminal.wait(for: "0.659001")
  }

  @Test func `numbers that are given up are computed no further`() async throws {
    let terminal = try await terminal()
    let path = terminal.folder.appending(path: "long.csv").path
    try (0..<200_000).map { "\(Double($0 % 977) / 8 - 60.25)" }.joined(separator: ",")
      .write(toFile: path, atomically: false, encoding: .utf8)
    let pid = terminal.folder.appending(path: "pid").path
    try terminal.shell("clear; sh -c 'echo $$ > \(pid); exec \"\(Tmux.program)\" \(path)'")
    try await terminal.wait(for: "q quit")
    try terminal.press("v")
    // Of a step that says how far it is.
    try await terminal.wait(for: " %  Esc stops")
    try terminal.press("Escape")
    try await terminal.wait(for: "Stopped working: nothing has changed.")
    #expect(try terminal.screen.contains("exact "))
    // The thread ends by itself: only the one that reads the keyboard is left.
    let process = try String(contentsOfFile: pid, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    for _ in 0..<500 where try threads(of: process) > 1 {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(try threads(of: process) == 1)
    try terminal.press("b")
    try await terminal.wait(for: "Pinned")
  }

  private func threads(of process: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task").count
  }

  @Test(arguments: ["Escape", "writer"])
  func `a pipe is opened, or given up, as a file is`(end: String) async throws {
    let terminal = try await terminal()
    let path = terminal.folder.appending(path: "pipe").path
    #expect(mkfifo(path, 0o600) == 0)
    try terminal.shell("clear; '\(Tmux.program)'")
    try await terminal.wait(for: "q quit")
    try terminal.type(":open \(path)")
    try terminal.press("Enter")
    try await terminal.wait(for: "opening pipe  Esc stops")
    if end == "Escape" {
      try terminal.press("Escape")
      try await terminal.wait(for: "Stopped opening pipe: nothing has changed.")
      #expect(try terminal.screen.contains("0.659001"))
    } else {
      // A writer that takes its time, and does not fill a block.
      let writer = try FileHandle(forWritingTo: URL(filePath: path))
      try writer.write(contentsOf: Data("4.5,1.5\n".utf8))
      try await Task.sleep(for: .milliseconds(700))
      #expect(try terminal.screen.contains("opening pipe  Esc stops"))
      try writer.write(contentsOf: Data("2.5,3.5\n".utf8))
      try writer.close()
      try await terminal.wait(for: "row 1 of 2")
      try terminal.type(":open /dev/tty")
      try terminal.press("Enter")
      try await terminal.wait(for: "it is a terminal, whose keys are the explorer’s")
    }
    try terminal.press("q")
    try await terminal.wait(for: "ready>")
  }

  @Test func `a command shows how far it is, and then only its answer`() async throws {
    let terminal = try await terminal()
    let path = try write("many.csv", in: terminal)
    let answer = terminal.folder.appending(path: "answer").path
    try terminal.shell("clear; '\(Tmux.program)' eval --json \(path) > \(answer); echo code $?")
    try await terminal.wait(for: " %")
    try await terminal.wait(for: "code 0")
    #expect(!(try terminal.screen.contains("%")))
    #expect(try String(contentsOfFile: answer, encoding: .utf8).hasPrefix("{\"name\": \"many\""))
    // To a terminal that is not the one at standard error it says nothing.
    try terminal.shell("clear; '\(Tmux.program)' frame \(path) 2> \(answer); echo frame $?")
    try await terminal.wait(for: "frame 0")
    #expect(try String(contentsOfFile: answer, encoding: .utf8).isEmpty)
  }

  @Test func `Ctrl-C ends a command at once, and leaves no line`() async throws {
    let terminal = try await terminal()
    let path = try write("many.csv", in: terminal)
    try terminal.shell("clear; '\(Tmux.program)' eval --json \(path) > /dev/null; echo code $?")
    try await terminal.wait(for: " %")
    try terminal.press("C-c")
    try await terminal.wait(for: "ready>")
    try terminal.shell("echo code $?")
    try await terminal.wait(for: "code 130")
    #expect(!(try terminal.screen.contains(" %")))
  }

  @Test func `what is typed meanwhile is answered afterwards`() async throws {
    let terminal = try await terminal()
    let path = try write("many.csv", in: terminal)
    try terminal.shell("clear; '\(Tmux.program)' '\(path)'")
    try await terminal.wait(for: "Esc stops")
    try terminal.type("jj")
    try await terminal.wait(for: "▸ c name 2")
  }

  @Test func `a file that is replaced or cut short is followed anew`() async throws {
    let terminal = try await terminal()
    let path = terminal.folder.appending(path: "train.jsonl").path
    func line(_ step: Int) -> String { "{\"step\": \(step), \"logits\": [2, 1], \"target\": 0}\n" }
    try line(1).write(toFile: path, atomically: false, encoding: .utf8)
    try terminal.shell("clear; '\(Tmux.program)' --follow '\(path)'")
    try await terminal.wait(for: "step 1 ")
    try line(20).write(toFile: path, atomically: true, encoding: .utf8)
    try await terminal.wait(for: "train.jsonl was replaced; following the new file.")
    try await terminal.wait(for: "step 20 ")
    try line(3).write(toFile: path, atomically: false, encoding: .utf8)
    try await terminal.wait(for: "train.jsonl was cut short; reading it from its start.")
    try await terminal.wait(for: "right of 3")
    try FileManager.default.removeItem(atPath: path)
    try await terminal.wait(for: "train.jsonl is gone; waiting for a new file of that name.")
    try line(4).write(toFile: path, atomically: false, encoding: .utf8)
    try await terminal.wait(for: "step 4 ")
    #expect(try terminal.screen.contains("right of 4"))
  }
}
