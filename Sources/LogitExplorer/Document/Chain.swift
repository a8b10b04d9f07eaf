package import LogitKernel

/// What a row of logits passes on its way from the document to the functions, stage by stage.
package struct Chain: Equatable, Sendable {
  package enum Stage: Equatable, Sendable {
    /// −∞ in place of the logits of some classes.
    case mask([Bool])
    /// Divides every logit; the row does it, so that each number is rounded once.
    case temperature(Double)
  }

  package var stages: [Stage]

  /// What the stages make of the logits.
  package func row(of logits: [Double]) -> LogitRow {
    let temperature = stages.reduce(1.0) { product, stage in
      if case .temperature(let temperature) = stage { product * temperature } else { product }
    }
    return LogitRow(effectiveLogits(of: logits), temperature: temperature)
  }

  /// The logits as the functions see them, before any is divided.
  func effectiveLogits(of logits: [Double]) -> [Double] {
    stages.reduce(logits) { logits, stage in
      guard case .mask(let isMasked) = stage, isMasked.contains(true) else { return logits }
      return zip(logits, isMasked).map { $1 ? -.infinity : $0 }
    }
  }
}

extension Document {
  /// Masks first, then the temperature.
  package var chain: Chain { Chain(stages: [.mask(isMasked), .temperature(temperature)]) }

  package var row: LogitRow { chain.row(of: logits.array) }

  /// The logits as the functions see them: −∞ where a class is masked.
  package var effectiveLogits: [Double] { chain.effectiveLogits(of: logits.array) }
}
