/// A number that a row of logits determines, by name.
public enum RowQuantity: Equatable, Sendable {
  /// The probability of a class.
  case probability(Int)
  /// The logarithm of the probability of a class.
  case logProbability(Int)
  /// ln Σ e^z.
  case logSumExp
  /// The entropy, in nats.
  case entropy
  /// The sum of all probabilities, 1.
  case sumOfProbabilities
  /// The cross-entropy of a target, in nats.
  case crossEntropy(LossTarget)
  /// The derivative of the cross-entropy with respect to a logit.
  case crossEntropyGradient(LossTarget, Int)
}

extension LogitRow {
  /// The true value of a quantity, rounded once.
  public func exact(_ quantity: RowQuantity, in format: NumberFormat = .binary64) -> Double {
    switch quantity {
    case .probability(let index): probability(at: index, in: format)
    case .logProbability(let index): logProbability(at: index, in: format)
    case .logSumExp: logSumExp(in: format)
    case .entropy: entropy(in: format)
    case .sumOfProbabilities: hasDistribution ? format.round(1) : .nan
    case .crossEntropy(let target): crossEntropy(target, in: format)
    case .crossEntropyGradient(let target, let index):
      crossEntropyGradient(target, at: index, in: format)
    }
  }

  /// How far a value is from the true value of a quantity, in units in the last place of a format.
  ///
  /// The unit is that of the format at the true value, which is not rounded: a correctly rounded
  /// value has an error of at most ½, and rarely 0. Below the least normal value the unit is the
  /// least subnormal.
  ///
  /// The error itself has six digits.
  ///
  /// Special values: 0 where both are NaN, where both are the same infinity, or where the true value
  /// overflows the format in the same way; infinite where only one of them is not finite.
  public func ulpError(
    of value: Double, for quantity: RowQuantity, in format: NumberFormat
  ) -> Double {
    ulps(of: value, rounded: exact(quantity, in: format), truth: exact(quantity), in: format) {
      self.deviation(of: $0, for: quantity)
    }
  }

  /// The same where the true value is known in binary64 already: for formats of up to 30 bits that
  /// tells the error, and for others it is found anew.
  public func ulpError(
    of value: Double, for quantity: RowQuantity, truth: Double, in format: NumberFormat
  ) -> Double {
    guard format.precision <= 30, truth.isFinite, truth == 0 || truth.magnitude > 1e-300 else {
      return ulpError(of: value, for: quantity, in: format)
    }
    return ulps(of: value, rounded: format.round(truth), truth: truth, in: format) { truth - $0 }
  }

  /// The true value less `value`, rounded once; for finite numbers.
  private func deviation(of value: Double, for quantity: RowQuantity) -> Double {
    guard let readout = readout(of: quantity) else { return exact(quantity) - value }
    return Deviation(formula: RowFormula(row: self, readout: readout), value: value)
      .rounded(to: .error)
  }

  /// The readout behind a quantity, or nil where its value is exact as it is.
  private func readout(of quantity: RowQuantity) -> RowReadout? {
    switch quantity {
    case .probability(let index) where shape.effectiveLogit(index).isFinite: .probability(index)
    case .logProbability(let index) where shape.effectiveLogit(index).isFinite:
      .logProbability(index)
    case .logSumExp where shape.kind == .weighed: .logSumExp
    case .entropy where hasDistribution: .entropy
    case .crossEntropy(let target) where shape.kind == .weighed:
      .crossEntropy(weights(of: target))
    case .crossEntropyGradient(let target, let index) where shape.kind == .weighed:
      .crossEntropyGradient(weights(of: target), index)
    case .probability, .logProbability, .logSumExp, .entropy, .sumOfProbabilities, .crossEntropy,
      .crossEntropyGradient:
      nil
    }
  }
}

/// How far a value is from a true one that is known in binary64, in units in the last place of a
/// format.
///
/// Unit and special values: those of ``LogitRow/ulpError(of:for:in:)``. In binary64 itself the error
/// is good to half a unit.
public func ulpError(of value: Double, truth: Double, in format: NumberFormat) -> Double {
  ulps(of: value, rounded: format.round(truth), truth: truth, in: format) { truth - $0 }
}

extension NumberFormat {
  /// For errors: six digits are more than anyone reads of them, and the interval around the truth
  /// mostly tells these without growing its precision.
  static let error = NumberFormat(name: "error", exponentBits: 11, significandBits: 20)
}

/// A formula's value less a number.
struct Deviation<Base: Formula>: Formula {
  let formula: Base
  let value: Double

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    formula.value(type, precision: precision) - E(value, precision: precision)
  }
}

/// The error of `value` in ulps of `format`, from two roundings of a truth and its distance from a
/// given number.
func ulps(
  of value: Double, rounded: Double, truth: Double, in format: NumberFormat,
  deviation: (Double) -> Double
) -> Double {
  if value.isNaN || rounded.isNaN { return value.isNaN && rounded.isNaN ? 0 : .infinity }
  if value == rounded && !(value.isFinite && truth.isFinite) { return 0 }
  guard value.isFinite, truth.isFinite else { return .infinity }
  let difference = deviation(value)
  guard difference != 0 else { return 0 }
  // The truth may lie just below the power of two to which it rounds.
  let isPower = truth != 0 && truth.magnitude.significand == 1
  let isBelow = isPower && (deviation(truth) < 0) == (truth > 0) && deviation(truth) != 0
  let exponent = truth == 0 ? format.leastExponent : Int(truth.exponent) - (isBelow ? 1 : 0)
  let place = max(exponent, format.leastExponent) - format.significandBits
  // Dividing in two steps keeps a difference below the least normal Double in range.
  return difference.magnitude / powerOfTwo(place / 2) / powerOfTwo(place - place / 2)
}
