internal import Glibc

/// The lines of standard input as they arrive, of any length, without their line feeds.
struct LineReader {
  private var buffer: [UInt8] = []
  /// Where the first line in the buffer that was not handed out begins.
  private var start = 0
  /// Where the search for its end goes on.
  private var searched = 0
  private var isAtEnd = false

  /// The next line; nil at the end.
  ///
  /// A last line without a line feed counts.
  mutating func next() -> ArraySlice<UInt8>? {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer {
          start = end + 1
          searched = start
        }
        return buffer[start..<end]
      }
      searched = buffer.count
      guard !isAtEnd else {
        defer { start = buffer.count }
        return start < buffer.count ? buffer[start...] : nil
      }
      fill()
    }
  }

  private mutating func fill() {
    var failure: Int32 = 0
    buffer.removeSubrange(..<start)
    (start, searched) = (0, buffer.count)
    let size = 1 << 16
    let block = [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      repeat {
        count = max(-1, read(STDIN_FILENO, bytes.baseAddress, size))
      } while count < 0
        && errno == EINTR
      failure = count < 0 ? errno : 0
      count = max(0, count)
    }
    if failure != 0 {
      StandardError.write(
        "logitscope: standard input cannot be read: \(String(cString: strerror(failure))).\n")
      exit(2)
    }
    isAtEnd = block.isEmpty
    buffer += block
  }
}
