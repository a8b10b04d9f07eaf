import Foundation
import Testing

/// The built program on a pseudo-terminal whose other end the test holds, and need not read.
///
/// A shell with job control runs it, as it would for a person; once the program has stopped, a line
/// typed brings it back.
final class ProgramTerminal {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "logitscope-\(UUID().uuidString)")
  private let master: Int32
  private let slave: Int32
  private var shell: pid_t = 0
  /// The line settings before the program had the terminal.
  let settings: [UInt8]

  /// Runs it in a folder of its own that holds this file, if one is named.
  init(_ file: (name: String, text: String)? = nil) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try file?.text.write(
      to: folder.appending(path: file?.name ?? ""), atomically: false, encoding: .utf8)
    // What posix_openpt, unlockpt and ptsname do, which Swift does not see.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number) = (0 as Int32, 0 as Int32)
    _ = ioctl(master, 0x4004_5431, &locked)  // TIOCSPTLCK
    _ = ioctl(master, 0x8004_5430, &number)  // TIOCGPTN
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var size = winsize(ws_row: 60, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    settings = ProgramTerminal.settings(of: slave)
    try start("/dev/pts/\(number)", file?.name ?? "")
  }

  deinit {
    if shell > 0 {
      kill(shell, SIGKILL)
      var status: Int32 = 0
      while waitpid(shell, &status, 0) < 0 && errno == EINTR {}
    }
    close(master)
    close(slave)
    try? FileManager.default.removeItem(at: folder)
    unlink(pidFile)
  }

  /// Beside the folder, which is for what the program writes.
  private var pidFile: String { folder.path + ".pid" }

  private func start(_ name: String, _ arguments: String) throws {
    let program = "(echo $BASHPID > '\(pidFile)'; exec '\(Tmux.program)' \(arguments))"
    let script = "cd '\(folder.path)'; \(program); read -r line; fg > /dev/null; true"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens is its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    for end in [1, 2] as [Int32] { posix_spawn_file_actions_adddup2(&actions, 0, end) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | 0x80)  // SETSID
    let environment = [
      "LC_ALL=C.UTF-8", "TERM=xterm-256color", "SWIFT_BACKTRACE=enable=no",
      "PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
    ]
    let command: [String] = ["bash", "--norc", "--noprofile", "-m", "-c", script]
    var words = command.map { strdup($0) } + [nil]
    var settings = environment.map { strdup($0) } + [nil]
    defer { for word in words + settings { free(word) } }
    guard posix_spawnp(&shell, "bash", &actions, &attributes, &words, &settings) == 0 else {
      throw Tmux.Failure("bash cannot be run")
    }
  }

  /// The program's own process.
  var process: pid_t {
    get throws {
      let text = try String(contentsOfFile: pidFile, encoding: .utf8)
      return try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
  }

  /// How many bytes were typed that nobody has read yet.
  private var unreadCount: Int32 {
    var count: Int32 = 0
    _ = ioctl(slave, UInt(FIONREAD), &count)
    return count
  }

  var currentSettings: [UInt8] { ProgramTerminal.settings(of: slave) }

  private static func settings(of terminal: Int32) -> [UInt8] {
    var settings = [UInt8](repeating: 0, count: 256)
    _ = ioctl(terminal, UInt(TCGETS), &settings)
    return settings
  }

  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Reads until a text has come; returns all that came.
  @discardableResult
  func read(until text: String) async throws -> String {
    var all: [UInt8] = []
    try await wait(for: "“\(text)” on the terminal") {
      var chunk = [UInt8](repeating: 0, count: 65536)
      while case let count = Glibc.read(master, &chunk, chunk.count), count > 0 {
        all += chunk[..<count]
      }
      return String(decoding: all, as: UTF8.self).contains(text)
    }
    return String(decoding: all, as: UTF8.self)
  }

  /// How long the program takes to answer keys; reads all that it answers.
  func answerTime(_ keys: String) -> Duration {
    let time = ContinuousClock().measure {
      type(keys)
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      poll(&ready, 1, 5000)
    }
    var chunk = [UInt8](repeating: 0, count: 65536)
    repeat {
      usleep(1000)
    } while Glibc.read(master, &chunk, chunk.count) > 0
    return time
  }

  /// Makes the program draw, and reads nothing, until it takes no more keys.
  func stall() async throws {
    try await wait(for: "a program that waits for its terminal") {
      type("\t")
      for _ in 0..<30 {
        usleep(10_000)
        if unreadCount == 0 { return false }
      }
      return true
    }
  }

  func wait(
    for wanted: String, within limit: Duration = .seconds(30), _ holds: () -> Bool
  )
    async throws
  {
    let end = ContinuousClock.now + limit
    while !holds() {
      guard ContinuousClock.now < end else { throw Tmux.Failure("there was no \(wanted)") }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
