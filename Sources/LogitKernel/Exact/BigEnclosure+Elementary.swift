internal import BigInt
internal import RealModule

// Each function is strictly increasing, so it is evaluated at the bounds. Inside, fixed-point
// integers carry 64 bits more than asked for and each result is widened by 2^−32 of the last
// place, which exceeds the errors counted beside it by far.

extension BigEnclosure {
  static func sums(of row: LogitRow, precision: Int) -> RowSums<BigEnclosure> {
    row.longSums(precision: precision)
  }

  func exponential() -> BigEnclosure {
    let bottom = BigEnclosure.exponential(low, precision: precision)
    if isExact { return bottom }
    let width = high - low
    guard width.upperExponent < -8 else {
      let top = BigEnclosure.exponential(high, precision: precision)
      return BigEnclosure(low: bottom.low, high: top.high, precision: precision)
    }
    let growth = BigFloat.one.adding(width + width, significantTo: precision)
      .rounded(to: precision, .up).0  // e^w < 1 + 2w
    return BigEnclosure(low: bottom.low, high: bottom.high * growth, precision: precision)
  }

  func exponentialAsTerm() -> BigEnclosure {
    guard !low.isZero, low.upperExponent > 3, low.upperExponent < 20 else { return exponential() }
    let enough = precision + Int(low.approximation * 1.4426)
    return enough < precision ? cut(to: max(enough, 64)).exponential() : exponential()
  }

  func exponentialMinusOne() -> BigEnclosure {
    let bottom = BigEnclosure.exponentialMinusOne(low, precision: precision)
    if isExact { return bottom }
    let top = BigEnclosure.exponentialMinusOne(high, precision: precision)
    return BigEnclosure(low: bottom.low, high: top.high, precision: precision)
  }

  func logarithm() -> BigEnclosure {
    precondition(!low.isNegative && !low.isZero, "the logarithm of what may not be positive")
    let bottom = BigEnclosure.logarithm(low, precision: precision)
    if isExact { return bottom }
    // ln(x + w) < ln x + w/x.
    let slack = (high - low).divided(by: low, bits: precision, .up).0
    return BigEnclosure(
      low: bottom.low, high: bottom.high.adding(slack, significantTo: precision),
      precision: precision)
  }

  func logarithmOfOnePlus() -> BigEnclosure {
    let bottom = BigEnclosure.logarithmOfOnePlus(low, precision: precision)
    if isExact { return bottom }
    guard !low.isNegative || low.upperExponent < 0 else {
      let top = BigEnclosure.logarithmOfOnePlus(high, precision: precision)
      return BigEnclosure(low: bottom.low, high: top.high, precision: precision)
    }
    // ln(1 + x + w) < ln(1 + x) + 2w for x > −1/2.
    let width = high - low
    return BigEnclosure(
      low: bottom.low, high: bottom.high.adding(width + width, significantTo: precision),
      precision: precision)
  }

  static func logarithmOfTwo(precision: Int) -> BigEnclosure {
    let bits = precision + 32
    let digits = FixedPoint.logarithmOfTwo(bits: bits)
    return BigEnclosure(
      low: BigFloat(.plus, digits - 1, exponent: -bits),
      high: BigFloat(.plus, digits + 1, exponent: -bits), precision: precision)
  }
}

extension BigEnclosure {
  /// Beyond |x| = 2²² the exponential is out of every format's range by a factor of 2⁶⁰⁰⁰⁰⁰⁰.
  private static let widestExponent = 22

  /// A number between `value` − 2^−`bits`·`value` and `value` + 2^−`bits`·`value`.
  private static func near(_ value: BigFloat, bits: Int, precision: Int) -> BigEnclosure {
    let error = BigFloat(powerOfTwo: value.upperExponent - bits)
    return BigEnclosure(low: value - error, high: value + error, precision: precision)
  }

