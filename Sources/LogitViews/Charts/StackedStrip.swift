package import TerminalCells

/// One part of a strip that is 100 % wide.
package struct StripPart: Equatable, Sendable {
  package var share: Double
  package var label: String
  /// Tells the part apart where its label does not fit.
  package var mark: Character
  package var style: Style

  package init(share: Double, label: String, mark: Character, style: Style) {
    self.share = share
    self.label = label
    self.mark = mark
    self.style = style
  }
}

extension StripPart {
  /// Cells for each share, `width` in all: whole cells first, the rest to the largest remainders.
  ///
  /// Shares that are not positive numbers get none; without a positive share all get none.
  package static func allot(_ shares: [Double], width: Int) -> [Int] {
    let clean = shares.map { $0 > 0 && $0.isFinite ? $0 : 0 }
    let sum = clean.reduce(0, +)
    guard sum > 0, sum.isFinite, width > 0 else { return shares.map { _ in 0 } }
    let ideal = clean.map { $0 / sum * Double(width) }
    var cells = ideal.map { Int($0.rounded(.down)) }
    let rest = width - cells.reduce(0, +)
    let order = ideal.indices.sorted { left, right in
      let (a, b) = (
        ideal[left] - ideal[left].rounded(.down), ideal[right] - ideal[right].rounded(.down)
      )
      return a == b ? left < right : a > b
    }
    for index in order.prefix(max(0, rest)) { cells[index] += 1 }
    return cells
  }
}

extension CellGrid {
  /// Draws the parts side by side over the whole width of the area.
  package mutating func drawStrip(_ parts: [StripPart], in area: Rect) {
    var column = area.column
    for (part, width) in zip(parts, StripPart.allot(parts.map(\.share), width: area.width))
    where width > 0 {
      let box = Rect(row: area.row, column: column, width: width, height: area.height)
      let style = glyphs == .ascii ? part.style : part.style.reversed
      fill(box, with: glyphs == .ascii ? part.mark : " ", style: style)
      let name = CellWidth.truncated(part.label, toWidth: width - 2, level: glyphs)
      let fits = CellWidth.of(part.label) <= width - 2 || width >= 6
      // Without colour an edge is all that tells neighbours apart.
      let edge = column > area.column ? String(glyphs.verticalLine) : " "
      let text = fits ? edge + name : width > 1 ? edge : " "
      write(text, row: area.row + area.height / 2, column: column, maxWidth: width, style: style)
      column += width
    }
  }
}
