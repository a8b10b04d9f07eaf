import Foundation

/// A real terminal for the built program: a tmux server of its own, with a shell inside.
final class Tmux {
  private let socket = "logitscope-\(UUID().uuidString)"
  let folder: URL

  /// Starts a shell in a window of the given size, in an empty folder of its own.
  init(width: Int = 80, height: Int = 24) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: socket)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-c",
      folder.path, "env", "-u", "NO_COLOR", "LC_ALL=C.UTF-8", "PS1=READY\\$ ", "bash", "--norc",
      "--noprofile")
    try wait(for: "READY$")
  }

  deinit {
    _ = try? run("kill-server")
    try? FileManager.default.removeItem(at: folder)
  }

  /// The program that was built together with these tests.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "logitscope").path

  /// Types text as it is.
  func type(_ text: String) throws { try run("send-keys", "-l", text) }

  /// Presses keys by tmux's names: "Enter", "C-z", "Up".
  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  /// Starts the program in the shell and waits for its first frame.
  func start(_ arguments: String = "") throws {
    try type("\(Tmux.program) \(arguments)")
    try press("Enter")
    try wait(for: "logitscope", "help")
  }

  func paste(_ text: String) throws {
    try run("set-buffer", text)
    try run("paste-buffer", "-p")
  }

  func resize(width: Int, height: Int) throws {
    try run("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  /// What a person would see now.
  func screen() throws -> String { try run("capture-pane", "-p") }

  /// Sends a signal to the program running in this window.
  func send(signal: Int32) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
      guard let process = Int32(name) else { continue }
      let program = URL(filePath: "/proc/\(name)/exe").resolvingSymlinksInPath().path
      let place = URL(filePath: "/proc/\(name)/cwd").resolvingSymlinksInPath().path
      guard program == Tmux.program, place == folder.resolvingSymlinksInPath().path
      else { continue }
      kill(process, signal)
    }
  }

  /// Waits until every text is on the screen, and none of `absent` is.
  func wait(for texts: String..., absent: [String] = []) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      let now = try screen()
      if texts.allSatisfy(now.contains) && !absent.contains(where: now.contains) { return }
      usleep(20_000)
    }
    throw Missing(texts: texts, screen: try screen())
  }

  struct Missing: Error, CustomStringConvertible {
    let texts: [String]
    let screen: String
    var description: String { "waited for \(texts) in vain; the screen was\n\(screen)" }
  }

  @discardableResult private func run(_ arguments: String...) throws -> String {
    try run(arguments)
  }

  @discardableResult private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tmux", "-L", socket] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
