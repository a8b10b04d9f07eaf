internal import RealModule

// x = (128k + j)·ln 2/128 + r with |r| ≤ ln 2/256 < 2^−8.5, then e^x = 2^k·2^(j/128)·(1 + q) with
// q = e^r − 1 from its Taylor series, whose terms to r⁴ are summed in double-double arithmetic.

/// An exponential in parts: 2^`exponent`·(`root` + `root`·q), q = `growth` ± `error`.
private struct ExponentialParts {
  let exponent: Int
  let root: DoubleDouble
  let growth: DoubleDouble
  let error: Double
}

extension FastEnclosure {
  /// ln 2 to 2^−108.
  static let logarithmOfTwo = FastEnclosure(
    DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56), error: 0x1p-108)

  /// Beyond this, e^x leaves every format by a factor of 2⁹⁰⁰⁰⁰.
  private static let greatestExponent = 0x1p16

  func exponential() -> FastEnclosure {
    if let limit = exponentialLimit { return limit }
    let parts = exponentialParts
    let value = parts.root + parts.root * parts.growth
    let error = value.high * (parts.error + 0x1p-101)
    guard abs(parts.exponent) < 300 else {
      return FastEnclosure(value, error: error, scale: parts.exponent)
    }
    let factor = powerOfTwo(parts.exponent)
    return FastEnclosure(
      DoubleDouble(value.high * factor, value.low * factor), error: error * factor)
  }

  func exponentialMinusOne() -> FastEnclosure {
    if scale < 0 && error < 1 {  // |x| < 2^−399, and x < e^x − 1 < x + x²
      return FastEnclosure(
        value, error: 2 * error + value.high.magnitude * 0x1p-300, scale: scale)
    }
    if let limit = exponentialLimit { return limit - FastEnclosure(1) }
    let parts = exponentialParts
    if parts.exponent == 0 {
      let whole = DoubleDouble(sumOf: parts.root.high, -1)
      let step = parts.root * parts.growth
      let start = DoubleDouble(sumOf: whole.high, parts.root.low)
      let error =
        2 * parts.error + start.high.magnitude * FastEnclosure.roundoff
        + step.high.magnitude * FastEnclosure.roundoff
        + (start.high == 0 ? 0 : 0x1p-106)
      return FastEnclosure(start, error: 0) + FastEnclosure(step, error: error)
    }
    return exponential() - FastEnclosure(1)
  }

  /// eˣ − 1 − x, without cancellation.
  func exponentialExcess() -> FastEnclosure {
    let isSmall = scale < 0 || (scale == 0 && value.high.magnitude < 0x1p-9)
    guard isSmall, error < 0x1p-20 else { return exponentialMinusOne() - self }
    // x²/2·(1 + x/3·(1 + x/4·(…))); the terms from x¹³/13! on are below 2^−107·x²/2.
    var sum = FastEnclosure(DoubleDouble(1), error: 0x1p-107)
    for index in (3...12).reversed() {
      sum = FastEnclosure(1) + self * sum / FastEnclosure(Double(index))
    }
    return self * self * FastEnclosure(0.5) * sum
  }

  func exponentialAsTerm() -> FastEnclosure {
    guard scale == 0, value.high < -40 else { return exponential() }
    guard value.high > -270 else {  // e^−270 < 2^−389
      return FastEnclosure(DoubleDouble(0), error: 0x1p-380)
    }
    // Beside a sum of at least 1, a relative error of 2^−49 in e^−40 < 2^−57 is 2^−106.
    let power = Double.exp(value.high)
    return FastEnclosure(
      DoubleDouble(sumOfLarger: power, power * value.low),
      error: power * (0x1p-49 + error))
  }

  /// e^x for an x too small or too large to reduce.
  private var exponentialLimit: FastEnclosure? {
    if value.high == 0 && error == 0 { return FastEnclosure(1) }
    if scale == 0 && value.high.magnitude < FastEnclosure.greatestExponent {
      return error < 0x1p-20 ? nil : FastEnclosure.unknown
    }
    if scale < 0 {  // |x| < 2^−399
      return error < 1 ? FastEnclosure(DoubleDouble(1), error: 0x1p-380) : FastEnclosure.unknown
    }
    guard value.high < 0, error < value.high.magnitude * 0x1p-20 else {
      return FastEnclosure.unknown
    }
    return FastEnclosure(DoubleDouble(0), error: 1, scale: -90_000)
  }

  private var exponentialParts: ExponentialParts {
    noteOperation()
    let count = (value.high * 0x1.71547652b82fep+7).rounded()
    // ln 2/128 in three parts; count has at most 24 bits and the first two parts 29, so that
    // their products are exact. The third is off by 2^−119 and its product by as much again.
    let first = DoubleDouble(sumOf: value.high, -count * 0x1.62e42fep-8)
    let second = first + DoubleDouble(-count * 0x1.f473de6p-37)
    let rest = second + DoubleDouble(sumOf: value.low, -count * 0x1.5e4f1d9cc01f9p-66)
    let uncertainty =
      error + count.magnitude * 0x1p-116
      + (rest.high.magnitude + second.high.magnitude) * FastEnclosure.roundoff
    let (growth, relative) = FastEnclosure.growth(rest)
    let index = Int(count)
    let row = 2 * (index & 127)
    return ExponentialParts(
      exponent: index >> 7,
      root: DoubleDouble(rootsOfTwo[row], rootsOfTwo[row + 1]), growth: growth,
      error: growth.high.magnitude * relative + uncertainty * 1.01)
  }

  /// e^r − 1 for |r| < 2^−8.5 with a bound on its relative error.
  ///
  /// The tail r⁵/120 + … + r¹⁰/10! is summed in ordinary arithmetic: 4 roundings of 2^−53 of
  /// r⁴/120 relative to r, less than 2^−57·r⁴, of which twice as much is allowed. The terms left out are below r¹⁰/11! < 2^−110.
  private static func growth(_ r: DoubleDouble) -> (DoubleDouble, error: Double) {
    let x = r.high
    let tail =
      0x1.1111111111111p-7 + x
      * (0x1.6c16c16c16c17p-10 + x
        * (0x1.a01a01a01a01ap-13 + x
          * (0x1.a01a01a01a01ap-16 + x
            * (0x1.71de3a556c734p-19 + x * 0x1.27e4fb7789f5cp-22))))
    var sum = DoubleDouble(0x1.5555555555555p-5, 0x1.5555555555555p-59 + tail * x)
    sum = DoubleDouble(sumOfLarger: sum.high, sum.low)
    sum = DoubleDouble(0x1.5555555555555p-3, 0x1.5555555555555p-57) + sum * r
    sum = DoubleDouble(0.5) + sum * r
    sum = DoubleDouble(1) + sum * r
    let fourth = (x * x) * (x * x)
    return (sum * r, 0x1p-101 + fourth * 0x1p-56)
  }
}

