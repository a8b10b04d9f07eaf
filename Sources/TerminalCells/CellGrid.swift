/// One cell of the screen: a glyph, its style, and how many cells the glyph takes.
package struct Cell: Hashable, Sendable {
  package var glyph: Glyph
  package var style: Style
  /// 1, or 2 for a wide glyph, or 0 in the cell that the wide glyph before it covers.
  package var width: UInt8

  package init(_ glyph: Glyph = .space, style: Style = .plain, width: UInt8 = 1) {
    self.glyph = glyph
    self.style = style
    self.width = width
  }

  package static let blank = Cell()

  // Views and terminals compare thousands of cells a frame: without a call.
  @inlinable package static func == (a: Cell, b: Cell) -> Bool {
    a.glyph == b.glyph && a.style == b.style && a.width == b.width
  }

  package var isContinuation: Bool { width == 0 }
}

/// A screenful of cells that views draw on; nothing in it can fail, everything clips.
///
/// Invariant: a cell of width 2 is followed in its row by one of width 0, and no other cell has
/// width 0. No cell holds a control character; at `GlyphLevel.ascii` all are ASCII.
package struct CellGrid: Equatable, Sendable {
  package let size: Size
  package let glyphs: GlyphLevel
  /// Drawing outside of this area leaves no trace.
  package private(set) var clip: Rect
  /// Apart from each other, so that a grid drawn onto another shares the rows that stay.
  private var rows: [[Cell]]

  package init(size: Size, glyphs: GlyphLevel = .blocks) {
    // No screen has more; a caller's mistake should not ask for all memory.
    let size = Size(width: min(size.width, 4096), height: min(size.height, 4096))
    self.size = size
    self.glyphs = glyphs
    clip = Rect(size)
    rows = Array(repeating: Array(repeating: .blank, count: size.width), count: size.height)
  }

  /// The same cells on a screen of another size, as far as there is room.
  package func resized(to size: Size) -> CellGrid {
    guard size != self.size else { return self }
    var grid = CellGrid(size: size, glyphs: glyphs)
    for row in 0..<min(grid.size.height, rows.count) {
      var cells = rows[row].prefix(grid.size.width)
      if cells.last?.width == 2 { cells[cells.endIndex - 1] = .blank }
      grid.rows[row].replaceSubrange(0..<cells.count, with: cells)
    }
    return grid
  }

  package var area: Rect { Rect(size) }

  /// The cell at a place; blank outside of the grid.
  package subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < size.height, column >= 0, column < size.width else { return .blank }
    return rows[row][column]
  }

  /// The columns from the first to the last cell of a row that differ from another grid's of the
  /// same size; `nil` where none does.
  package func difference(inRow row: Int, from other: CellGrid) -> ClosedRange<Int>? {
    guard size == other.size, row >= 0, row < size.height else { return nil }
    return rows[row].withUnsafeBufferPointer { new in
      other.rows[row].withUnsafeBufferPointer { old in
        // The same memory, which neither has drawn on since.
        guard new.baseAddress != old.baseAddress else { return nil }
        var (first, last) = (0, size.width - 1)
        while first <= last, new[first] == old[first] { first += 1 }
        guard first <= last else { return nil }
        while new[last] == old[last] { last -= 1 }
        return first...last
      }
    }
  }

  /// The cells of a row that there is.
  package func withRow(_ row: Int, _ body: (UnsafeBufferPointer<Cell>) -> Void) {
    rows[row].withUnsafeBufferPointer(body)
  }

  /// One row's cells, without a copy.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.height else { return [] }
    return rows[row][...]
  }

  /// Draws with everything outside of `area` protected.
  package mutating func clipped(to area: Rect, _ draw: (inout CellGrid) -> Void) {
    let outer = clip
    clip = clip.intersection(area)
    draw(&self)
    clip = outer
  }
}

extension CellGrid {
  /// Writes one line of text and returns how many columns it advanced, up to the clip's edge.
  ///
  /// Control characters become visible symbols, combining marks stay with their base, and a wide
  /// glyph cut by an edge leaves a blank. Numbers get a true minus where there is one, but not in a
  /// field, which shows what is typed. At most `maxWidth` columns are touched.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, maxWidth: Int = .max, style: Style = .plain
  ) -> Int {
    let width = min(maxWidth, 2 * Rect.bound)
    let text = glyphs == .ascii || style.role == .input ? text : text.withMinusSigns
    return withPen(row, column, width, style) { pen in
      text.forEachScalar { pen.write($0) }
    }
  }

  /// Writes the end of the text at `endColumn`, the first column after it.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, endColumn: Int, style: Style = .plain
  ) -> Int {
    write(text, row: row, column: endColumn - CellWidth.of(text), style: style)
  }

  /// Puts one glyph in one cell (two if it is wide).
  package mutating func put(
    _ glyph: Unicode.Scalar, row: Int, column: Int, style: Style = .plain
  ) {
    withPen(row, column, 2, style) { $0.write(glyph) }
  }

  /// Repeats a glyph along each row of an area, as often as there is room.
  package mutating func fill(
    _ area: Rect, with glyph: Unicode.Scalar = " ", style: Style = .plain
  ) {
    let visible = area.intersection(clip)
    guard !visible.isEmpty else { return }
    let isNarrow = CellWidth.kind(of: glyph) == .glyph(width: 1)
    let cell = Cell(Glyph(glyphs.substitute(for: glyph)), style: style)
    for row in visible.rows {
      if isNarrow {
        rows[row].withUnsafeMutableBufferPointer { CellPen.fill($0, visible.columns, with: cell) }
      } else {
        withPen(row, area.column, area.width, style) { $0.repeat(glyph) }
      }
    }
  }

  /// Writes from a column on, and returns how many columns that advanced.
  @discardableResult
  private mutating func withPen(
    _ row: Int, _ column: Int, _ width: Int, _ style: Style, _ body: (inout CellPen) -> Void
  ) -> Int {
    guard column < clip.endColumn, clip.rows.contains(row), width > 0 else { return 0 }
    let start = max(column, -Rect.bound)
    let (clip, glyphs) = (clip, glyphs)
    return rows[row].withUnsafeMutableBufferPointer { cells in
      var pen = CellPen(
        cells: cells, start: clip.column, end: min(clip.endColumn, start + width), next: start,
        glyphs: glyphs, style: style)
      body(&pen)
      return pen.next - start
    }
  }
}
