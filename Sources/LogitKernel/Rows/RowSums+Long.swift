internal import RealModule

// A long row has so many terms that each may be known to 76 bits instead of 101: all are positive, so
// the sum is known as well as they are, and that still settles all but a millionth of the results.

extension RowSums<FastEnclosure> {
  /// Rows from this length on are summed by `LongTail`; tables of whole computations, which ask for
  /// more digits, are made of shorter ones.
  static var long: Int { 4097 }

  init(_ resolved: ResolvedRow) {
    if resolved.count >= Self.long, let sums = LongTail(resolved) {
      self.init(resolved, precision: 106, tail: sums.tail, pull: sums.pull)
    } else {
      self.init(resolved, precision: 106)
    }
  }
}

/// `RowSums.tail` and `RowSums.pull` of a long row of ordinary logits.
struct LongTail {
  let tail: FastEnclosure
  let pull: FastEnclosure

  /// `nil` where a logit or the temperature is too large or too small to subtract and divide without
  /// a scale of its own.
  ///
  /// - Complexity: O(*n*).
  init?(_ resolved: ResolvedRow) {
    let (second, divisor) = (resolved.second, resolved.divisor)
    guard resolved.secondCount > 0, divisor > 0x1p-100, divisor < 0x1p100,
      second.magnitude < 0x1p100
    else { return nil }
    var (tail, pull) = (DoubleDouble(0), DoubleDouble(0))
    // Of terms below e^−40, and of products with their distances.
    var (faint, faintPull, skipped) = (0.0, 0.0, 0.0)
    for index in 0..<resolved.count {
      let value = resolved.effectiveLogit(index)
      guard value < second, value.isFinite else { continue }
      guard value > -0x1p100 else { return nil }
      let difference = DoubleDouble(sumOf: value, -second)
      let z = divisor == 1 ? difference : difference.divided(by: divisor)
      guard z.high > -40 else {
        guard z.high > -270 else {
          skipped += 1
          continue
        }
        let term = Double.exp(z.high)
        faint += term
        faintPull -= term * z.high
        continue
      }
      let term = z.shortExponential
      tail.add(term)
      pull.subtract(term, times: z)
    }
    let slack = 0x1p-76 + Double(resolved.count) * 0x1p-103
    func enclosure(_ sum: DoubleDouble, _ faint: Double) -> FastEnclosure {
      let value = sum + DoubleDouble(faint)
      // e^−270·270 < 2^−381, and e^−z·z falls from there on.
      let error = value.high * slack + faint * 0x1p-32 + skipped * 0x1p-380
      return FastEnclosure(value, error: error)
    }
    self.tail = enclosure(tail, faint)
    self.pull = enclosure(pull, faintPull)
  }
}

extension DoubleDouble {
  /// The quotient, within 2^−102 of itself.
  @inline(__always)
  fileprivate func divided(by divisor: Double) -> DoubleDouble {
    let quotient = high / divisor
    let product = DoubleDouble(productOf: quotient, divisor)
    let rest = (high - product.high) - product.low + low
    return DoubleDouble(sumOfLarger: quotient, rest / divisor)
  }

  /// e^z for −40 ≤ z ≤ 0, within 2^−76 of itself.
  ///
  /// With z = (128k + j)·ln 2/128 + r and |r| ≤ ln 2/256 < 2^−8.5, it is 2^k·2^(j/128)·(1 + q) with
  /// q = e^r − 1. Of q, r + r²/2 is formed in double-double arithmetic, and r³/6 + … + r⁸/8!, less
  /// than 2^−28, with five roundings of 2^−53: together less than 2^−77.4.
  @inline(__always)
  fileprivate var shortExponential: DoubleDouble {
    noteOperation()
    // The nearest integer; `rounded()` is a function call on the x86-64 baseline.
    let count = (high * 0x1.71547652b82fep+7 + 0x1.8p52) - 0x1.8p52
    // ln 2/128 in three parts. The count has at most 13 bits and the first two parts 29, so their
    // products are exact; so is the difference to the first, of numbers within a factor of 2.
    let rough = DoubleDouble(sumOf: high - count * 0x1.62e42fep-8, -count * 0x1.f473de6p-37)
    let r = DoubleDouble(
      sumOf: rough.high, rough.low + (low - count * 0x1.5e4f1d9cc01f9p-66))
    let x = r.high
    let square = DoubleDouble(productOf: x, x)
    let series =
      0x1.5555555555555p-3 + x
      * (0x1.5555555555555p-5 + x
        * (0x1.1111111111111p-7 + x
          * (0x1.6c16c16c16c17p-10 + x
            * (0x1.a01a01a01a01ap-13 + x * 0x1.a01a01a01a01ap-16))))
    let start = DoubleDouble(sumOfLarger: x, 0.5 * square.high)
    let small =
      square.high * x * series + (r.low * (x + 0.5 * square.high) + 0.5 * square.low) + start.low
      + r.low
    let index = Int(count)
    let row = 2 * (index & 127)
    let (root, rootLow) = (rootsOfTwo[row], rootsOfTwo[row + 1])
    let product = DoubleDouble(productOf: root, start.high)
    let sum = DoubleDouble(sumOfLarger: root, product.high)
    let rest = sum.low + (rootLow + (product.low + (root * small + rootLow * start.high)))
    let value = DoubleDouble(sumOfLarger: sum.high, rest)
    let factor = powerOfTwo(index >> 7)
    return DoubleDouble(value.high * factor, value.low * factor)
  }

  /// Adds a number, within 2^−104 of the sum of positive ones.
  @inline(__always)
  fileprivate mutating func add(_ other: DoubleDouble) {
    let sum = DoubleDouble(sumOf: high, other.high)
    self = DoubleDouble(sumOfLarger: sum.high, sum.low + (low + other.low))
  }

  /// Subtracts a product, within 2^−103 of it and of the sum.
  @inline(__always)
  fileprivate mutating func subtract(_ a: DoubleDouble, times b: DoubleDouble) {
    let product = DoubleDouble(productOf: a.high, b.high)
    let low = product.low + (a.high * b.low + a.low * b.high)
    add(DoubleDouble(-product.high, -low))
  }
}
