/// The binary cross-entropy of a logit, −y ln σ(z) − (1 − y) ln(1 − σ(z)) with z = x/T, in nats.
///
/// It is computed from the logit, so that neither a sure right nor a sure wrong answer loses
/// digits.
///
/// Special values: a term of weight 0 is dropped, so that (+∞, 1) and (−∞, 0) cost 0; a weight on
/// the impossible costs +∞. NaN for a NaN and for an infinite target.
///
/// - Parameters:
///   - logit: The log-odds of yes, in nats, before the temperature.
///   - target: The weight *y* of yes, usually in 0…1; 1 − y is that of no.
///   - temperature: What divides the logit.
///   - format: Into what the true value is rounded, once.
/// - Returns: The loss, in nats.
/// - Complexity: O(1).
public func binaryCrossEntropyWithLogits(
  _ logit: Double, target: Double, temperature: Double = 1,
  in format: NumberFormat = .binary64
) -> Double {
  guard target.isFinite else { return .nan }
  switch ScaledLogit(logit, temperature: temperature) {
  case .limit(let z):
    if z.isNaN { return .nan }
    let weight = z > 0 ? 1 - target : target
    return weight == 0 ? 0 : format.round(weight * .infinity)
  case .quotient(let x, let divisor):
    return BinaryLoss(x: x, divisor: divisor, target: target).rounded(to: format)
  }
}

/// The derivative of the binary cross-entropy with respect to the logit, (σ(z) − y)/T.
///
/// Special values: σ(±∞) is 1 and 0; 0 at T = ±∞ for a finite target and NaN at T = 0.
///
/// - Complexity: O(1).
public func binaryCrossEntropyWithLogitsGradient(
  _ logit: Double, target: Double, temperature: Double = 1,
  in format: NumberFormat = .binary64
) -> Double {
  guard target.isFinite, !logit.isNaN, !temperature.isNaN, temperature != 0 else {
    return logit.isNaN || temperature.isNaN || temperature == 0
      ? .nan : format.round(-target / temperature)
  }
  if temperature.isInfinite { return 0 }
  let sign = temperature < 0 ? -1.0 : 1
  if logit.isInfinite {
    let share = (logit > 0) == (temperature > 0) ? 1.0 : 0
    return Quotient(numerator: [share * sign, -target * sign], denominator: temperature.magnitude)
      .rounded(to: format)
  }
  return BinaryGradient(
    x: logit * sign, divisor: temperature.magnitude, sign: sign, target: target
  ).rounded(to: format)
}

/// w·|z| + ln(1 + e^−|z|), with w the weight of the answer that z speaks against.
struct BinaryLoss: Formula {
  let x: Double
  let divisor: Double
  let target: Double

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let size = Quotient(numerator: [x.magnitude], denominator: divisor)
      .value(E.self, precision: precision)
    let yes = E(target, precision: precision)
    let weight = x < 0 ? yes : E(1, precision: precision) - yes
    // One division of w·|x|, so that an exact quotient of the product stays exact.
    let product = weight * E(x.magnitude, precision: precision)
    let scaled = divisor == 1 ? product : product / E(divisor, precision: precision)
    return scaled + (-size).exponential().logarithmOfOnePlus()
  }
}

/// ((1 − y) − y·e)/((1 + e)·T) for z ≥ 0 and (e·(1 − y) − y)/((1 + e)·T) below, e = e^−|z|.
struct BinaryGradient: Formula {
  let x: Double
  let divisor: Double
  let sign: Double
  let target: Double

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let (one, yes) = (E(1, precision: precision), E(target, precision: precision))
    let size = Quotient(numerator: [x.magnitude], denominator: divisor)
      .value(E.self, precision: precision)
    let decay = (-size).exponential()
    let no = one - yes
    let slope = x < 0 ? decay * no - yes : no - yes * decay
    let scale = (one + decay) * E(divisor, precision: precision)
    return (sign < 0 ? -slope : slope) / scale
  }
}
