import LogitKernel
package import TerminalCells

/// Where zero and the ends of a bar for both signs lie: one scale, zero in a column of its own.
package struct SignedScale: Equatable, Sendable {
  /// The value at both ends.
  package let limit: Double

  package init(limit: Double) { self.limit = limit > 0 && limit.isFinite ? limit : 1 }

  /// A nice scale that just covers the finite values.
  package init(covering values: some Sequence<Double>) {
    var greatest = 0.0
    for value in values where value.isFinite { greatest = max(greatest, value.magnitude) }
    limit = NiceNumber.atLeast(greatest)
  }

  /// A scale for finite values that are about to change: small changes leave it alone.
  package init(holding values: some Sequence<Double>, atLeast least: Double = 0) {
    var greatest = 0.0
    for value in values where value.isFinite { greatest = max(greatest, value.magnitude) }
    limit = max(NiceNumber.limit(holding: greatest), least)
  }

  /// Cells between zero and either end in a bar `width` cells wide.
  package static func reach(_ width: Int) -> Int { max(0, (width - 1) / 2) }

  /// The column of zero, counted from the bar's left end.
  package static func zero(_ width: Int) -> Int { reach(width) }

  /// The value in the middle of a cell, which may lie beyond the ends.
  package func value(atColumn column: Int, width: Int) -> Double {
    let reach = SignedScale.reach(width)
    guard reach > 0 else { return 0 }
    return Double(column - SignedScale.zero(width)) / Double(reach) * limit
  }

  /// How many cells from zero a value's bar reaches; longer than the area for what is off it.
  package func cells(_ value: Double, width: Int) -> Double {
    let cells = value.magnitude / limit * Double(SignedScale.reach(width))
    // The quotient may underflow; what is not 0 still leaves a mark.
    return value == 0 ? 0 : max(cells, .leastNonzeroMagnitude)
  }
}

extension CellGrid {
  /// Draws a value as a bar to one side of zero; `ghost` marks where another value's bar would end.
  ///
  /// What is off the scale fills its side and ends in `>` or `<`; infinities and NaN are words.
  package mutating func drawSignedBar(
    _ value: Double, ghost: Double? = nil, scale: SignedScale, in area: Rect, style: Style
  ) {
    let reach = SignedScale.reach(area.width)
    let zero = area.column + SignedScale.zero(area.width)
    guard !area.isEmpty else { return }
    fill(
      Rect(row: area.row, column: zero, width: 1, height: area.height), with: glyphs.verticalLine,
      style: .axis)
    guard reach > 0 else { return }
    let isNegative = value < 0
    let side =
      isNegative
      ? area.left(reach)
      : Rect(row: area.row, column: zero + 1, width: reach, height: area.height)
    if value.isFinite {
      let length = scale.cells(value, width: area.width)
      drawBar(length, in: side, from: isNegative ? .right : .left, style: style)
      if value.magnitude > scale.limit * 1.000_001 {
        fill(
          isNegative ? side.left(1) : side.right(1), with: isNegative ? "<" : ">",
          style: style.reversed)
      }
    } else {
      drawWord(value, in: side, isNegative: isNegative, style)
    }
    if let ghost { drawGhost(ghost, value: value, scale: scale, in: area) }
  }

  private mutating func drawWord(
    _ value: Double, in side: Rect, isNegative: Bool, _ style: Style
  ) {
    let text = DecimalText.shortest(value)
    let style = value.isNaN ? .error : style
    if isNegative {
      write(text, row: side.row, endColumn: side.endColumn, style: style)
    } else {
      write(text, row: side.row, column: side.column, maxWidth: side.width, style: style)
    }
  }

  private mutating func drawGhost(
    _ ghost: Double, value: Double, scale: SignedScale, in area: Rect
  ) {
    let reach = SignedScale.reach(area.width)
    guard ghost.isFinite, ghost != value, reach > 0 else { return }
    let cells = min(Int(scale.cells(ghost, width: area.width).rounded(.down)), reach - 1)
    let offset = ghost < 0 ? -1 - cells : 1 + cells
    let zero = area.column + SignedScale.zero(area.width)
    drawGhostMark(row: area.row, column: zero + offset, height: area.height)
  }

  /// A mark that stays visible inside of a bar and outside of it.
  mutating func drawGhostMark(row: Int, column: Int, height: Int) {
    for line in row..<row + height {
      let cell = self[line, column]
      let isCovered = cell.glyph.base == "█" || cell.glyph.base == "#"
      put(
        glyphs.dashedLine, row: line, column: column,
        style: isCovered ? Style(cell.style.role, isReversed: true) : .ghost)
    }
  }

  /// The ends and zero of a scale, above its bars.
  package mutating func drawSignedAxis(_ scale: SignedScale, in area: Rect, style: Style = .heading)
  {
    let reach = SignedScale.reach(area.width)
    let text = NiceNumber.label(scale.limit)
    let zero = area.column + SignedScale.zero(area.width)
    guard reach > 0 else { return }
    write("0", row: area.row, column: zero, maxWidth: 1, style: style)
    guard text.count + 1 <= reach - 1 else { return }
    write("-" + text, row: area.row, column: area.column, style: style)
    write("+" + text, row: area.row, endColumn: zero + reach + 1, style: style)
  }
}
