import Foundation
import Testing

/// A terminal of its own for one test: a shell in a tmux server that nobody else talks to.
final class Tmux: Sendable {
  /// The built program, beside the executable the tests are in.
  static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "logitscope").path

  private let socket: String
  /// For what a test writes; it goes with the terminal.
  let folder: URL

  init(width: Int = 80, height: Int = 24) throws {
    socket = "logitscope-\(UUID().uuidString)"
    folder = FileManager.default.temporaryDirectory.appending(path: socket)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "exec env LC_ALL=C.UTF-8 PS1='ready> ' SWIFT_BACKTRACE=enable=no bash --norc --noprofile -i")
    // The window keeps the size it is given, whoever looks at it.
    try run("set-option", "-g", "window-size", "manual")
  }

  deinit {
    _ = try? run("kill-server")
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs a tmux command and returns what it prints.
  ///
  /// Through a file: a server started by the command would keep a pipe open for as long as it lives.
  @discardableResult
  func run(_ arguments: String...) throws -> String {
    let output = folder.appending(path: "output-\(UUID().uuidString)")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let status = try spawn(["tmux", "-u", "-L", socket] + arguments, output: output.path)
    let text = try String(contentsOf: output, encoding: .utf8)
    guard status == 0 else {
      throw Failure("tmux \(arguments[0]) failed (apt-get install tmux if there is none): \(text)")
    }
    return text
  }

  /// Runs a command to its end and returns how it ended.
  ///
  /// Not with `Process`: that waits until every descendant is gone, and the server stays.
  private func spawn(_ arguments: [String], output: String) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_TRUNC, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // The threads that run tests block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var (child, status): (pid_t, Int32) = (0, 0)
    let problem = posix_spawnp(&child, arguments[0], &actions, &attributes, &words, environ)
    guard problem == 0 else {
      throw Failure("\(arguments[0]) cannot be run; apt-get install tmux if there is none")
    }
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  /// Presses keys by tmux's names for them: "Enter", "C-z", "x".
  func press(_ keys: String...) throws {
    for key in keys { try run("send-keys", key) }
  }

  /// Types a text as it is.
  func type(_ text: String) throws { try run("send-keys", "-l", text) }

  /// Types a line for the shell.
  func shell(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  var screen: String { get throws { try run("capture-pane", "-p") } }

  /// Waits until the screen is as wanted; a busy machine may take its time.
  func wait(for wanted: String, _ holds: (String) -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(30)
    while true {
      let now = try screen
      if holds(now) { return }
      guard ContinuousClock.now < end else { throw Failure("no \(wanted) on the screen:\n\(now)") }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  func wait(for text: String) async throws { try await wait(for: text) { $0.contains(text) } }

  /// What the terminal is set to: alternate screen, visible cursor, mouse, keypad.
  var modes: String {
    get throws {
      try run(
        "display-message", "-p",
        "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{mouse_sgr_flag} #{keypad_flag}")
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}
