package import TerminalCells

/// How a terminal is to be opened.
package struct TerminalOptions: Sendable {
  package var theme: Theme
  /// `nil` for what the terminal and `NO_COLOR` say.
  package var depth: ColorDepth?
  /// `nil` for what the locale and the terminal say.
  package var glyphs: GlyphLevel?
  package var isMouseOn: Bool
  /// Whether to ask for whole frames; `nil` for where terminals of this name understand it.
  package var isSynchronized: Bool?

  package init(
    theme: Theme, depth: ColorDepth? = nil, glyphs: GlyphLevel? = nil, isMouseOn: Bool = true,
    isSynchronized: Bool? = nil
  ) {
    self.theme = theme
    self.depth = depth
    self.glyphs = glyphs
    self.isMouseOn = isMouseOn
    self.isSynchronized = isSynchronized
  }
}

/// Why a terminal cannot be opened.
package enum TerminalError: Error, Equatable, Sendable {
  /// Neither standard input nor /dev/tty is a terminal.
  case noKeyboard
  /// The terminal's description is missing, or its name is.
  case unknownTerminal(String?)
  /// It cannot place the cursor or clear the screen.
  case tooSimple(String)
}

/// What happened at the terminal.
package enum TerminalEvent: Equatable, Sendable {
  case input(InputEvent)
  /// A descriptor that is watched has something to read, or has come to its end.
  case isReady(Int32)
  case resized
  /// Somebody asks the program to stop for a while.
  case suspendRequested
  /// Somebody asks the program to end; it should exit with 128 + `signal`.
  case terminate(signal: Int32)
  /// The terminal is gone.
  case ended
}
