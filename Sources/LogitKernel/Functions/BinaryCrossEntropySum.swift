/// The sum of the binary cross-entropies of several questions, Σ −yᵢ ln σ(zᵢ) − (1 − yᵢ) ln σ(−zᵢ).
///
/// The true sum is rounded once, not the terms. Special values: those of the single loss; an
/// infinite term makes the sum infinite, a NaN makes it NaN. No questions cost 0.
///
/// - Parameters:
///   - logits: The log-odds of each yes, in nats, before the temperature.
///   - targets: The weight of each yes, usually in 0…1.
///   - temperature: What divides the logits.
///   - format: Into what the true sum is rounded.
/// - Returns: The sum, in nats.
/// - Precondition: There are as many targets as logits.
/// - Complexity: O(*n*).
public func binaryCrossEntropyWithLogits(
  sumOver logits: [Double], targets: [Double], temperature: Double = 1,
  in format: NumberFormat = .binary64
) -> Double {
  precondition(logits.count == targets.count, "\(logits.count) logits, \(targets.count) targets")
  var terms: [BinaryLoss] = []
  var limit = 0.0
  for index in logits.indices.wanted("looking at the losses") {
    let (logit, target) = (logits[index], targets[index])
    if case .quotient(let x, let divisor) = ScaledLogit(logit, temperature: temperature),
      target.isFinite
    {
      terms.append(BinaryLoss(x: x, divisor: divisor, target: target))
    } else {
      limit += binaryCrossEntropyWithLogits(logit, target: target, temperature: temperature)
    }
  }
  return limit == 0 ? BinaryLossSum(terms: terms).rounded(to: format) : format.round(limit)
}

/// The sum of finite losses.
private struct BinaryLossSum: Formula {
  let terms: [BinaryLoss]

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    terms.wanted("summing the losses", every: 256).reduce(E(0, precision: precision)) {
      $0 + $1.value(E.self, precision: precision)
    }
  }
}
