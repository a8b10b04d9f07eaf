import CNCurses
import Glibc
package import TerminalCells

extension Terminal {
  /// Shows a frame, sending only what differs from the last one.
  ///
  /// The cursor is at `cursor`, visible; without one it is hidden. A frame of another size than
  /// the window's is not shown.
  package mutating func present(_ grid: CellGrid, cursor: Point?) {
    guard isOpen, grid.size == size else { return }
    let change = diff == nil ? screenful(grid, cursor) : change(to: grid, cursor)
    let visibility = showingCursor(cursor != nil)
    // In a window that has just been resized a frame would land anywhere; the next one fits.
    guard !hasOtherSize else {
      line.send(visibility)
      return redrawEverything()
    }
    let bytes = visibility.isEmpty ? change : change + visibility
    guard !bytes.isEmpty else { return }
    // A terminal reads a small change in one piece anyway.
    let holds = isSynchronized && bytes.count > 2048
    line.send(holds ? Modes.holdFrame + bytes + Modes.releaseFrame : bytes)
  }

  /// What turns the known frame into the next, or an empty screen where none is known.
  private mutating func change(to grid: CellGrid, _ cursor: Point?) -> [UInt8] {
    guard let known = shown, known.size == grid.size else {
      let bytes = emptied()
      return bytes + change(to: grid, cursor)
    }
    let bytes = diff?.bytes(from: known, to: grid) ?? []
    shown = grid
    if !bytes.isEmpty { cursorPlace = nil }
    guard let place = within(cursor), place != cursorPlace else { return bytes }
    cursorPlace = place
    return bytes + ScreenDiff.move(to: place)
  }

  /// What empties the screen; from curses, which enters its modes again where it has left them.
  private mutating func emptied() -> [UInt8] {
    shown = CellGrid(size: size, glyphs: glyphs)
    cursorPlace = nil
    clearok(logitscope_current_screen(), true)
    return screen.capture.bytes { doupdate() } + ScreenDiff.reset
  }

  /// The frame drawn by curses, which knows every terminal.
  private mutating func screenful(_ grid: CellGrid, _ cursor: Point?) -> [UInt8] {
    let window = logitscope_standard_screen()
    copy(grid, to: window)
    // Nobody sees where a hidden cursor is.
    leaveok(window, cursor == nil)
    if let place = within(cursor) { wmove(window, Int32(place.row), Int32(place.column)) }
    wnoutrefresh(window)
    return screen.capture.bytes { doupdate() }
  }

  /// Gives curses the frame, of which it sends what differs.
  private mutating func copy(_ grid: CellGrid, to window: UnsafeMutablePointer<WINDOW>?) {
    if shown?.size != grid.size { werase(window) }
    for row in 0..<grid.size.height {
      var cells: [cchar_t] = []
      cells.reserveCapacity(grid.size.width)
      for cell in grid.row(row) where !cell.isContinuation { append(cell, to: &cells) }
      mvwadd_wchnstr(window, Int32(row), 0, &cells, Int32(cells.count))
    }
    shown = grid
  }

  /// What shows or hides the cursor; nothing where it is so already.
  private mutating func showingCursor(_ isVisible: Bool) -> [UInt8] {
    guard isVisible != isCursorVisible else { return [] }
    isCursorVisible = isVisible
    return screen.capture.bytes { curs_set(isVisible ? 1 : 0) }
  }

  private func within(_ cursor: Point?) -> Point? {
    guard let cursor else { return nil }
    return Point(
      row: min(max(cursor.row, 0), max(0, size.height - 1)),
      column: min(max(cursor.column, 0), max(0, size.width - 1)))
  }

  /// Appends a cell as curses wants it.
  ///
  /// What the C library does not know, or takes for another width, would shift the rest of the row.
  private mutating func append(_ cell: Cell, to row: inout [cchar_t]) {
    var look = pairs.look(of: cell.style)
    // A blank of which nothing shows is a plain one, so that curses finds nothing to change.
    if cell.glyph == .space, !look.showsOnBlanks { look = pairs.look(of: .plain) }
    let base = cell.glyph.base
    if base.isASCII || Capabilities.width(of: base) == Int(cell.width) {
      row.append(Terminal.character(cell.glyph, look.attributes, look.pair))
    } else {
      let unknown = Terminal.character(Glyph("?"), look.attributes, look.pair)
      for _ in 0..<cell.width { row.append(unknown) }
    }
  }

  private static func character(_ glyph: Glyph, _ attributes: attr_t, _ pair: Int32) -> cchar_t {
    var made = cchar_t()
    let marks = glyph == Glyph(glyph.base) ? [] : glyph.scalars.dropFirst()
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 2 + marks.count) { text in
      text.initialize(repeating: 0)
      text[0] = wchar_t(glyph.base.value)
      for (place, mark) in marks.enumerated() { text[place + 1] = wchar_t(mark.value) }
      if logitscope_set_cell(&made, text.baseAddress, attributes, pair) != OK {
        (text[0], text[1]) = (0x3F, 0)
        logitscope_set_cell(&made, text.baseAddress, attributes, pair)
      }
    }
    return made
  }
}
