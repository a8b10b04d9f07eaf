/// A small bitmap drawn with the finest dots a glyph level has: braille, sextants, half blocks, or
/// three heights of ASCII.
///
/// Row 0 is the uppermost. Dots outside are ignored. A cell has one style: that of its last dot.
package struct DotCanvas: Sendable {
  /// Columns and rows of dots.
  package let size: Size
  package let glyphs: GlyphLevel
  private let cells: Size
  private let perCell: Size
  private var patterns: [UInt8]
  private var styles: [Style]

  /// A canvas that covers `cells` cells.
  package init(cells: Size, glyphs: GlyphLevel) {
    let cells = Size(width: min(cells.width, 4096), height: min(cells.height, 4096))
    self.cells = cells
    self.glyphs = glyphs
    perCell = glyphs.dotsPerCell
    size = Size(width: cells.width * perCell.width, height: cells.height * perCell.height)
    patterns = Array(repeating: 0, count: cells.width * cells.height)
    styles = Array(repeating: .plain, count: patterns.count)
  }

  package mutating func set(x: Int, y: Int, style: Style = .plain) {
    guard x >= 0, x < size.width, y >= 0, y < size.height else { return }
    let cell = y / perCell.height * cells.width + x / perCell.width
    patterns[cell] |= 1 << UInt8(y % perCell.height * perCell.width + x % perCell.width)
    styles[cell] = style
  }

  /// A straight line between two dots, ends included; parts outside cost nothing.
  package mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), style: Style = .plain
  ) {
    guard let (first, last) = clippedSegment(start, end) else { return }
    let (dx, dy) = (last.x - first.x, last.y - first.y)
    let steps = max(1, Int(max(abs(dx), abs(dy)).rounded(.up)))
    let one = 1 / Double(steps)
    for step in 0...steps {
      let share = step == steps ? 1 : Double(step) * one
      // All of it lies at −0.49 or above, so that cutting off rounds.
      set(
        x: Int(first.x + share * dx + 0.5), y: Int(first.y + share * dy + 0.5), style: style)
    }
  }

  /// Draws the cells that have dots over what is there.
  package func draw(on grid: inout CellGrid, in area: Rect) {
    grid.clipped(to: area) { grid in
      for (index, pattern) in patterns.enumerated() where pattern != 0 {
        grid.put(
          glyphs.dotScalar(pattern), row: area.row + index / cells.width,
          column: area.column + index % cells.width, style: styles[index])
      }
    }
  }

  /// The part of a segment inside of the canvas, its new ends computed and not searched.
  private func clippedSegment(
    _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
  ) -> ((x: Double, y: Double), (x: Double, y: Double))? {
    guard (b.x - a.x).isFinite, (b.y - a.y).isFinite, !patterns.isEmpty else { return nil }
    // Half a dot around the canvas still rounds to a dot on it.
    let (right, bottom) = (Double(size.width) - 0.51, Double(size.height) - 0.51)
    guard let (a, b) = cut((a.x, a.y), (b.x, b.y), between: -0.49, and: right),
      let (c, d) = cut((a.1, a.0), (b.1, b.0), between: -0.49, and: bottom)
    else { return nil }
    return ((c.1, c.0), (d.1, d.0))
  }

  /// Cuts a segment at two values of its first coordinate.
  ///
  /// An end that is moved gets the border itself, so that ends from far away lose no digits.
  private func cut(
    _ a: (Double, Double), _ b: (Double, Double), between low: Double, and high: Double
  ) -> ((Double, Double), (Double, Double))? {
    guard max(a.0, b.0) >= low, min(a.0, b.0) <= high else { return nil }
    func moved(_ end: (Double, Double)) -> (Double, Double) {
      let border = min(max(end.0, low), high)
      guard border != end.0 else { return end }
      return (border, a.1 + (border - a.0) / (b.0 - a.0) * (b.1 - a.1))
    }
    return (moved(a), moved(b))
  }
}

extension GlyphLevel {
  /// How many dots a cell is divided into.
  package var dotsPerCell: Size {
    switch self {
    case .ascii: Size(width: 1, height: 3)
    case .console: Size(width: 1, height: 2)
    case .blocks: Size(width: 2, height: 4)
    case .sextants: Size(width: 2, height: 3)
    }
  }

  /// The glyph for a set of dots; bit `row * columns + column` stands for one of them.
  package func dotGlyph(_ pattern: UInt8) -> Character { Character(dotScalar(pattern)) }

  func dotScalar(_ pattern: UInt8) -> Unicode.Scalar {
    switch self {
    case .ascii: GlyphLevel.asciiDots[Int(pattern & 7)]
    case .console: GlyphLevel.halfBlocks[Int(pattern & 3)]
    case .blocks: GlyphLevel.braille[Int(pattern)]
    case .sextants: GlyphLevel.sextant(pattern & 63)
    }
  }

  private static let asciiDots = Array(" '-|.:||".unicodeScalars)
  private static let halfBlocks = Array(" ▀▄█".unicodeScalars)

  private static let braille: [Unicode.Scalar] = (0...UInt8.max).map { pattern in
    // Braille numbers its dots down the first column, down the second, and the last row at the end.
    let dots: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    let code = (0..<8).reduce(0x2800 as UInt32) { code, bit in
      pattern & (1 << bit) == 0 ? code : code | dots[bit]
    }
    return Unicode.Scalar(code) ?? " "
  }

  private static func sextant(_ pattern: UInt8) -> Unicode.Scalar {
    switch pattern {
    case 0: return " "
    case 0b010101: return "▌"
    case 0b101010: return "▐"
    case 63: return "█"
    default:
      // The block leaves out the four above, which Unicode had before.
      let skipped: UInt32 = 1 + (pattern > 0b010101 ? 1 : 0) + (pattern > 0b101010 ? 1 : 0)
      return Unicode.Scalar(0x1FB00 + UInt32(pattern) - skipped) ?? " "
    }
  }
}
