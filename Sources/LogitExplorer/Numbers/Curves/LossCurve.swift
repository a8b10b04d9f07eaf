internal import LogitKernel

/// One class's logit on a line and a loss above it, as points to draw.
///
/// The other classes stay where they are, so that this is what a nudge of the logit walks along.
package struct LossCurve: Equatable, Sendable {
  /// What the loss is a function of.
  enum Kind: Equatable {
    /// The loss of the whole row.
    case crossEntropy(LossTarget)
    /// The loss of this class's question alone, with the weight of yes.
    case binary(Double)
  }

  package let logits: [Double]
  /// The loss at each logit; infinite or NaN where it is.
  package let losses: [Double]
  /// Where the document is; `nil` when its logit or its loss is not finite.
  package let present: Present?

  /// A point on the curve and the line through it.
  package struct Present: Equatable, Sendable {
    package let logit: Double
    package let loss: Double
    /// The loss's derivative with respect to the logit; NaN where there is none.
    package let slope: Double

    /// The tangent's height at a logit.
    package func tangent(at other: Double) -> Double { loss + slope * (other - logit) }
  }

  init(_ row: LogitRow, selection: Int, kind: Kind, pointCount: Int) {
    let turn = LossCurve.turningPoint(row, selection, kind)
    let (low, high) = LossCurve.range(row, selection, turn ?? 0)
    let least = turn == nil ? max(20_000 / max(row.count, 1), 12) : pointCount
    let count = max(min(pointCount, least), 2)
    logits = (0..<count).map {
      let fraction = Double($0) / Double(count - 1)
      return low * (1 - fraction) + high * fraction
    }
    let present = LossCurve.present(row, selection, kind)
    if let turn, case .crossEntropy(let target) = kind {
      losses = LossCurve.losses(logits, row, selection, target, turn, present)
    } else {
      var moved = row.logits
      losses = logits.map { logit in
        moved[selection] = logit
        return LossCurve.loss(moved, row.temperature, selection, kind)
      }
    }
    self.present = present
  }

  /// The losses along the logit z, near enough for points of a drawing, from the present one, or else
  /// that at z₀, where the class is as probable as all others together.
  ///
  /// With u = (z − z₀)/T the loss is a constant and Σq·ln(1 + e^u) − q·u: one sum over the classes
  /// serves the whole curve.
  private static func losses(
    _ logits: [Double], _ row: LogitRow, _ selection: Int, _ target: LossTarget, _ turn: Double,
    _ present: Present?
  ) -> [Double] {
    let own = target.weight(at: selection, of: row.count)
    let sum =
      target.isOfOneClass
      ? 1
      : row.logits.indices.wanted("looking at the target").reduce(0) {
        $0 + target.weight(at: $1, of: row.count)
      }
    func change(_ logit: Double) -> Double {
      let u = logit / row.temperature - turn / row.temperature
      return sum * Approximation.softplus(u) - own * u
    }
    let constant: Double
    if let present {
      constant = present.loss - change(present.logit)
    } else {
      var moved = row.logits
      moved[selection] = turn
      constant =
        LogitRow(moved, temperature: row.temperature).crossEntropy(target) - change(turn)
    }
    return logits.map { constant + change($0) }
  }

  private static func loss(
    _ logits: Logits, _ temperature: Double, _ selection: Int, _ kind: Kind
  ) -> Double {
    switch kind {
    case .crossEntropy(let target):
      LogitRow(logits, temperature: temperature).crossEntropy(target)
    case .binary(let target):
      binaryCrossEntropyWithLogits(logits[selection], target: target, temperature: temperature)
    }
  }

  private static func present(_ row: LogitRow, _ selection: Int, _ kind: Kind) -> Present? {
    let logit = row.logits[selection]
    let loss = loss(row.logits, row.temperature, selection, kind)
    guard logit.isFinite, loss.isFinite else { return nil }
    let slope =
      switch kind {
      case .crossEntropy(let target): row.crossEntropyGradient(target, at: selection)
      case .binary(let target):
        binaryCrossEntropyWithLogitsGradient(logit, target: target, temperature: row.temperature)
      }
    return Present(logit: logit, loss: loss, slope: slope)
  }

  /// Six temperatures to either side of the turning point, and two beyond the present logit.
  private static func range(
    _ row: LogitRow, _ selection: Int, _ turn: Double
  ) -> (low: Double, high: Double) {
    let size = row.temperature.magnitude
    let scale = size > 0 && size.isFinite ? size : 1
    let logit = row.logits[selection]
    let least = max(turn.ulp, logit.magnitude.ulp)
    let unit = max(scale, least.isFinite ? least * 64 : 0)
    var (low, high) = (turn - 6 * unit, turn + 6 * unit)
    if logit.isFinite {
      low = min(low, logit - 2 * unit)
      high = max(high, logit + 2 * unit)
    }
    let greatest = Double.greatestFiniteMagnitude
    return (max(low, -greatest), min(high, greatest))
  }

  /// T·ln Σ e^z over the other classes, where the class is as probable as they are together; `nil`
  /// for a question by itself and where there is no such logit.
  private static func turningPoint(
    _ row: LogitRow, _ selection: Int, _ kind: Kind
  ) -> Double? {
    guard case .crossEntropy = kind, row.temperature != 0, row.temperature.isFinite else {
      return nil
    }
    var others = row.logits
    _ = others.remove(at: selection)
    let turn = row.temperature * LogitRow(others, temperature: row.temperature).logSumExp()
    return turn.isFinite ? turn : nil
  }
}

extension LossTarget {
  /// Whether its weights, before smoothing, are 1 for one class and 0 for the others.
  fileprivate var isOfOneClass: Bool {
    if case .index = weights { true } else { false }
  }
}
