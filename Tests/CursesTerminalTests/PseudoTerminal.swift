import Glibc
import TerminalCells

@testable import CursesTerminal

/// A terminal without a window: the test holds the other end.
final class PseudoTerminal {
  let master: Int32
  let slave: Int32

  init(width: Int = 40, height: Int = 6) {
    // What posix_openpt, unlockpt and ptsname do, which Swift does not see.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (locked, number) = (0 as Int32, 0 as Int32)
    _ = ioctl(master, 0x4004_5431, &locked)  // TIOCSPTLCK
    _ = ioctl(master, 0x8004_5430, &number)  // TIOCGPTN
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    resize(width: width, height: height)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(master)
    close(slave)
  }

  func line(_ name: String? = "xterm-256color") -> TerminalLine {
    TerminalLine(input: slave, output: slave, name: name)
  }

  func resize(width: Int, height: Int) {
    var size = winsize(
      ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Everything written since the last call.
  func output() -> String {
    var (all, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
    while true {
      let count = read(master, &chunk, chunk.count)
      if count <= 0 { return String(decoding: all, as: UTF8.self) }
      all += chunk[..<count]
    }
  }

  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// The line settings as bytes, to compare.
  func settings() -> [UInt8] {
    var settings = [UInt8](repeating: 0, count: 256)
    _ = ioctl(slave, UInt(TCGETS), &settings)
    return settings
  }
}