extension FastEnclosure {
  func logarithm() -> FastEnclosure {
    guard value.high > 2 * error else { return FastEnclosure.unknown }
    if value.high == 1 && value.low == 0 && error == 0 && scale == 0 { return FastEnclosure(0) }
    if scale == 0 && value.high > 0.9 && value.high < 1.1 {
      return (self - FastEnclosure(1)).logarithmOfOnePlus()
    }
    // ln x = y + ln(1 + w), w = x·e^−y − 1, for the guess y, whatever its error.
    let guess = Double.log(value.high)
    let unscaled = FastEnclosure(value, error: error)
    let excess = unscaled * FastEnclosure(-guess).exponential() - FastEnclosure(1)
    let result = FastEnclosure(guess) + excess.logarithmNearZero
    if scale == 0 { return result }
    return result + FastEnclosure(Double(scale)) * FastEnclosure.logarithmOfTwo
  }

  func logarithmOfOnePlus() -> FastEnclosure {
    if value.high == 0 && error == 0 { return self }
    let size = value.high.magnitude
    if scale < 0 || (scale == 0 && size < 0x1p-110) {  // x − x² < ln(1 + x) < x for small x
      guard error < (scale < 0 ? 0x1p100 : 0x1p-100) else { return FastEnclosure.unknown }
      return FastEnclosure(value, error: error * 2 + size * 0x1p-109, scale: scale)
    }
    guard scale == 0, value.high < 0x1p50, value.high - error > -0.9 else {
      return (self + FastEnclosure(1)).logarithm()
    }
    let guess = Double.log(onePlus: value.high)
    let power = FastEnclosure(guess).exponentialMinusOne()
    // ln(1 + x) = y + ln(1 + w), w = (x − (e^y − 1))/e^y, for the guess y, whatever its error.
    let excess = (self - power) / (power + FastEnclosure(1))
    return FastEnclosure(guess) + excess.logarithmNearZero
  }

  /// ln(1 + w) = w − w²/2 + … for a correction |w| < 2^−30, which leaves out less than w³.
  private var logarithmNearZero: FastEnclosure {
    if scale < 0 { return logarithmOfOnePlus() }
    let w = value.high
    let bound = w.magnitude + error
    guard scale == 0, bound < 0x1p-30 else { return FastEnclosure.unknown }
    let result = value + DoubleDouble(-0.5 * w * w)
    let slack = bound * bound * bound + w * w * 0x1p-50
    return FastEnclosure(
      result,
      error: error * 1.01 + slack + result.high.magnitude * FastEnclosure.roundoff
        + FastEnclosure.leastError)
  }
}
