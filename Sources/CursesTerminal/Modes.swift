/// The modes that curses does not know, as the bytes that set and reset them.
enum Modes {
  /// Button presses, releases and drags, with decimal coordinates.
  static let mouseOn = bytes("\u{1B}[?1002h\u{1B}[?1006h")
  static let mouseOff = bytes("\u{1B}[?1006l\u{1B}[?1002l")
  /// Pastes come between marks.
  static let pasteOn = bytes("\u{1B}[?2004h")
  static let pasteOff = bytes("\u{1B}[?2004l")
  /// The terminal shows nothing until the frame is whole.
  static let holdFrame = bytes("\u{1B}[?2026h")
  static let releaseFrame = bytes("\u{1B}[?2026l")

  static let off = pasteOff + mouseOff

  /// All that gives the terminal back without curses' help.
  static func allOff() -> [UInt8] {
    let own = ["sgr0", "cnorm", "rmcup"].flatMap { Capabilities.string($0) ?? [] }
    let synchronized = Capabilities.understandsSynchronizedOutput() ? releaseFrame : []
    return synchronized + off + own + bytes("\r\n")
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