  private static func exponential(_ x: BigFloat, precision: Int) -> BigEnclosure {
    if x.isZero { return BigEnclosure(.one, precision: precision) }
    if x.upperExponent > widestExponent { return outOfRange(x, precision: precision) }
    if x.upperExponent < -precision - 8 {  // 1 + x < e^x < 1 + 2x, or < 1 for negative x
      let near = BigFloat.one.adding(x.isNegative ? x : x + x, significantTo: precision)
      return x.isNegative
        ? BigEnclosure(low: near, high: .one, precision: precision)
        : BigEnclosure(low: .one, high: near, precision: precision)
    }
    let (digits, exponent) = FixedPoint.exponential(x, bits: precision + 64)
    return near(
      BigFloat(.plus, digits, exponent: exponent), bits: precision + 32, precision: precision)
  }

  /// e^x for a vast x: the bounds say only that every format overflows, or underflows.
  ///
  /// Beyond x = 2⁵⁹ the upper one is none, which does no harm to what overflows anyway.
  private static func outOfRange(_ x: BigFloat, precision: Int) -> BigEnclosure {
    let (vast, vaster) = (1 << widestExponent, 1 << 60)
    return x.isNegative
      ? BigEnclosure(low: .zero, high: BigFloat(powerOfTwo: -vast), precision: precision)
      : BigEnclosure(
        low: BigFloat(powerOfTwo: vast), high: BigFloat(powerOfTwo: vaster), precision: precision)
  }

  private static func exponentialMinusOne(_ x: BigFloat, precision: Int) -> BigEnclosure {
    if x.isZero { return BigEnclosure(.zero, precision: precision) }
    if x.upperExponent < -precision - 8 {  // x < e^x − 1 < x + x²
      return BigEnclosure(
        low: x, high: x.adding(x * x, significantTo: precision), precision: precision)
    }
    let bits = precision + 16 + max(0, -x.upperExponent)
    let power = exponential(x, precision: bits)
    return (power - BigEnclosure(.one, precision: bits)).cut(to: precision)
  }

  private static func logarithm(_ x: BigFloat, precision: Int) -> BigEnclosure {
    if abs(x.upperExponent) < 3 {
      let excess = x - .one
      if excess.isZero || excess.upperExponent < -10 {
        return logarithmNearOne(excess, precision: precision)
      }
    }
    let bits = precision + 32
    let isUpperHalf = (x * BigFloat(powerOfTwo: -x.upperExponent)).approximation > 0.7
    let exponent = isUpperHalf ? x.upperExponent : x.upperExponent - 1
    let reduced = BigEnclosure(x * BigFloat(powerOfTwo: -exponent), precision: bits)
    let guess = BigFloat(Double.log(reduced.low.approximation))
    // ln m = y + ln(1 + (m e^−y − 1)) for the guess y, whatever its error.
    let excess =
      reduced * exponential(-guess, precision: bits) - BigEnclosure(.one, precision: bits)
    let correction = excess.logarithmOfOnePlus()
    let fraction = BigEnclosure(guess, precision: bits) + correction
    let whole = BigEnclosure(Double(exponent), precision: bits) * logarithmOfTwo(precision: bits)
    return (whole + fraction).cut(to: precision)
  }

  private static func logarithmOfOnePlus(_ x: BigFloat, precision: Int) -> BigEnclosure {
    if x.isZero || x.upperExponent < -10 { return logarithmNearOne(x, precision: precision) }
    return logarithm(BigFloat.one + x, precision: precision)
  }

  /// ln(1 + x) = 2 artanh(x / (2 + x)) for |x| < 2^−10.
  private static func logarithmNearOne(_ x: BigFloat, precision: Int) -> BigEnclosure {
    if x.isZero { return BigEnclosure(.zero, precision: precision) }
    if x.upperExponent < -precision - 8 {  // x − x² < ln(1 + x) < x
      return BigEnclosure(
        low: x.adding(-(x * x), significantTo: precision), high: x, precision: precision)
    }
    let bits = precision + 64
    let (ratio, _) = (x + x).divided(by: BigFloat(2) + x, bits: bits, .down)  // 2u
    let (factor, exponent) = FixedPoint.inverseHyperbolicTangentRatio(
      ratio * BigFloat(powerOfTwo: -1), bits: bits)
    return near(
      ratio * BigFloat(.plus, factor, exponent: exponent), bits: precision + 32,
      precision: precision)
  }
}
