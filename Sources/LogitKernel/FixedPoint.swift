internal import BigInt

/// Elementary functions on integers that stand for fractions: n means n·2^−bits.
enum FixedPoint {
  /// e^x as (n, e) with value n·2ᵉ, relative error below 2^(20 − `bits`); |x| < 2²².
  ///
  /// x = k ln 2 + r with |r| ≤ ½ ln 2, then r = 2^s r′, the Taylor series of e^r′ and s squarings.
  /// Each of the fewer than 2¹² series steps truncates by less than 3 units; the squarings double
  /// the relative error s times, for which s more bits are carried.
  static func exponential(_ x: BigFloat, bits: Int) -> (BigUInt, exponent: Int) {
    let count = Int((x.approximation * 1.4426950408889634).rounded())
    let goal = Int(Double(bits).squareRoot())
    let width = bits + goal
    let whole = BigInt(count) * BigInt(logarithmOfTwo(bits: width + 24))
    var rest = fixed(x, bits: width + 24) - whole
    rest = BigInt(sign: rest.sign, magnitude: rest.magnitude >> 24)
    let squarings = max(0, goal + rest.magnitude.bitWidth - width)
    var power = series(rest.magnitude >> squarings, negative: rest.sign == .minus, bits: width)
    for _ in 0..<squarings { power = (power * power) >> width }
    return (power, count - width)
  }

  /// Σ (±x)ⁿ/n!.
  private static func series(_ x: BigUInt, negative: Bool, bits: Int) -> BigUInt {
    var term = BigUInt(1) << bits
    var even = term
    var odd = BigUInt(0)
    var index: UInt = 0
    while true {
      index += 1
      term = ((term * x) >> bits) / BigUInt(index)
      if term.isZero { break }
      if index & 1 == 1 { odd += term } else { even += term }
    }
    return negative ? even - odd : even + odd
  }

  /// artanh(u)/u = 1 + u²/3 + u⁴/5 + … with an error below 2¹⁴ units; |u| < 2^−10.
  static func inverseHyperbolicTangentRatio(_ u: BigFloat, bits: Int) -> BigUInt {
    let square = fixed(u * u, bits: bits).magnitude
    var power = BigUInt(1) << bits
    var sum = power
    var odd: UInt = 1
    while true {
      odd += 2
      power = (power * square) >> bits
      let term = power / BigUInt(odd)
      if term.isZero { return sum }
      sum += term
    }
  }

  /// ln 2 with an error below one unit.
  static func logarithmOfTwo(bits: Int) -> BigUInt {
    bits <= shortBits
      ? shortLogarithmOfTwo >> (shortBits - bits)
      : bits <= longBits
        ? longLogarithmOfTwo >> (longBits - bits) : makeLogarithmOfTwo(bits: bits)
  }

  private static let shortBits = 832
  private static let longBits = 11_000
  private static let shortLogarithmOfTwo = makeLogarithmOfTwo(bits: shortBits)
  private static let longLogarithmOfTwo = makeLogarithmOfTwo(bits: longBits)

  /// ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749).
  private static func makeLogarithmOfTwo(bits: Int) -> BigUInt {
    let width = bits + 24
    let sum =
      18 * inverseHyperbolicTangent(26, bits: width)
      - 2 * inverseHyperbolicTangent(4801, bits: width)
      + 8 * inverseHyperbolicTangent(8749, bits: width)
    return sum >> 24
  }

  /// artanh(1/n).
  private static func inverseHyperbolicTangent(_ n: UInt, bits: Int) -> BigUInt {
    let square = BigUInt(n * n)
    var power = (BigUInt(1) << bits) / BigUInt(n)
    var sum = power
    var odd: UInt = 1
    while true {
      odd += 2
      power /= square
      let term = power / BigUInt(odd)
      if term.isZero { return sum }
      sum += term
    }
  }

  /// x in units of 2^−`bits`, cut toward zero.
  private static func fixed(_ x: BigFloat, bits: Int) -> BigInt {
    let shift = x.exponent + bits
    return BigInt(
      sign: x.sign, magnitude: shift >= 0 ? x.magnitude << shift : x.magnitude >> -shift)
  }
}
