/// Writes on one row of cells, from left to right.
struct CellPen {
  let cells: UnsafeMutableBufferPointer<Cell>
  /// Columns before this one are passed over.
  let start: Int
  /// Nothing is written from this column on.
  let end: Int
  /// The column of the next glyph.
  private(set) var next: Int
  let glyphs: GlyphLevel
  let style: Style
  /// The column of the last glyph, which marks join; negative when there is none.
  private var last = -1

  init(
    cells: UnsafeMutableBufferPointer<Cell>, start: Int, end: Int, next: Int, glyphs: GlyphLevel,
    style: Style
  ) {
    (self.cells, self.start, self.end, self.next) = (cells, start, end, next)
    (self.glyphs, self.style) = (glyphs, style)
  }

  /// Writes one scalar; returns whether another may follow.
  @discardableResult
  mutating func write(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) {
      guard next < end else { return false }
      last = next
      if next >= start { store(Cell(Glyph(scalar), style: style), next) }
      next += 1
      return true
    }
    switch CellWidth.kind(of: scalar) {
    case .invisible: return true
    case .mark:
      joinMark(scalar)
      return true
    case .control: return place(Glyph(glyphs.symbol(forControl: scalar)), 1)
    case .glyph(let width): return place(Glyph(glyphs.substitute(for: scalar)), width)
    }
  }

  /// Writes a scalar as often as there is room.
  mutating func `repeat`(_ scalar: Unicode.Scalar) {
    while next < end {
      let before = next
      guard write(scalar), next > before else { return }
    }
  }

  private mutating func place(_ glyph: Glyph, _ width: Int) -> Bool {
    guard next < end else { return false }
    last = next
    next += width
    // ASCII stands in for a wide glyph with one "?" per cell.
    let isWhole = width == 1 || glyph.base.value >= 0x80
    if isWhole, last >= start, next <= end {
      store(Cell(glyph, style: style, width: UInt8(width)), last)
      if width == 2 { store(Cell(.space, style: style, width: 0), last + 1, second: true) }
    } else {
      let filler = isWhole ? Glyph.space : glyph
      for column in last..<min(next, end) where column >= start {
        store(Cell(filler, style: style), column)
      }
    }
    return true
  }

  private func joinMark(_ mark: Unicode.Scalar) {
    guard last >= max(start, 0), last < end, glyphs != .ascii else { return }
    cells[last].glyph.join(mark)
  }

  private func store(_ cell: Cell, _ column: Int, second: Bool = false) {
    CellPen.store(cell, in: cells, column, second: second)
  }

  /// Stores a cell and blanks the other half of any wide glyph that it cuts.
  private static func store(
    _ cell: Cell, in row: UnsafeMutableBufferPointer<Cell>, _ column: Int, second: Bool
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
  static func fill(
    _ row: UnsafeMutableBufferPointer<Cell>, _ columns: Range<Int>, with cell: Cell
  ) {
    store(cell, in: row, columns.lowerBound, second: false)
    store(cell, in: row, columns.upperBound - 1, second: columns.count > 1)
    row[columns].update(repeating: cell)
  }
}
