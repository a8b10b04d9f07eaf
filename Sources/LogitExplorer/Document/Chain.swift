package import LogitKernel

/// What a row of logits passes on its way from the document to the functions, stage by stage.
package struct Chain: Equatable, Sendable {
  package enum Stage: Equatable, Sendable {
    /// −∞ in place of the logits of some classes.
    case mask(ClassMask)
    /// Divides every logit; the row does it, so that each number is rounded once.
    case temperature(Double)
  }

  package var stages: [Stage]

  /// What the stages make of the logits.
  package func row(of logits: Logits) -> LogitRow {
    let temperature = stages.reduce(1.0) { product, stage in
      if case .temperature(let temperature) = stage { product * temperature } else { product }
    }
    return LogitRow(effectiveLogits(of: logits), temperature: temperature)
  }

  /// The logits as the functions see them, before any is divided.
  func effectiveLogits(of logits: Logits) -> Logits {
    stages.reduce(logits) { logits, stage in
      if case .mask(let mask) = stage { mask.effectiveLogits(of: logits) } else { logits }
    }
  }
}

extension Document {
  /// Masks first, then the temperature.
  package var chain: Chain { Chain(stages: [.mask(isMasked), .temperature(temperature)]) }

  package var row: LogitRow { chain.row(of: logits) }

  /// The logits as the functions see them: −∞ where a class is masked.
  package var effectiveLogits: Logits { chain.effectiveLogits(of: logits) }
}
