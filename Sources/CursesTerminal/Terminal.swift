import CNCurses
import Glibc
package import TerminalCells

/// The one terminal: opened, drawn on, read from, and given back as it was found.
///
/// The locale, the signal handlers and curses belong to the process, so there can be one at a time.
/// Whatever way it ends, `Restoration` undoes every mode; `deinit` covers leaving a scope.
package struct Terminal: ~Copyable {
  package private(set) var size: Size
  package let glyphs: GlyphLevel
  package let depth: ColorDepth

  let line: TerminalLine
  let signals: SignalPipe
  var decoder: InputDecoder
  /// What is read at once from the keyboard: a paste takes few frames, not hundreds.
  let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 * 1024)
  /// How long to wait for the rest of a sequence that began with Escape, in milliseconds.
  let escapeDelay: Int32
  let screen: CursesScreen
  let isSynchronized: Bool
  private var isMouseOn: Bool
  var pairs: ColorPairs
  /// Writes what differs between two frames; `nil` where curses has to.
  var diff: ScreenDiff?
  /// What the screen shows; `nil` when that is not known.
  var shown: CellGrid?
  var isCursorVisible = false
  /// Where the terminal's cursor was left; `nil` when that is not known.
  var cursorPlace: Point?
  private(set) var isOpen = true

  package init(_ options: TerminalOptions) throws(TerminalError) {
    try self.init(options, on: try TerminalLine.standard())
  }

  init(_ options: TerminalOptions, on line: TerminalLine) throws(TerminalError) {
    Capabilities.setLocale()
    // With these set, curses would start at that size and stay there.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    let signals = SignalPipe()
    do {
      screen = try CursesScreen(line, signals: signals)
    } catch {
      signals.close()
      throw error
    }
    (self.line, self.signals) = (line, signals)
    decoder = InputDecoder(extraKeys: Capabilities.keys())
    escapeDelay = max(0, Capabilities.environment("ESCDELAY").flatMap { Int32($0) } ?? 25)
    depth = Capabilities.colorDepth(wish: options.depth)
    glyphs = options.glyphs ?? Capabilities.glyphLevel(of: line.name)
    let palette = Palette(theme: options.theme, depth: depth)
    pairs = ColorPairs(palette)
    diff = Capabilities.followsECMA48(at: depth) ? ScreenDiff(palette: palette) : nil
    isSynchronized = options.isSynchronized ?? Modes.canHoldFrames(line.name)
    isMouseOn = options.isMouseOn
    size = line.size
    resize_term(Int32(size.height), Int32(size.width))
    line.send(isMouseOn ? Modes.mouseOn + Modes.pasteOn : Modes.pasteOn)
  }

  deinit {
    if isOpen { Terminal.leave(line) }
    screen.delete()
    Restoration.uninstall()
    signals.close()
    input.deallocate()
  }

  private static func leave(_ line: TerminalLine) {
    line.send(Modes.off, isLast: true)
    endwin()
    Restoration.disarm()
    Restoration.restoreSettings()
  }
}

extension Terminal {
  /// Gives the terminal back; nothing may be drawn afterwards.
  package mutating func close() {
    guard isOpen else { return }
    isOpen = false
    Terminal.leave(line)
  }

  /// Whether the window's size is not the one that frames are drawn for.
  var hasOtherSize: Bool { line.size != size }

  /// Takes over the window's size; after a change every cell is drawn at the next `present`.
  ///
  /// To be called before each frame: the window may have changed and its signal be on the way.
  package mutating func adoptSize(redrawing: Bool = false) {
    let measured = line.size
    guard redrawing || measured != size else { return }
    size = measured
    resize_term(Int32(size.height), Int32(size.width))
    redrawEverything()
  }

  /// Draws every cell at the next `present`: something else wrote on the screen.
  package mutating func redrawEverything() {
    shown = nil
    clearok(logitscope_current_screen(), true)
  }

  /// Lets the shell have the terminal until the program is continued.
  package mutating func suspend() {
    Terminal.leave(line)
    Restoration.stop()
    Restoration.saveSettings()
    Restoration.arm()
    enterModes()
    adoptSize(redrawing: true)
  }

  /// Sets the line's and the terminal's modes again, whatever they are now.
  func enterModes() {
    reset_prog_mode()
    curs_set(isCursorVisible ? 1 : 0)
    line.send(isMouseOn ? Modes.mouseOn + Modes.pasteOn : Modes.pasteOn)
  }

  /// With the mouse off, the terminal itself selects text.
  package mutating func setMouse(_ isOn: Bool) {
    guard isOn != isMouseOn else { return }
    isMouseOn = isOn
    line.send(isOn ? Modes.mouseOn : Modes.mouseOff)
  }

  /// Asks the terminal to put text on the clipboard (OSC 52); it may decline, and does not say so.
  package func copyToClipboard(_ text: String) {
    line.send(Array("\u{1B}]52;c;".utf8) + Base64.encode(Array(text.utf8)) + [0x07])
  }
}
