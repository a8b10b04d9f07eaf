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

  let input: Int32
  let pipe: Pipe
  var decoder: InputDecoder
  /// How long to wait for the rest of a sequence that began with Escape, in milliseconds.
  let escapeDelay: Int32
  private let output: Int32
  private let isSynchronized: Bool
  private var isMouseOn: Bool
  private var pairs: ColorPairs
  /// What the screen shows; `nil` when that is not known.
  private var shown: CellGrid?
  private var isCursorVisible = false
  private var isOpen = true

  /// The two ends of the pipe through which signals arrive.
  struct Pipe {
    let readEnd: Int32
    let writeEnd: Int32
  }

  /// True when frames can be drawn on standard output.
  package static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  package init(_ options: TerminalOptions) throws(TerminalError) {
    setlocale(LC_ALL, "")
    setlocale(LC_NUMERIC, "C")
    // With these set, curses would start at that size and stay there.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    // All that can fail comes before the first property.
    let keyboard = try Terminal.keyboard()
    let signals = Terminal.signalPipe()
    Restoration.prepare(output: STDOUT_FILENO, pipe: signals.writeEnd)
    try Terminal.start(output: STDOUT_FILENO, input: keyboard)
    (input, output, pipe) = (keyboard, STDOUT_FILENO, signals)
    decoder = InputDecoder(extraKeys: Capabilities.keys())
    escapeDelay = Capabilities.environment("ESCDELAY").flatMap { Int32($0) } ?? 25
    depth = options.depth ?? Capabilities.colorDepth()
    glyphs = options.glyphs ?? Capabilities.glyphLevel()
    pairs = ColorPairs(theme: options.theme, depth: depth)
    isSynchronized = Capabilities.understandsSynchronizedOutput()
    isMouseOn = options.isMouseOn
    size = Terminal.measure(output)
    resize_term(Int32(size.height), Int32(size.width))
    send(isMouseOn ? Modes.mouseOn + Modes.pasteOn : Modes.pasteOn)
  }

  deinit {
    if isOpen { Terminal.leave(output) }
    Restoration.uninstall()
    Glibc.close(pipe.readEnd)
    Glibc.close(pipe.writeEnd)
  }

  /// Standard input, or the controlling terminal when data comes from there.
  private static func keyboard() throws(TerminalError) -> Int32 {
    if isatty(STDIN_FILENO) == 1 { return STDIN_FILENO }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0, isatty(terminal) == 1 else { throw .noKeyboard }
    return terminal
  }

  private static func signalPipe() -> Pipe {
    var ends: [Int32] = [-1, -1]
    // Not blocking, so that a handler can never hang on a full pipe.
    _ = Glibc.pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return Pipe(readEnd: ends[0], writeEnd: ends[1])
  }

  private static func start(output: Int32, input: Int32) throws(TerminalError) {
    let name = Capabilities.environment("TERM")
    Restoration.arm()
    guard newterm(nil, fdopen(dup(output), "w"), fdopen(dup(input), "r")) != nil else {
      Restoration.disarm()
      throw .unknownTerminal(name)
    }
    guard Capabilities.string("cup") != nil, Capabilities.string("clear") != nil else {
      endwin()
      Restoration.disarm()
      throw .tooSimple(name ?? "")
    }
    Restoration.remember(Modes.allOff())
    raw()
    noecho()
    nonl()
    typeahead(-1)
    curs_set(0)
    if has_colors() {
      start_color()
      use_default_colors()
    }
  }

  private static func measure(_ output: Int32) -> Size {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return Size(width: 80, height: 24) }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let step = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if step <= 0 { return }
      rest = rest.dropFirst(step)
    }
  }

  private static func leave(_ output: Int32) {
    let modes = Modes.off
    _ = modes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
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
    Terminal.leave(output)
  }

  /// Takes over the window's size; after a change every cell is drawn at the next `present`.
  ///
  /// To be called before each frame: the window may have changed and its signal be on the way.
  package mutating func adoptSize(redrawing: Bool = false) {
    let measured = Terminal.measure(output)
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
    Terminal.leave(output)
    Restoration.stop()
    Restoration.saveSettings()
    Restoration.arm()
    reset_prog_mode()
    curs_set(isCursorVisible ? 1 : 0)
    send(isMouseOn ? Modes.mouseOn + Modes.pasteOn : Modes.pasteOn)
    adoptSize(redrawing: true)
  }

  /// With the mouse off, the terminal itself selects text.
  package mutating func setMouse(_ isOn: Bool) {
    guard isOn != isMouseOn else { return }
    isMouseOn = isOn
    send(isOn ? Modes.mouseOn : Modes.mouseOff)
  }

  /// Asks the terminal to put text on the clipboard (OSC 52); it may decline, and does not say so.
  package func copyToClipboard(_ text: String) {
    send(Array("\u{1B}]52;c;".utf8) + Base64.encode(Array(text.utf8)) + [0x07])
  }

  /// Shows a frame, sending only what differs from the last one.
  ///
  /// The cursor stands at `cursor`, visible; without one it is hidden.
  package mutating func present(_ grid: CellGrid, cursor: Point?) {
    guard isOpen else { return }
    let window = logitscope_standard_screen()
    let known = shown?.size == grid.size ? shown : nil
    var changed = 0
    for row in 0..<min(grid.size.height, size.height) {
      guard let span = RowSpan(of: grid, row: row, since: known) else { continue }
      changed += 1
      var cells = span.cells.compactMap { cell in cell.isContinuation ? nil : curses(cell) }
      mvwadd_wchnstr(window, Int32(row), Int32(span.column), &cells, Int32(cells.count))
    }
    shown = grid
    place(cursor, in: window)
    wnoutrefresh(window)
    // A small change arrives in one write anyway.
    let holds = isSynchronized && changed > 8
    if holds { send(Modes.holdFrame) }
    doupdate()
    if holds { send(Modes.releaseFrame) }
  }

  private mutating func place(_ cursor: Point?, in window: UnsafeMutablePointer<WINDOW>?) {
    if (cursor != nil) != isCursorVisible {
      isCursorVisible = cursor != nil
      curs_set(isCursorVisible ? 1 : 0)
    }
    guard let cursor, size.height > 0, size.width > 0 else { return }
    wmove(
      window, Int32(min(max(cursor.row, 0), size.height - 1)),
      Int32(min(max(cursor.column, 0), size.width - 1)))
  }

  private mutating func curses(_ cell: Cell) -> cchar_t {
    let look = pairs.rendition(of: cell.style)
    var made = cchar_t()
    if cell.glyph == Glyph(cell.glyph.base) {
      var text = (wchar_t(cell.glyph.base.value), wchar_t(0))
      withUnsafePointer(to: &text) { pointer in
        pointer.withMemoryRebound(to: wchar_t.self, capacity: 2) {
          _ = logitscope_set_cell(&made, $0, look.attributes, look.pair)
        }
      }
    } else {
      let text = cell.glyph.scalars.map { wchar_t($0.value) } + [0]
      _ = logitscope_set_cell(&made, text, look.attributes, look.pair)
    }
    return made
  }
}
