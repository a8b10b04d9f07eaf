package import LogitExplorer
package import TerminalCells

/// The scale of a probability bar: linear from 0 to 1, decades below 1, or log-odds around 1/2.
package struct ProbabilityAxis: Equatable, Sendable {
  package let scale: AxisScale

  package init(_ scale: AxisScale) { self.scale = scale }

  /// The signed axis of log-odds.
  static let oddsScale = SignedScale(limit: AxisScale.oddsLimit)

  /// The probability at a cell of a bar, its left edge being column 0.
  ///
  /// A linear bar's last cell means 1, and the cell before its first means 0.
  package func probability(atColumn column: Int, width: Int) -> Double {
    guard width > 0 else { return 0 }
    guard scale != .logOdds else {
      return scale.probability(at: ProbabilityAxis.oddsScale.value(atColumn: column, width: width))
    }
    return column < 0 ? 0 : scale.probability(at: min(Double(column + 1) / Double(width), 1))
  }

  /// Tick labels with the share of the bar at which they stand.
  func ticks(width: Int) -> [(share: Double, text: String)] {
    switch scale {
    case .linear:
      if width >= 48 {
        return [(0, "0"), (0.25, "0.25"), (0.5, "0.5"), (0.75, "0.75"), (1, "1")]
      }
      return width >= 12 ? [(0, "0"), (0.5, "0.5"), (1, "1")] : [(0, "0"), (1, "1")]
    case .log:
      let middle = [(0.0, "1e-8"), (0.5, "1e-4"), (1, "1")]
      return width >= 16 ? middle : [(0, "1e-8"), (1, "1")]
    case .logOdds: return []
    }
  }
}

extension CellGrid {
  /// Draws a probability; what is above 0 always leaves a mark, and what is below a log axis `<`.
  package mutating func drawProbabilityBar(
    _ point: ProbabilityPoint, ghost: ProbabilityPoint? = nil, in area: Rect,
    style: Style
  ) {
    guard !area.isEmpty else { return }
    let axis = ProbabilityAxis(point.scale)
    if axis.scale == .logOdds {
      drawSignedBar(
        point.value, ghost: ghost?.value, scale: ProbabilityAxis.oddsScale, in: area, style: style)
      return
    }
    if let share = axis.scale.share(point) {
      if share > 0 {
        drawBar(share * Double(area.width), in: area, from: .left, style: style)
      } else if point.isAboveZero {
        fill(area.left(1), with: axis.scale == .log ? "<" : glyphs.middleDot, style: .dim)
      }
    } else {
      write("nan", row: area.row, column: area.column, maxWidth: area.width, style: .error)
    }
    guard let ghost, let share = axis.scale.share(ghost), share > 0, ghost != point else { return }
    let column = min(Int(share * Double(area.width)), area.width - 1)
    drawGhostMark(row: area.row, column: area.column + column, height: area.height)
  }

  /// The ticks of a probability axis, above its bars; none overlaps another.
  package mutating func drawProbabilityAxis(
    _ axis: ProbabilityAxis, in area: Rect, style: Style = .heading
  ) {
    if axis.scale == .logOdds {
      drawSignedAxis(ProbabilityAxis.oddsScale, in: area, style: style)
      return
    }
    let ticks = axis.ticks(width: area.width)
    let needed = ticks.reduce(0) { $0 + $1.text.count + 1 }
    guard needed <= area.width + 1 else { return }
    for (share, text) in ticks {
      let free = Double(area.width - text.count)
      let column =
        share == 0 ? 0 : share == 1 ? free : share * Double(area.width) - Double(text.count) / 2
      write(text, row: area.row, column: area.column + Int(column.rounded()), style: style)
    }
  }
}
