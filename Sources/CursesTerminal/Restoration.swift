import CNCurses
import Glibc
import Synchronization

/// Gives the terminal back as it was found, from anywhere: a quit, a signal, a crash.
///
/// A signal handler can reach nothing but process-wide memory, and may call little more than
/// `write` and `tcsetattr`. So what it needs is prepared here before the first mode is set: one
/// string of bytes and the line settings, in memory that is never freed. This file holds the only
/// global state of the library.
enum Restoration {
  nonisolated(unsafe) private static var output: Int32 = -1
  nonisolated(unsafe) private static var bytes: UnsafeMutablePointer<UInt8>?
  nonisolated(unsafe) private static var count = 0
  nonisolated(unsafe) private static let settings = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)
  private static let isArmed = Atomic(false)
  nonisolated(unsafe) private static var pipeEnd: Int32 = -1
  nonisolated(unsafe) private static var isAtExitSet = false
  nonisolated(unsafe) private static let previous = UnsafeMutablePointer<sigaction>.allocate(
    capacity: 65)

  static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]
  /// Signals that become bytes in the pipe, for the loop to read.
  static let notices = [SIGWINCH, SIGTSTP, SIGCONT] + endings
  static let endings = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]
  private static let hasEnded = Atomic(false)
  private static let willStop = Atomic(false)

  /// Whether a signal to end or to stop has come; these interrupt a write to a terminal that takes no
  /// output.
  static var isLeaving: Bool {
    hasEnded.load(ordering: .relaxed) || willStop.load(ordering: .relaxed)
  }

  /// Saves the line settings and installs every handler; modes may be set afterwards.
  static func prepare(output descriptor: Int32, pipe writeEnd: Int32) {
    output = descriptor
    pipeEnd = writeEnd
    tcgetattr(descriptor, settings)
    // The least that can undo what may have been done before the terminal's own strings are known.
    remember(Array("\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l".utf8))
    useAlternateStack()
    hasEnded.store(false, ordering: .relaxed)
    willStop.store(false, ordering: .relaxed)
    for signal in [SIGWINCH, SIGCONT] {
      install(signal, flags: SA_RESTART) { Restoration.note($0) }
    }
    install(SIGTSTP, flags: 0) {
      Restoration.willStop.store(true, ordering: .relaxed)
      Restoration.note($0)
    }
    for signal in endings {
      install(signal, flags: 0) {
        Restoration.hasEnded.store(true, ordering: .relaxed)
        Restoration.note($0)
      }
    }
    for signal in crashes { install(signal, flags: SA_ONSTACK) { Restoration.crash($0) } }
    signal(SIGPIPE, SIG_IGN)
    unblock()
    // For an `exit` somewhere else while the terminal is in use.
    if !isAtExitSet { atexit { Restoration.restoreNow() } }
    isAtExitSet = true
  }

  /// What to write when the terminal must be given back.
  static func remember(_ string: [UInt8]) {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, string.count))
    memory.initialize(from: string, count: string.count)
    // The old block stays: a handler may be reading it.
    (bytes, count) = (memory, string.count)
  }

  /// From here on modes are set; a handler restores them.
  static func arm() { isArmed.store(true, ordering: .sequentiallyConsistent) }

  /// Modes have been taken back in the ordinary way.
  static func disarm() { isArmed.store(false, ordering: .sequentiallyConsistent) }

  /// Calls nothing but async-signal-safe functions.
  static func restoreNow() {
    guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
    var written = 0
    while let bytes, written < count {
      let step = write(output, bytes + written, count - written)
      if step <= 0 { break }
      written += step
    }
    tcsetattr(output, TCSANOW, settings)
  }

  /// Sets the line as it was when the program began.
  ///
  /// Waits until everything is written, unless the terminal may never take it.
  static func restoreSettings() { tcsetattr(output, isLeaving ? TCSANOW : TCSADRAIN, settings) }

  /// Takes the present line settings for those to go back to; the shell may have changed them.
  static func saveSettings() { tcgetattr(output, settings) }

  private static func note(_ signal: Int32) {
    let kept = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    write(pipeEnd, &byte, 1)
    errno = kept
  }

  /// Restores, then lets whoever was there before deal with the signal, once this handler returns.
  private static func crash(_ signal: Int32) {
    restoreNow()
    sigaction(signal, previous + Int(signal), nil)
    raise(signal)
  }

  private static func install(
    _ signal: Int32, flags: Int32, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = flags
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, previous + Int(signal))
  }

  /// A parent may have left signals blocked, and a blocked one would be no way out.
  private static func unblock() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in notices + crashes { sigaddset(&set, signal) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static func useAlternateStack() {
    let size = 64 * 1024
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  /// Stops as if the program did not handle the signal; returns when it goes on.
  static func stop() {
    var standard = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    sigemptyset(&standard.sa_mask)
    var ours = sigaction()
    sigaction(SIGTSTP, &standard, &ours)
    kill(0, SIGTSTP)
    sigaction(SIGTSTP, &ours, nil)
    willStop.store(false, ordering: .relaxed)
  }

  /// Puts back the handlers that were there before `prepare`.
  static func uninstall() {
    for signal in notices + crashes { sigaction(signal, previous + Int(signal), nil) }
  }
}
