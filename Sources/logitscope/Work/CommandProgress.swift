internal import Glibc
internal import LogitKernel
internal import Synchronization

/// How far a command is, for a person who waits for it: one line on the terminal at standard error.
///
/// It comes after half a second, and goes before anything is written. Without a terminal there is none.
enum CommandProgress {
  /// Runs a command and shows meanwhile how far it is.
  static func shown(_ command: () throws -> Void) rethrows {
    guard isatty(STDERR_FILENO) == 1 else { return try command() }
    let work = Work()
    let line = line
    BackgroundThread {
      usleep(UInt32(Waiting.patience / .microseconds(1)))
      while line.show(work.progress) { usleep(200_000) }
    }.start()
    defer { line.end() }
    try Work.$current.withValue(work) { try command() }
  }

  /// Takes the line away, for what else is to be written.
  static func hide() { line.hide() }

  private static let line = ProgressLine()
}

/// The line, of blanks and a carriage return too where the terminal knows nothing else.
private final class ProgressLine: Sendable {
  /// How many columns it takes: 0 while there is none, `nil` once there will be none.
  private let width = Mutex<Int?>(0)

  /// Returns whether to go on.
  func show(_ progress: Work.Progress) -> Bool {
    width.withLock { width in
      guard let old = width else { return false }
      // A step without a name has not gone far; and another program may have the terminal.
      guard !progress.step.isEmpty, tcgetpgrp(STDERR_FILENO) == getpgrp() else { return true }
      let text = progress.step + (progress.percent.map { "  \($0) %" } ?? "")
      let shown = text.prefix(columns - 1)
      Interruption.clearsLine(of: max(old, shown.count))
      put("\r\(shown)" + String(repeating: " ", count: max(0, old - shown.count)))
      width = max(old, shown.count)
      return true
    }
  }

  func hide() { replace(by: 0) }

  func end() { replace(by: nil) }

  private func replace(by new: Int?) {
    width.withLock { width in
      guard let old = width else { return }
      if old > 0 { put("\r" + String(repeating: " ", count: old) + "\r") }
      width = new
    }
  }

  private var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
    return Int(size.ws_col)
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// What Ctrl-C and other signals that end the program leave on the terminal: nothing.
private enum Interruption {
  /// Blanks between carriage returns, made before they are needed: a signal's handler must not.
  nonisolated(unsafe) private static let blanks = UnsafeMutableBufferPointer<UInt8>.allocate(
    capacity: 4096)
  private static let count = Atomic(0)

  static func clearsLine(of width: Int) {
    let isFirst = count.load(ordering: .relaxed) == 0
    let width = min(width, blanks.count - 2)
    blanks.update(repeating: 0x20)
    (blanks[0], blanks[width + 1]) = (0x0D, 0x0D)
    count.store(width + 2, ordering: .releasing)
    guard isFirst else { return }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { handle(number) }
  }

  /// Clears the line before a signal does what it would have done.
  private static func handle(_ number: Int32) {
    var old = sigaction()
    guard sigaction(number, nil, &old) == 0, old.__sigaction_handler.sa_handler == nil else {
      return
    }
    var action = sigaction()
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_NODEFER)
    action.__sigaction_handler.sa_handler = { number in
      _ = write(
        STDERR_FILENO, Interruption.blanks.baseAddress,
        Interruption.count.load(ordering: .acquiring))
      raise(number)
    }
    sigaction(number, &action, nil)
  }
}
