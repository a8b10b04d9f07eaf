package import TerminalCells

/// One part of a strip that is 100 % wide.
package struct StripPart: Equatable, Sendable {
  package var label: String
  /// Tells the part apart where its label does not fit.
  package var mark: Unicode.Scalar
  package var style: Style

  package init(label: String, mark: Unicode.Scalar, style: Style) {
    self.label = label
    self.mark = mark
    self.style = style
  }
}

extension StripPart {
  /// Labels begin in every eighth column of the strip where they have room to.
  fileprivate static let step = 8

  /// Cells for each share, `width` in all: a part ends at the cell nearest to where it truly ends.
  ///
  /// Shares that are not positive numbers get none; without a positive share all get none.
  package static func allot(_ shares: [Double], width: Int) -> [Int] {
    let clean = shares.map { $0 > 0 && $0.isFinite ? $0 : 0 }
    let total = clean.reduce(0, +)
    guard total > 0, total.isFinite, width > 0 else { return shares.map { _ in 0 } }
    var (sum, start) = (0.0, 0)
    return clean.map { share in
      sum += share
      let end = max(start, min(width, Int((sum / total * Double(width)).rounded())))
      defer { start = end }
      return end - start
    }
  }
}

extension CellGrid {
  /// Draws parts with these shares side by side over the whole width of the area; those too small to
  /// be seen are not asked for.
  package mutating func drawStrip(
    _ shares: [Double], in area: Rect, part: (Int) -> StripPart
  ) {
    var column = area.column
    for (place, width) in StripPart.allot(shares, width: area.width).enumerated() where width > 0 {
      let box = Rect(row: area.row, column: column, width: width, height: area.height)
      draw(part(place), in: box, area)
      column += width
    }
  }

  private mutating func draw(_ part: StripPart, in box: Rect, _ area: Rect) {
    let style = glyphs == .ascii ? part.style : part.style.reversed
    fill(box, with: glyphs == .ascii ? part.mark : " ", style: style)
    let row = area.row + area.height / 2
    if box.column > area.column, box.width > 1 {
      // Without colour, edges are all that separates neighbours.
      put(glyphs.verticalLine, row: row, column: box.column, style: style)
    }
    let name = CellWidth.truncated(part.label, toWidth: box.width - 2, level: glyphs)
    let nameWidth = CellWidth.of(name)
    guard box.width >= 6 || nameWidth == CellWidth.of(part.label) else {
      return put(part.mark, row: row, column: box.column + box.width / 2, style: style)
    }
    // In the middle, in steps, so that it stays where it is while an edge moves a little.
    let middle = box.column - area.column + (box.width - nameWidth) / 2
    let step = StripPart.step
    let wished = area.column + (middle + step / 2) / step * step
    let column = min(max(wished, box.column + 1), box.endColumn - 1 - nameWidth)
    write(name, row: row, column: column, maxWidth: box.width, style: style)
  }
}
