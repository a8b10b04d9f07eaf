/// The sum of a few numbers over one positive number.
struct Quotient: Formula {
  let numerator: [Double]
  let denominator: Double

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    var sum = E(0, precision: precision)
    for term in numerator { sum = sum + E(term, precision: precision) }
    return denominator == 1 ? sum : sum / E(denominator, precision: precision)
  }
}

/// z = x/T as a real number or a limit, with the sign rule of a negative temperature applied.
///
/// T = 0 is the limit from above; at T = ±∞ every finite x gives 0.
enum ScaledLogit {
  /// An infinite limit, or NaN.
  case limit(Double)
  /// x/T with T > 0.
  case quotient(Double, divisor: Double)

  init(_ logit: Double, temperature: Double) {
    let x = temperature < 0 ? -logit : logit
    let divisor = temperature.magnitude
    if x.isNaN || divisor.isNaN {
      self = .limit(.nan)
    } else if x.isInfinite {
      self = .limit(x)
    } else if divisor == 0 && x != 0 {
      self = .limit(x * .infinity)
    } else {
      self =
        divisor.isFinite && divisor > 0 ? .quotient(x, divisor: divisor) : .quotient(0, divisor: 1)
    }
  }
}
