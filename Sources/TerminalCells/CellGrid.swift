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

  /// The first row of an area, counted from its top, in which no glyph stands.
  package func firstBlankRow(of area: Rect) -> Int? {
    let area = area.intersection(Rect(size))
    return area.rows.first { row in
      area.columns.allSatisfy { rows[row][$0].glyph == .space }
    }.map { $0 - area.row }
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
  /// glyph cut by an edge leaves a blank. At most `maxWidth` columns are touched.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, maxWidth: Int = .max, style: Style = .plain
  ) -> Int {
    guard column < clip.endColumn, clip.rows.contains(row), maxWidth > 0 else { return 0 }
    let start = max(column, -Rect.bound)
    let end = min(clip.endColumn, start + min(maxWidth, 2 * Rect.bound))
    var (next, last) = (start, -1)
    text.forEachScalar { scalar in
      write(scalar, row, &next, &last, end, style)
    }
    return next - start
  }

  /// Writes one scalar at `next`; returns whether the next one may follow.
  @discardableResult
  private mutating func write(
    _ scalar: Unicode.Scalar, _ row: Int, _ next: inout Int, _ last: inout Int, _ end: Int,
    _ style: Style
  ) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) {
      guard next < end else { return false }
      last = next
      if next >= clip.column { store(Cell(Glyph(scalar), style: style), row, next) }
      next += 1
      return true
    }
    switch CellWidth.kind(of: scalar) {
    case .invisible: return true
    case .mark: if last >= 0 { joinMark(scalar, row: row, column: last) }
    case .control:
      guard next < end else { return false }
      last = next
      place(Glyph(glyphs.symbol(forControl: scalar)), 1, row, next, end, style)
      next += 1
    case .glyph(let width):
      guard next < end else { return false }
      last = next
      next += place(substituted(scalar), width, row, next, end, style)
    }
    return true
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
    guard clip.rows.contains(row), column < clip.endColumn else { return }
    let start = max(column, -Rect.bound)
    var (next, last) = (start, -1)
    write(glyph, row, &next, &last, min(clip.endColumn, start + 2), style)
  }

  /// Repeats a glyph along each row of an area, as often as there is room.
  package mutating func fill(
    _ area: Rect, with glyph: Unicode.Scalar = " ", style: Style = .plain
  ) {
    let visible = area.intersection(clip)
    guard !visible.isEmpty else { return }
    if CellWidth.kind(of: glyph) == .glyph(width: 1) {
      let cell = Cell(substituted(glyph), style: style)
      for row in visible.rows { CellGrid.fill(&rows[row], visible.columns, with: cell) }
      return
    }
    let (start, end) = (max(area.column, -Rect.bound), min(area.endColumn, clip.endColumn))
    for row in visible.rows {
      var (next, last) = (start, -1)
      while next < end {
        let before = next
        guard write(glyph, row, &next, &last, end, style), next > before else { break }
      }
    }
  }

  /// Gives the cells of an area a style and leaves their glyphs.
  package mutating func restyle(_ area: Rect, _ change: (inout Style) -> Void) {
    let area = area.intersection(clip)
    for row in area.rows {
      for column in area.columns { change(&rows[row][column].style) }
    }
  }

  private func substituted(_ scalar: Unicode.Scalar) -> Glyph {
    Glyph(glyphs.substitute(for: scalar))
  }

  @discardableResult
  private mutating func place(
    _ glyph: Glyph, _ width: Int, _ row: Int, _ column: Int, _ end: Int, _ style: Style
  ) -> Int {
    // ASCII stands in for a wide glyph with one "?" per cell.
    let isWhole = width == 1 || (glyph.base.value >= 0x80)
    if isWhole, column >= clip.column, column + width <= end {
      store(Cell(glyph, style: style, width: UInt8(width)), row, column)
      if width == 2 { store(Cell(.space, style: style, width: 0), row, column + 1, second: true) }
    } else {
      let filler = isWhole ? Glyph.space : glyph
      for cell in max(column, clip.column)..<max(min(column + width, end), max(column, clip.column))
      {
        store(Cell(filler, style: style), row, cell)
      }
    }
    return width
  }

  private mutating func joinMark(_ mark: Unicode.Scalar, row: Int, column: Int) {
    guard column >= clip.column, column < clip.endColumn, glyphs != .ascii else { return }
    rows[row][column].glyph.join(mark)
  }

  /// Stores a cell and blanks the other half of any wide glyph that it cuts.
  private mutating func store(_ cell: Cell, _ row: Int, _ column: Int, second: Bool = false) {
    CellGrid.store(cell, in: &rows[row], column, second: second)
  }

  private static func store(
    _ cell: Cell, in row: inout [Cell], _ column: Int, second: Bool
  ) {
    let old = row[column]
    if old.width == 0, !second, column > 0 {
      row[column - 1].glyph = .space
      row[column - 1].width = 1
    } else if old.width == 2, column + 1 < row.count {
      row[column + 1].width = 1
    }
    row[column] = cell
  }

  /// Stores a cell in several columns, of which there is one at least.
  private static func fill(_ row: inout [Cell], _ columns: Range<Int>, with cell: Cell) {
    store(cell, in: &row, columns.lowerBound, second: false)
    store(cell, in: &row, columns.upperBound - 1, second: columns.count > 1)
    for column in columns { row[column] = cell }
  }
}
