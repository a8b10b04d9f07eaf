extension LogitRow {
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
  ///
  /// - Complexity: That of ``Quantity/exact(of:in:)``.
  public func ulpError(
    of value: Double, for quantity: Quantity, in format: NumberFormat
  ) -> Double {
    ulps(
      of: value, rounded: quantity.exact(of: self, in: format), truth: quantity.exact(of: self),
      in: format
    ) {
      self.deviation(of: $0, for: quantity)
    }
  }

  /// The same where the true value is known in binary64 already: for formats of up to 30 bits that
  /// tells the error, and for others it is computed again.
  ///
  /// - Complexity: O(1) for formats of up to 30 bits, else that of the quantity.
  public func ulpError(
    of value: Double, for quantity: Quantity, truth: Double, in format: NumberFormat
  ) -> Double {
    guard format.precision <= 30, truth.isFinite, truth == 0 || truth.magnitude > 1e-300 else {
      return ulpError(of: value, for: quantity, in: format)
    }
    return ulps(of: value, rounded: format.round(truth), truth: truth, in: format) { truth - $0 }
  }

  /// The true value less `value`, rounded once; for finite numbers.
  private func deviation(of value: Double, for quantity: Quantity) -> Double {
    guard let wanted = rowValue(of: quantity) else { return quantity.exact(of: self) - value }
    return Deviation(formula: RowFormula(row: self, wanted: wanted), value: value)
      .rounded(to: .error)
  }

  /// The value behind a quantity; `nil` if that is already exact.
  private func rowValue(of quantity: Quantity) -> RowValue? {
    switch quantity {
    case .probability(let index) where resolved.effectiveLogit(index).isFinite: .probability(index)
    case .logProbability(let index) where resolved.effectiveLogit(index).isFinite:
      .logProbability(index)
    case .logSumExp where resolved.kind == .weighed: .logSumExp
    case .odds(let index)
    where resolved.effectiveLogit(index).isFinite && odds(at: index).isFinite:
      .odds(index)
    case .logOdds(let index)
    where resolved.effectiveLogit(index).isFinite && logOdds(at: index).isFinite:
      .logOdds(index)
    case .complement(let index)
    where resolved.effectiveLogit(index).isFinite && odds(at: index).isFinite:
      .complement(index)
    case .entropy where hasDistribution: .entropy
    case .entropyInBits where hasDistribution: .entropyInBits
    case .perplexity where hasDistribution: .perplexity
    case .crossEntropy(let target) where resolved.kind == .weighed:
      .crossEntropy(weights(of: target))
    case .crossEntropyGradient(let target, let index) where resolved.kind == .weighed:
      .crossEntropyGradient(weights(of: target), index)
    default:
      nil
    }
  }
}

/// How far a value is from a true one that is known in binary64, in units in the last place of a
/// format.
///
/// Unit and special values: those of ``LogitRow/ulpError(of:for:in:)``. In binary64 itself the error
/// is good to half a unit.
///
/// - Complexity: O(1).
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

extension LogitFunction {
  /// How far a value is from the true one at T = 1, in units in the last place of a format.
  ///
  /// Unit and special values: those of ``LogitRow/ulpError(of:for:in:)``.
  ///
  /// - Complexity: O(1).
  public func ulpError(of value: Double, at x: Double, in format: NumberFormat) -> Double {
    ulps(of: value, rounded: exact(x, in: format), truth: exact(x), in: format) { value in
      func from(_ formula: some Formula) -> Double {
        Deviation(formula: formula, value: value).rounded(to: .error)
      }
      guard x.isFinite else { return exact(x) - value }
      return switch self {
      case .sigmoid: from(SigmoidFormula(.sigmoid, x, divisor: 1))
      case .complement: from(SigmoidFormula(.sigmoid, -x, divisor: 1))
      case .logSigmoid: from(SigmoidFormula(.logSigmoid, x, divisor: 1))
      case .softplus: from(SigmoidFormula(.softplus, x, divisor: 1))
      case .logOdds: from(LogOdds(probability: x, temperature: 1))
      case .binaryLoss(let target): from(BinaryLoss(x: x, divisor: 1, target: target))
      case .binaryGradient(let target):
        from(BinaryGradient(x: x, divisor: 1, sign: 1, target: target))
      }
    }
  }
}
