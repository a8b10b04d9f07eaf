// One operation, rounded once: what hardware of this format computes.
//
// Operands are values of the format. Zeros keep the sign that IEEE 754 gives them, and what
// hardware makes of NaN and infinities follows from Double.

extension NumberFormat {
  /// `a` + `b`, rounded once.
  ///
  /// - Complexity: O(1).
  public func add(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    guard !isBinary64, sum.isFinite else { return roundKeepingSign(sum) }
    return round(DoubleDouble(sumOf: a, b), orSigned: sum)
  }

  /// `a` − `b`, rounded once.
  ///
  /// - Complexity: O(1).
  public func subtract(_ a: Double, _ b: Double) -> Double { add(a, -b) }

  /// `a`·`b`, rounded once.
  ///
  /// - Complexity: O(1).
  public func multiply(_ a: Double, _ b: Double) -> Double {
    let product = a * b
    guard !isBinary64, a.isFinite, b.isFinite, a != 0, b != 0 else {
      return roundKeepingSign(product)
    }
    let sign: FloatingPointSign = a.sign == b.sign ? .plus : .minus
    let (x, y) = (a.integerSignificand, b.integerSignificand)
    let bits = UInt128(x.0) * UInt128(y.0)
    return round(bits, exponent: x.1 + y.1, sign: sign)
  }

  /// `a` ÷ `b`, rounded once.
  ///
  /// - Complexity: O(1).
  public func divide(_ a: Double, _ b: Double) -> Double {
    let quotient = a / b
    guard !isBinary64, a.isFinite, b.isFinite, a != 0, b != 0 else {
      return roundKeepingSign(quotient)
    }
    let sign: FloatingPointSign = a.sign == b.sign ? .plus : .minus
    let (x, y) = (a.integerSignificand, b.integerSignificand)
    // At least 60 bits of quotient, and whether any bit follows.
    let shift = 60 + max(0, y.0.significantBits - x.0.significantBits)
    let (bits, rest) = (UInt128(x.0) << UInt128(shift)).quotientAndRemainder(
      dividingBy: UInt128(y.0))
    return round(
      bits << 1 | (rest == 0 ? 0 : 1), exponent: x.1 - y.1 - shift - 1, sign: sign)
  }

  /// eᵃ, rounded once.
  ///
  /// - Complexity: O(1).
  public func exp(_ a: Double) -> Double { LogitKernel.exponential(a, in: self) }

  /// ln a, rounded once; −∞ for a zero of either sign, NaN below.
  ///
  /// - Complexity: O(1).
  public func log(_ a: Double) -> Double { naturalLogarithm(a, in: self) }

  /// ln(1 + a), rounded once; −∞ for −1, NaN below, and −0 stays −0.
  ///
  /// - Complexity: O(1).
  public func log(onePlus a: Double) -> Double {
    guard a.isFinite, a > -1, a != 0 else {
      return a < -1 ? .nan : roundKeepingSign(a == -1 ? -.infinity : a)
    }
    return ScalarFormula(.logarithmOfOnePlus, a).rounded(to: self)
  }

  /// A sum rounded once; zero, and what is flushed to it, has the sign that `rounded` has.
  private func round(_ sum: DoubleDouble, orSigned rounded: Double) -> Double {
    let result = round(sum, scale: 0)
    return result == 0 ? 0.0.with(rounded.sign) : result
  }
}

extension UInt64 {
  /// The number of bits without leading zeros.
  fileprivate var significantBits: Int { 64 - leadingZeroBitCount }
}
