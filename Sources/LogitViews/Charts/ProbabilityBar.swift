package import LogitExplorer
import LogitKernel
package import TerminalCells

/// One probability in the form that its axis needs.
package struct ProbabilityPoint: Equatable, Sendable {
  package let scale: AxisScale
  /// The probability, its logarithm, or its log-odds.
  package let value: Double
  /// Whether the probability is above 0, also where it rounds to that.
  package let isAboveZero: Bool

  /// Each form is computed separately, and only if it is needed.
  package init(
    on scale: AxisScale, probability: @autoclosure () -> Double,
    logProbability: @autoclosure () -> Double, logOdds: @autoclosure () -> Double
  ) {
    self.scale = scale
    switch scale {
    case .linear:
      value = probability()
      isAboveZero = value > 0 || logProbability() > -.infinity
      return
    case .log: value = logProbability()
    case .logOdds: value = logOdds()
    }
    isAboveZero = value > -.infinity
  }
}

/// The scale of a probability bar: linear from 0 to 1, decades below 1, or log-odds around 1/2.
package struct ProbabilityAxis: Equatable, Sendable {
  package let scale: AxisScale

  package init(_ scale: AxisScale) { self.scale = scale }

  /// The log axis begins at 10^−8.
  static let decades = 8.0
  /// The log-odds axis ends at ±10, p = 0.99995.
  static let oddsScale = SignedScale(limit: 10)
  private static let ln10 = 2.302_585_092_994_046

  /// How much of the bar a probability fills, 0…1 or beyond; `nil` on a signed axis and for NaN.
  package func share(_ point: ProbabilityPoint) -> Double? {
    guard !point.value.isNaN else { return nil }
    return switch scale {
    case .linear: point.value
    case .log: 1 + point.value / (ProbabilityAxis.decades * ProbabilityAxis.ln10)
    case .logOdds: nil
    }
  }

  /// The probability at a cell of a bar, its left edge being column 0.
  ///
  /// A linear bar's last cell means 1, and the cell before its first means 0.
  package func probability(atColumn column: Int, width: Int) -> Double {
    guard width > 0 else { return 0 }
    let share = min(max(Double(column + 1) / Double(width), 0), 1)
    switch scale {
    case .linear: return column < 0 ? 0 : share
    case .log:
      if column < 0 { return 0 }
      let logarithm = (share - 1) * ProbabilityAxis.decades * ProbabilityAxis.ln10
      return LogitRow([logarithm]).exponential(at: 0)
    case .logOdds:
      return sigmoid(ProbabilityAxis.oddsScale.value(atColumn: column, width: width))
    }
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
    if let share = axis.share(point) {
      if share > 0 {
        drawBar(share * Double(area.width), in: area, from: .left, style: style)
      } else if point.isAboveZero {
        fill(area.left(1), with: axis.scale == .log ? "<" : glyphs.middleDot, style: .dim)
      }
    } else {
      write("nan", row: area.row, column: area.column, maxWidth: area.width, style: .error)
    }
    guard let ghost, let share = axis.share(ghost), share > 0, ghost != point else { return }
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
