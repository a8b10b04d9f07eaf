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

  /// Terminals that hold back a frame until it is whole, or ignore the request.
  static func canHoldFrames(_ terminal: String?) -> Bool {
    ["xterm", "tmux", "alacritty", "foot", "kitty", "wezterm"].contains {
      (terminal ?? "").hasPrefix($0)
    }
  }

  /// All that gives the terminal back without curses' help.
  static func allOff(_ terminal: String?) -> [UInt8] {
    let own = ["sgr0", "cnorm"].flatMap { Capabilities.string($0) ?? [] }
    // Without a screen of its own, the program leaves below what it drew.
    let screen = Capabilities.string("rmcup") ?? bytes("\u{1B}[999;1H\r\n")
    return (canHoldFrames(terminal) ? releaseFrame : []) + off + own + screen
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
