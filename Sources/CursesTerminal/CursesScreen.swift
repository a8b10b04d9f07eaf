import CNCurses
import Glibc

/// What curses keeps for one terminal, from `newterm` to `delscreen`.
struct CursesScreen {
  private let screen: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>?]
  let capture: CursesCapture

  /// Looks the terminal up first: what undoes the modes must be known before any is set.
  init(_ line: TerminalLine, signals: SignalPipe) throws(TerminalError) {
    var outcome: Int32 = 0
    guard setupterm(line.name, line.output, &outcome) == OK, outcome == 1 else {
      throw .unknownTerminal(line.name)
    }
    guard Capabilities.string("cup") != nil, Capabilities.string("clear") != nil else {
      throw .tooSimple(line.name ?? "")
    }
    Restoration.prepare(output: line.output, pipe: signals.writeEnd)
    Restoration.remember(Modes.allOff(line.name))
    Restoration.arm()
    // Curses gets descriptors of its own, to close when it is done.
    files = [fdopen(dup(line.output), "w"), fdopen(dup(line.input), "r")]
    guard let screen = newterm(line.name, files[0], files[1]) else {
      Restoration.restoreNow()
      Restoration.uninstall()
      throw .unknownTerminal(line.name)
    }
    self.screen = screen
    capture = CursesCapture(descriptor: fileno(files[0]), terminal: line.output)
    setModes()
  }

  private func setModes() {
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

  func delete() {
    delscreen(screen)
    capture.close()
    for file in files { if let file { fclose(file) } }
  }
}
