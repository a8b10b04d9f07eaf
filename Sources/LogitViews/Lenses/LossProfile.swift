import LogitKernel

/// One class's logit on a line and a loss above it, as points to draw.
///
/// The other classes stay where they are, so that this is what a nudge of the logit walks along.
struct LossProfile: Equatable {
  /// What the loss is a function of.
  enum Kind: Equatable {
    /// The loss of the whole row.
    case crossEntropy(LossTarget)
    /// The loss of this class's question alone, with the weight of yes.
    case binary(Double)
  }

  let logits: [Double]
  /// The loss at each logit; infinite or NaN where it is.
  let losses: [Double]
  /// Where the document stands; `nil` when its logit or its loss is not finite.
  let present: Present?

  /// A point on the curve and the line through it.
  struct Present: Equatable {
    let logit: Double
    let loss: Double
    /// The loss's derivative with respect to the logit; NaN where there is none.
    let slope: Double

    /// The tangent's height at a logit.
    func tangent(at other: Double) -> Double { loss + slope * (other - logit) }
  }

  init(_ row: LogitRow, selection: Int, kind: Kind, pointCount: Int) {
    let count = max(min(pointCount, max(60_000 / max(row.count, 1), 16)), 2)
    let (low, high) = LossProfile.range(row, selection, kind)
    logits = (0..<count).map {
      let fraction = Double($0) / Double(count - 1)
      return low * (1 - fraction) + high * fraction
    }
    var moved = row.logits
    losses = logits.map { logit in
      moved[selection] = logit
      return LossProfile.loss(moved, row.temperature, selection, kind)
    }
    present = LossProfile.present(row, selection, kind)
  }

  private static func loss(
    _ logits: [Double], _ temperature: Double, _ selection: Int, _ kind: Kind
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

  /// Six temperatures to either side of where the class is as probable as all others together, and
  /// two beyond the present logit.
  private static func range(
    _ row: LogitRow, _ selection: Int, _ kind: Kind
  ) -> (low: Double, high: Double) {
    let size = row.temperature.magnitude
    let scale = size > 0 && size.isFinite ? size : 1
    let turn = turningPoint(row, selection, kind)
    let least = max(turn.ulp, row.logits[selection].magnitude.ulp)
    let unit = max(scale, least.isFinite ? least * 64 : 0)
    var (low, high) = (turn - 6 * unit, turn + 6 * unit)
    let logit = row.logits[selection]
    if logit.isFinite {
      low = min(low, logit - 2 * unit)
      high = max(high, logit + 2 * unit)
    }
    let greatest = Double.greatestFiniteMagnitude
    return (max(low, -greatest), min(high, greatest))
  }

  /// T·ln Σ e^z over the other classes; 0 for a question by itself and where there is no such logit.
  private static func turningPoint(
    _ row: LogitRow, _ selection: Int, _ kind: Kind
  ) -> Double {
    guard case .crossEntropy = kind else { return 0 }
    var others = row.logits
    others.remove(at: selection)
    let isOrdinary = row.temperature != 0 && row.temperature.isFinite
    let temperature = isOrdinary ? row.temperature : 1
    let turn = temperature * LogitRow(others, temperature: temperature).logSumExp()
    return turn.isFinite ? turn : 0
  }
}
