internal import LogitKernel

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

extension RowNumbers {
  /// p of a class on an axis.
  package func point(_ index: Int, on scale: AxisScale) -> ProbabilityPoint {
    point(
      on: scale, .probability(index), logProbability: .logProbability(index),
      logOdds: row.logOdds(at: index))
  }

  /// σ of a class's logit on an axis.
  package func sigmoidPoint(_ index: Int, on scale: AxisScale) -> ProbabilityPoint {
    point(
      on: scale, .logit(.sigmoid, index), logProbability: .logit(.logSigmoid, index),
      logOdds: scaledLogit(at: index))
  }

  /// Of a computed probability only the value is known, and its other forms follow from that.
  private func point(
    on scale: AxisScale, _ probability: Quantity, logProbability: Quantity,
    logOdds: @autoclosure () -> Double
  ) -> ProbabilityPoint {
    let p = value(probability)
    guard !isPlain else {
      return ProbabilityPoint(
        on: scale, probability: p, logProbability: value(logProbability), logOdds: logOdds())
    }
    return ProbabilityPoint(
      on: scale, probability: p, logProbability: naturalLogarithm(p), logOdds: LogitKernel.logit(p))
  }
}

extension AxisScale {
  /// The log axis begins at 10^−8.
  package static let decades = 8.0
  /// The log-odds axis ends at ±10, p = 0.99995.
  package static let oddsLimit = 10.0
  private static let ln10 = 2.302_585_092_994_046

  /// How much of a bar a probability fills, 0…1 or beyond; `nil` on a signed axis and for NaN.
  package func share(_ point: ProbabilityPoint) -> Double? {
    guard !point.value.isNaN else { return nil }
    return switch self {
    case .linear: point.value
    case .log: 1 + point.value / (AxisScale.decades * AxisScale.ln10)
    case .logOdds: nil
    }
  }

  /// The probability that fills so much of a bar; on a signed axis the one with such log-odds.
  package func probability(at place: Double) -> Double {
    switch self {
    case .linear: place
    case .log:
      LogitRow([(place - 1) * AxisScale.decades * AxisScale.ln10]).exponential(at: 0)
    case .logOdds: sigmoid(place)
    }
  }
}
