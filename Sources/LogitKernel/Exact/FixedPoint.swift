internal import BigInt

/// Elementary functions on integers that stand for fractions: n means n·2^−bits.
enum FixedPoint {
  /// e^x as (n, e) with value n·2ᵉ, relative error below 2^(20 − `bits`); |x| < 2²².
  ///
  /// x = k ln 2 + r with |r| ≤ ½ ln 2, then r = 2^s r′, the Taylor series of e^r′ and s squarings.
  /// Each of the fewer than 2¹² series steps truncates by less than 4 units; the squarings double
  /// the relative error s times, for which s more bits are carried.
  static func exponential(_ x: BigFloat, bits: Int) -> (BigUInt, exponent: Int) {
    let count = Int((x.approximation * 1.4426950408889634).rounded())
    let goal = Int(Double(bits).squareRoot())
    let fraction = (bits + goal + 63) / 64
    let width = fraction * 64
    let whole = BigInt(count) * BigInt(logarithmOfTwo(bits: width + 24))
    let rest = fixed(x, bits: width + 24) - whole
    let squarings = max(0, goal + rest.magnitude.bitWidth - 24 - width)
    let reduced = rest.magnitude >> (24 + squarings)
    var power = series(
      FixedWords(reduced.words, fraction: fraction), negative: rest.sign == .minus,
      fraction: fraction)
    var scratch: [UInt] = []
    for _ in 0..<squarings { power.multiply(by: power, scratch: &scratch) }
    return (BigUInt(words: power.words), count - width)
  }

  /// Σ (±x)ⁿ/n!.
  private static func series(_ x: FixedWords, negative: Bool, fraction: Int) -> FixedWords {
    var term = FixedWords(oneWithFraction: fraction)
    var (even, odd) = (term, FixedWords([], fraction: fraction))
    var scratch: [UInt] = []
    var index: UInt = 0
    while true {
      index += 1
      term.multiply(by: x, scratch: &scratch)
      term.divide(by: index)
      if term.isZero { break }
      if index & 1 == 1 { odd += term } else { even += term }
    }
    if negative { even -= odd } else { even += odd }
    return even
  }

  /// artanh(u)/u = 1 + u²/3 + u⁴/5 + … as (n, e) with value n·2ᵉ, off by less than 2^(14 − `bits`);
  /// |u| < 2^−10.
  static func inverseHyperbolicTangentRatio(
    _ u: BigFloat, bits: Int
  ) -> (BigUInt, exponent: Int) {
    let fraction = (bits + 63) / 64
    let square = FixedWords(fixed(u * u, bits: fraction * 64).magnitude.words, fraction: fraction)
    var power = FixedWords(oneWithFraction: fraction)
    var sum = power
    var scratch: [UInt] = []
    var odd: UInt = 1
    while true {
      odd += 2
      power.multiply(by: square, scratch: &scratch)
      var term = power
      term.divide(by: odd)
      if term.isZero { return (BigUInt(words: sum.words), -fraction * 64) }
      sum += term
    }
  }

  /// ln 2 with an error below one unit.
  static func logarithmOfTwo(bits: Int) -> BigUInt {
    for known in [shortLogarithmOfTwo, middleLogarithmOfTwo, longLogarithmOfTwo]
    where bits <= known.bits {
      return known.digits >> (known.bits - bits)
    }
    return makeLogarithmOfTwo(bits: bits).digits
  }

  // Constants made when first needed; most programs need only the first.
  private static let shortLogarithmOfTwo = makeLogarithmOfTwo(bits: 832)
  private static let middleLogarithmOfTwo = makeLogarithmOfTwo(bits: 2_880)
  private static let longLogarithmOfTwo = makeLogarithmOfTwo(bits: 11_000)

  /// ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749).
  private static func makeLogarithmOfTwo(bits: Int) -> (digits: BigUInt, bits: Int) {
    let width = bits + 24
    let sum =
      18 * inverseHyperbolicTangent(26, bits: width)
      - 2 * inverseHyperbolicTangent(4801, bits: width)
      + 8 * inverseHyperbolicTangent(8749, bits: width)
    return (sum >> 24, bits)
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
