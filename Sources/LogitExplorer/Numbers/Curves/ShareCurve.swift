internal import LogitKernel

/// A probability against one logit, near enough for points of a drawing: a sigmoid, shifted to where
/// it is 1/2.
package struct ShareCurve: Sendable {
  fileprivate let middle: Double
  fileprivate let temperature: Double

  /// σ of a z on its own.
  package static let sigmoid = ShareCurve(middle: 0, temperature: 1)

  package func height(at logit: Double) -> Double {
    Approximation.sigmoid((logit - middle) / temperature)
  }
}

extension RowNumbers {
  /// p of a class against its logit, all others fixed; `nil` where there is no curve.
  package func shareCurve(at index: Int) -> ShareCurve? {
    let (logit, temperature) = (row.logits[index], row.temperature)
    // Its log-odds are how far it is from there; without any, the others are asked.
    let middle =
      logit.isFinite
      ? logit - temperature * row.logOdds(at: index)
      : row.logitGiving(probability: 0.5, at: index)
    guard middle.isFinite, temperature.isFinite, temperature != 0 else { return nil }
    return ShareCurve(middle: middle, temperature: temperature)
  }
}

/// −ln p, near enough for points of a drawing.
package func surpriseCurve(_ p: Double) -> Double { -Approximation.naturalLogarithm(p) }
