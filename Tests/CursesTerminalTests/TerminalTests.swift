import Glibc
import TerminalCells
import Testing

@testable import CursesTerminal

// One after the other: signal handlers, curses and the locale belong to the process.
@Suite(.serialized) struct TerminalTests {
  init() {
    setenv("LC_ALL", "C.UTF-8", 1)
    setenv("TERMINFO_DIRS", "/lib/terminfo:/usr/share/terminfo:/etc/terminfo", 1)
  }

  func options(_ depth: ColorDepth = .full) -> TerminalOptions {
    TerminalOptions(theme: .dark, depth: depth, glyphs: .blocks, isSynchronized: false)
  }

  func grid(_ terminal: borrowing Terminal, _ text: String, row: Int = 0) -> CellGrid {
    var grid = CellGrid(size: terminal.size, glyphs: terminal.glyphs)
    grid.write(text, row: row, column: 0)
    return grid
  }

  @Test func `opening sets the modes and closing takes every one of them back`() throws {
    let pty = PseudoTerminal()
    let before = pty.settings()
    var terminal = try Terminal(options(), on: pty.line())
    terminal.present(grid(terminal, "hello"), cursor: nil)
    let opened = pty.output()
    for mode in ["?1049h", "?1002h", "?1006h", "?2004h", "?25l"] { #expect(opened.contains(mode)) }
    #expect(pty.settings() != before)
    terminal.close()
    let closed = pty.output()
    for mode in ["?1049l", "?1002l", "?1006l", "?2004l", "?25h"] { #expect(closed.contains(mode)) }
    #expect(pty.settings() == before)
  }

  @Test func `the emergency exit leaves nothing behind either and happens once`() throws {
    let pty = PseudoTerminal()
    let before = pty.settings()
    let terminal = try Terminal(options(), on: pty.line())
    _ = pty.output()
    Restoration.restoreNow()
    let text = pty.output()
    for mode in ["?1049l", "?1002l", "?1006l", "?2004l", "?2026l", "?25h"] {
      #expect(text.contains(mode))
    }
    #expect(pty.settings() == before)
    Restoration.restoreNow()
    #expect(pty.output().isEmpty)
    _ = terminal.size
  }

  @Test func `a frame that did not change sends nothing and one cell sends little`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    terminal.present(grid(terminal, "p 0.659001"), cursor: nil)
    #expect(pty.output().contains("p 0.659001"))
    terminal.present(grid(terminal, "p 0.659001"), cursor: nil)
    #expect(pty.output().isEmpty)
    terminal.present(grid(terminal, "p 0.659002"), cursor: nil)
    let change = pty.output()
    #expect(change.contains("2"))
    #expect(change.utf8.count < 16)
  }

  @Test func `everything is drawn again on demand`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    terminal.present(grid(terminal, "same"), cursor: nil)
    _ = pty.output()
    terminal.redrawEverything()
    terminal.present(grid(terminal, "same"), cursor: nil)
    #expect(pty.output().contains("same"))
  }

