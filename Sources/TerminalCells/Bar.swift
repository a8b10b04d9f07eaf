/// The side of a cell or of an area that a bar grows from.
package enum BarEdge: CaseIterable, Sendable {
  case left, right, bottom, top
}

/// A partly filled cell: a glyph, shown in reverse video where only its complement exists.
package struct BarCell: Equatable, Sendable {
  package let glyph: Unicode.Scalar
  package let isReversed: Bool
}

extension GlyphLevel {
  /// The glyph for a cell filled to `eighths` of it from one edge.
  ///
  /// Plain Unicode has left and lower eighths only. The right 3/8 of a cell are what the left 5/8
  /// leave over, so that glyph in reverse video gives every eighth on both sides of zero. Coarser
  /// levels round, but never a part to nothing.
  package func barCell(eighths: Int, from edge: BarEdge) -> BarCell {
    if eighths <= 0 { return BarCell(glyph: " ", isReversed: false) }
    switch self {
    case .ascii: return BarCell(glyph: asciiBar(min(eighths, 8), edge), isReversed: false)
    case .console: return BarCell(glyph: halfBar(eighths, edge), isReversed: false)
    case .blocks, .sextants: return eighthBar(eighths, edge)
    }
  }

  private func asciiBar(_ eighths: Int, _ edge: BarEdge) -> Unicode.Scalar {
    switch edge {
    case .left, .right: eighths < 4 ? "-" : eighths < 8 ? "=" : "#"
    case .bottom, .top: Array(" .:-=+**#".unicodeScalars)[eighths]
    }
  }

  private func halfBar(_ eighths: Int, _ edge: BarEdge) -> Unicode.Scalar {
    if eighths > 5 { return "█" }
    return switch edge {
    case .left: "▌"
    case .right: "▐"
    case .bottom: "▄"
    case .top: "▀"
    }
  }

  private func eighthBar(_ eighths: Int, _ edge: BarEdge) -> BarCell {
    if eighths >= 8 { return BarCell(glyph: "█", isReversed: false) }
    switch edge {
    case .left: return BarCell(glyph: GlyphLevel.leftEighths[eighths], isReversed: false)
    case .bottom: return BarCell(glyph: GlyphLevel.lowerEighths[eighths], isReversed: false)
    case .right:
      guard self == .sextants else {
        return BarCell(glyph: GlyphLevel.leftEighths[8 - eighths], isReversed: true)
      }
      return BarCell(glyph: GlyphLevel.rightEighths[eighths], isReversed: false)
    case .top:
      guard self == .sextants else {
        return BarCell(glyph: GlyphLevel.lowerEighths[8 - eighths], isReversed: true)
      }
      return BarCell(glyph: GlyphLevel.upperEighths[eighths], isReversed: false)
    }
  }

  private static let leftEighths = Array(" ▏▎▍▌▋▊▉█".unicodeScalars)
  private static let lowerEighths = Array(" ▁▂▃▄▅▆▇█".unicodeScalars)
  private static let rightEighths = Array(" ▕🮇🮈▐🮉🮊🮋█".unicodeScalars)
  private static let upperEighths = Array(" ▔🮂🮃▀🮄🮅🮆█".unicodeScalars)
}

extension CellGrid {
  /// Draws a bar `length` cells long along `area`, growing from one of its edges.
  ///
  /// What is above 0 shows at least the thinnest mark (a dim dot below a sixteenth of a cell), and
  /// what is shorter than the area never fills it. Longer bars stop at the far edge; NaN draws
  /// nothing. A bar from the left or right fills every row of the area, others every column.
  package mutating func drawBar(
    _ length: Double, in area: Rect, from edge: BarEdge, style: Style
  ) {
    let isFlat = edge == .left || edge == .right
    let cells = isFlat ? area.width : area.height
    guard length > 0, cells > 0, !area.isEmpty else { return }
    if length < 1.0 / 16 {
      let dot: Unicode.Scalar = isFlat ? glyphs.middleDot : "."
      fill(strip(0..<1, of: area, from: edge), with: dot, style: Style(.dim))
      return
    }
    let eighths = eighthCount(length, cells)
    let whole = eighths / 8
    drawLines(0..<whole, eighths: 8, in: area, from: edge, style)
    drawLines(whole..<whole + 1, eighths: eighths - 8 * whole, in: area, from: edge, style)
  }

  /// Draws lines of equally filled cells.
  private mutating func drawLines(
    _ lines: Range<Int>, eighths: Int, in area: Rect, from edge: BarEdge, _ style: Style
  ) {
    guard !lines.isEmpty, eighths > 0 else { return }
    let cell = glyphs.barCell(eighths: eighths, from: edge)
    var style = style
    if cell.isReversed { style.isReversed.toggle() }
    fill(strip(lines, of: area, from: edge), with: cell.glyph, style: style)
  }

  private func eighthCount(_ length: Double, _ cells: Int) -> Int {
    guard length < Double(cells) else { return 8 * cells }
    return min(max(1, Int((length * 8).rounded())), 8 * cells - 1)
  }

  /// The lines of cells at distances from the edge that a bar grows from.
  private func strip(_ lines: Range<Int>, of area: Rect, from edge: BarEdge) -> Rect {
    switch edge {
    case .left: area.removingLeft(lines.lowerBound).left(lines.count)
    case .right: area.removingRight(lines.lowerBound).right(lines.count)
    case .top: area.removingTop(lines.lowerBound).top(lines.count)
    case .bottom: area.removingBottom(lines.lowerBound).bottom(lines.count)
    }
  }
}
