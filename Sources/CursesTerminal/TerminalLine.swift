import Glibc
import TerminalCells

/// The two ends of one terminal, and the name of its description.
struct TerminalLine {
  let input: Int32
  let output: Int32
  /// nil where `TERM` is not set.
  let name: String?

  /// Standard output, with the keyboard on standard input, or on the controlling terminal when data
  /// comes from there.
  static func standard() throws(TerminalError) -> TerminalLine {
    let name = Capabilities.environment("TERM")
    if isatty(STDIN_FILENO) == 1 {
      return TerminalLine(input: STDIN_FILENO, output: STDOUT_FILENO, name: name)
    }
    let keyboard = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard keyboard >= 0, isatty(keyboard) == 1 else { throw .noKeyboard }
    return TerminalLine(input: keyboard, output: STDOUT_FILENO, name: name)
  }

  /// The window's current size.
  var size: Size {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return Size(width: 80, height: 24) }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  /// Writes directly to the terminal; curses has always flushed before this is called.
  ///
  /// Waits while the terminal takes no more, until a signal asks the program to end or to stop. What
  /// was on its way is thrown away then, so that the modes can still be taken back.
  ///
  /// - Parameters:
  ///   - bytes: What to write.
  ///   - isLast: Whether it takes the modes back, and so is written even then.
  func send(_ bytes: [UInt8], isLast: Bool = false) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard isLast || !Restoration.isLeaving else {
        tcflush(output, TCOFLUSH)
        return
      }
      let step = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if step > 0 {
        rest = rest.dropFirst(step)
      } else if errno == EAGAIN {
        var place = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        guard poll(&place, 1, -1) > 0 || errno == EINTR else { return }
      } else if errno != EINTR {
        return
      }
    }
  }
}

/// The pipe through which signals reach the loop.
struct SignalPipe {
  let readEnd: Int32
  let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      // Not blocking, so that a handler can never hang on a full pipe.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  func close() {
    Glibc.close(readEnd)
    Glibc.close(writeEnd)
  }

  /// The signals that came since the last call.
  func signals() -> [Int32] {
    var bytes: [UInt8] = Array(repeating: 0, count: 256)
    let count = max(0, read(readEnd, &bytes, bytes.count))
    return bytes[..<count].map(Int32.init)
  }
}
