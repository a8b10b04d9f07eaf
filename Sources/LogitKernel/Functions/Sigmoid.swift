/// The logistic function, σ(z) = 1/(1 + e^−z) with z = x/T: the probability of an independent yes.
///
/// Correctly rounded, in the lower tail too: where 1 + e^−z would absorb everything, e^z/(1 + e^z)
/// still has all its digits.
///
/// Special values: σ(+∞) = 1, σ(−∞) = 0. T = 0 is the limit from above, ½ for x = 0; T < 0
/// reverses the sign; T = ±∞ gives ½ for finite x. NaN gives NaN.
///
/// - Parameters:
///   - logit: The log-odds, in nats, before the temperature.
///   - temperature: What divides the logit.
///   - format: Into what the true value is rounded, once.
/// - Returns: A probability, 0…1.
/// - Complexity: O(1).
public func sigmoid(
  _ logit: Double, temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  switch ScaledLogit(logit, temperature: temperature) {
  case .limit(let z): z.isNaN ? .nan : format.round(z > 0 ? 1 : 0)
  case .quotient(let x, let divisor):
    SigmoidFormula(.sigmoid, x, divisor: divisor).rounded(to: format)
  }
}

/// The probability of an independent no, 1 − σ(z) = σ(−z), without cancellation.
///
/// Special values: those of `sigmoid`, mirrored.
///
/// - Complexity: O(1).
public func sigmoidComplement(
  _ logit: Double, temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  switch ScaledLogit(logit, temperature: temperature) {
  case .limit(let z): z.isNaN ? .nan : format.round(z > 0 ? 0 : 1)
  case .quotient(let x, let divisor):
    SigmoidFormula(.sigmoid, -x, divisor: divisor).rounded(to: format)
  }
}

/// The logarithm of the logistic function, ln σ(z) = −ln(1 + e^−z), in nats.
///
/// Special values: 0 at z = +∞, −∞ at z = −∞; temperatures as in `sigmoid`.
///
/// - Complexity: O(1).
public func logSigmoid(
  _ logit: Double, temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  switch ScaledLogit(logit, temperature: temperature) {
  case .limit(let z): z.isNaN ? .nan : format.round(z > 0 ? 0 : z)
  case .quotient(let x, let divisor):
    SigmoidFormula(.logSigmoid, x, divisor: divisor).rounded(to: format)
  }
}

/// ln(1 + e^z) = −ln σ(−z), in nats: what a wrong "no" costs.
///
/// Special values: +∞ at z = +∞, 0 at z = −∞; temperatures as in `sigmoid`.
///
/// - Complexity: O(1).
public func softplus(
  _ logit: Double, temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  switch ScaledLogit(logit, temperature: temperature) {
  case .limit(let z): z.isNaN ? .nan : format.round(z > 0 ? z : 0)
  case .quotient(let x, let divisor):
    SigmoidFormula(.softplus, x, divisor: divisor).rounded(to: format)
  }
}

/// The inverse of `sigmoid`: the log-odds T·ln(p/(1 − p)) of a probability, in nats.
///
/// Special values: −∞ at 0, +∞ at 1 (the other way round for T < 0); NaN outside 0…1. At p = ½ it
/// is 0 for every finite T.
///
/// - Complexity: O(1).
public func logit(
  _ probability: Double, temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  guard (0...1).contains(probability), !temperature.isNaN else { return .nan }
  if probability == 0 || probability == 1 || temperature.isInfinite {
    let side = probability - 0.5
    return format.round(side * (temperature == 0 ? 1 : temperature) * .infinity)
  }
  return LogOdds(probability: probability, temperature: temperature).rounded(to: format)
}

/// The functions of e^−|z|.
struct SigmoidFormula: Formula {
  enum Function { case sigmoid, logSigmoid, softplus }

  let function: Function
  let x: Double
  let divisor: Double

  init(_ function: Function, _ x: Double, divisor: Double) {
    self.function = function
    self.x = x
    self.divisor = divisor
  }

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let (zero, one) = (E(0, precision: precision), E(1, precision: precision))
    let size = Quotient(numerator: [x.magnitude], denominator: divisor)
      .value(E.self, precision: precision)
    let decay = (-size).exponential()
    switch function {
    case .sigmoid: return (x < 0 ? decay : one) / (one + decay)
    case .logSigmoid: return -((x < 0 ? size : zero) + decay.logarithmOfOnePlus())
    case .softplus: return (x > 0 ? size : zero) + decay.logarithmOfOnePlus()
    }
  }
}

/// T·ln(p/(1 − p)); near ½ from ln(1 + (2p − 1)/(1 − p)), which is 0 for p = ½.
struct LogOdds: Formula {
  let probability: Double
  let temperature: Double

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let (one, p) = (E(1, precision: precision), E(probability, precision: precision))
    let rest = one - p
    let isNearHalf = probability > 0.3 && probability < 0.7
    let odds =
      isNearHalf ? ((p - rest) / rest).logarithmOfOnePlus() : p.logarithm() - rest.logarithm()
    return temperature == 1 ? odds : E(temperature, precision: precision) * odds
  }
}