  @Test func `a frame of another size than the window's is not drawn`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    _ = pty.output()
    terminal.present(CellGrid(size: Size(width: 41, height: 6)), cursor: nil)
    #expect(pty.output().isEmpty)
  }

  @Test func `colours, wide glyphs and marks arrive`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    var grid = grid(terminal, "日本e\u{301}")
    grid.write("███▏", row: 1, column: 0, style: .series(0))
    terminal.present(grid, cursor: nil)
    let text = pty.output()
    #expect(text.contains("日本e\u{301}"))
    #expect(text.contains("38;5;32m███▏"))
  }

  @Test func `a glyph that the C library does not know is replaced, cell by cell`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    let unknown = "\u{2FFFD}"  // wide by its plane, assigned to nothing
    #expect(CellWidth.of(unknown) == 2)
    terminal.present(grid(terminal, "a\(unknown)b"), cursor: nil)
    #expect(pty.output().contains("a??b"))
  }

  @Test func `the bottom right cell can be drawn`() throws {
    let pty = PseudoTerminal(width: 3, height: 2)
    var terminal = try Terminal(options(), on: pty.line())
    terminal.present(grid(terminal, "xyz", row: 1), cursor: nil)
    #expect(pty.output().contains("z"))
  }

  @Test func `the cursor shows where it is wanted only`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    terminal.present(grid(terminal, ""), cursor: Point(row: 2, column: 4))
    let shown = pty.output()
    #expect(shown.contains("\u{1B}[3;5H"))
    #expect(shown.contains("?25h"))
    terminal.present(grid(terminal, ""), cursor: Point(row: 2, column: 4))
    #expect(pty.output().isEmpty)
    terminal.present(grid(terminal, "x"), cursor: Point(row: 2, column: 4))
    #expect(pty.output().contains("\u{1B}[3;5H"))
    terminal.present(grid(terminal, ""), cursor: nil)
    #expect(pty.output().contains("?25l"))
    terminal.present(grid(terminal, ""), cursor: Point(row: 99, column: -3))
    #expect(terminal.size == Size(width: 40, height: 6))
  }

  @Test func `keys come as they were typed and Escape comes by itself`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    pty.type("j\u{1B}[A\u{1B}[<0;3;2M\u{3}")
    #expect(
      terminal.nextEvents() == [
        .input(.key(Key("j"))), .input(.key(Key(.up))),
        .input(.mouse(MouseEvent(.press, .left, at: Point(row: 1, column: 2)))),
        .input(.key(Key("c", .control))),
      ])
    pty.type("\u{1B}")
    #expect(terminal.nextEvents() == [.input(.key(Key(.escape)))])
    #expect(terminal.pendingEvents() == [])
  }

  @Test func `keys that only this kind of terminal sends are known from its description`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line("vt52"))
    pty.type("\u{1B}A\u{1B}D")
    #expect(terminal.nextEvents() == [.input(.key(Key(.up))), .input(.key(Key(.left)))])
  }

  @Test func `a resize is an event and no frame is drawn for the old size`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    let old = grid(terminal, "old")
    terminal.present(old, cursor: nil)
    _ = pty.output()
    pty.resize(width: 20, height: 4)
    terminal.present(grid(terminal, "late"), cursor: nil)
    #expect(pty.output().isEmpty)
    #expect(terminal.nextEvents() == [.resized])
    terminal.adoptSize()
    #expect(terminal.size == Size(width: 20, height: 4))
    terminal.present(grid(terminal, "new"), cursor: nil)
    #expect(pty.output().contains("new"))
  }

  /// Up to what a line that nobody reads can hold, 12 KiB.
  @Test func `every size can be drawn`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    for (width, height) in [(1, 1), (300, 1), (1, 60), (2, 2), (150, 60), (3, 2), (80, 24)] {
      pty.resize(width: width, height: height)
      terminal.adoptSize()
      var grid = CellGrid(size: terminal.size)
      grid.fill(grid.area, with: "x")
      terminal.present(grid, cursor: Point(row: height, column: width))
      #expect(pty.output().contains("x"))
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal to end is an event`(signal: Int32) throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    kill(getpid(), signal)
    #expect(terminal.nextEvents() == [.terminate(signal: signal)])
  }

  @Test func `going on after a stop sets the modes and draws everything`() throws {
    let pty = PseudoTerminal()
    let before = pty.settings()
    var terminal = try Terminal(options(), on: pty.line())
    terminal.present(grid(terminal, "here"), cursor: nil)
    _ = pty.output()
    Restoration.restoreSettings()
    #expect(pty.settings() == before)
    kill(getpid(), SIGCONT)
    #expect(terminal.nextEvents() == [.resized])
    #expect(pty.settings() != before)
    terminal.present(grid(terminal, "here"), cursor: nil)
    let text = pty.output()
    #expect(text.contains("here") && text.contains("?2004h") && text.contains("?1006h"))
  }

  @Test func `the mouse can be given to the terminal and taken back`() throws {
    let pty = PseudoTerminal()
    var terminal = try Terminal(options(), on: pty.line())
    _ = pty.output()
    terminal.setMouse(false)
    #expect(pty.output() == "\u{1B}[?1006l\u{1B}[?1002l")
    terminal.setMouse(false)
    #expect(pty.output().isEmpty)
    terminal.setMouse(true)
    #expect(pty.output() == "\u{1B}[?1002h\u{1B}[?1006h")
  }

  @Test func `copied text goes to the terminal as base 64`() throws {
    let pty = PseudoTerminal()
    let terminal = try Terminal(options(), on: pty.line())
    _ = pty.output()
    terminal.copyToClipboard("foobar")
    #expect(pty.output() == "\u{1B}]52;c;Zm9vYmFy\u{7}")
  }

  @Test func `colours never exceed those of the terminal`() throws {
    let pty = PseudoTerminal()
    #expect(try Terminal(options(.full), on: pty.line("linux")).depth == .eight)
    #expect(try Terminal(options(.full), on: pty.line("vt100")).depth == .mono)
    #expect(try Terminal(options(.eight), on: pty.line()).depth == .eight)
  }

  @Test(arguments: [("nonesuch-terminal", true), ("dumb", false)])
  func `a terminal that cannot be used is refused and left alone`(
    name: String, isUnknown: Bool
  ) {
    let pty = PseudoTerminal()
    let before = pty.settings()
    do throws(TerminalError) {
      _ = try Terminal(options(), on: pty.line(name)).size
      Issue.record("opened \(name)")
    } catch {
      #expect(error == (isUnknown ? .unknownTerminal(name) : .tooSimple(name)))
    }
    #expect(pty.output().isEmpty)
    #expect(pty.settings() == before)
  }

  @Test func `a window that closes ends the input`() throws {
    let line: TerminalLine
    do {
      let pty = PseudoTerminal()
      line = TerminalLine(input: dup(pty.slave), output: dup(pty.slave), name: "xterm")
    }
    var terminal = try Terminal(options(), on: line)
    #expect(terminal.nextEvents() == [.ended])
    terminal.present(grid(terminal, "to nobody"), cursor: nil)
    terminal.close()
    close(line.input)
    close(line.output)
  }
}
