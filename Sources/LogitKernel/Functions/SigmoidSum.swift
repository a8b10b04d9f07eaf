/// How many yeses to expect of several questions, Σ σ(zᵢ), less a number that may cancel with it.
///
/// The true value is rounded once. Special values: each term's; NaN for any NaN. Two opposite
/// logits give exactly 1 between them.
///
/// - Parameters:
///   - logits: The log-odds of each yes, in nats, before the temperature.
///   - temperature: What divides the logits.
///   - offset: What is taken off: with 1, how far the sum is from a distribution's.
///   - format: Into what the true value is rounded.
/// - Returns: The sum less the offset.
/// - Precondition: The offset is finite.
/// - Complexity: O(*n*).
public func sumOfSigmoids(
  _ logits: [Double], temperature: Double = 1, less offset: Double = 0,
  in format: NumberFormat = .binary64
) -> Double {
  var formula = SigmoidSum(constants: [-offset])
  for logit in logits {
    switch ScaledLogit(logit, temperature: temperature) {
    case .limit(let z):
      if z.isNaN { return .nan }
      if z > 0 { formula.constants.append(1) }
    case .quotient(let x, let divisor): formula.terms.append((x, divisor))
    }
  }
  formula.pairUp()
  return formula.rounded(to: format)
}

/// A sum of sigmoids and constants.
private struct SigmoidSum: Formula {
  var constants: [Double]
  var terms: [(x: Double, divisor: Double)] = []

  /// Takes opposite logits out, whose sigmoids sum to 1, and zeros, which give ½.
  ///
  /// What is then left cancels with a constant by no identity but only, if at all, in its digits.
  mutating func pairUp() {
    var (kept, opposites): ([(Double, Double)], [Double: Int]) = ([], [:])
    for term in terms where term.x < 0 { opposites[-term.x, default: 0] += 1 }
    var paired: [Double: Int] = [:]
    for term in terms where term.x >= 0 {
      if term.x == 0 {
        constants.append(0.5)
      } else if let left = opposites[term.x], left > 0 {
        opposites[term.x] = left - 1
        paired[term.x, default: 0] += 1
        constants.append(1)
      } else {
        kept.append(term)
      }
    }
    for term in terms where term.x < 0 {
      if let left = paired[-term.x], left > 0 {
        paired[-term.x] = left - 1
      } else {
        kept.append(term)
      }
    }
    terms = kept
  }

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let sum: E = ExactSum(constants).value(precision)
    return terms.wanted("summing the sigmoids", every: 256).reduce(sum) {
      $0
        + SigmoidFormula(.sigmoid, $1.x, divisor: $1.divisor).value(E.self, precision: precision)
    }
  }
}

/// The sum of any numbers, rounded once however much of it cancels.
///
/// Special values: those of IEEE addition; no numbers sum to 0.
///
/// - Complexity: O(*n*).
public func sum(of numbers: [Double], in format: NumberFormat = .binary64) -> Double {
  let special = numbers.filter { !$0.isFinite }
  guard special.isEmpty else { return format.round(special.reduce(0, +)) }
  return Total(parts: ExactSum(numbers)).rounded(to: format)
}

private struct Total: Formula {
  let parts: ExactSum

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E { parts.value(precision) }
}
