/// Two sums over the elements of a row below a threshold, each as an unevaluated sum of two numbers.
@frozen
public struct TailSums: Equatable, Sendable {
  /// Σ e^z.
  public var weights: (high: Double, low: Double)
  /// −Σ e^z·z.
  public var moments: (high: Double, low: Double)
  /// Whether an element was below the threshold at all, however far.
  public var isTouched: Bool

  /// Of no elements.
  public init() { self.init(weights: (0, 0), moments: (0, 0), isTouched: false) }

  @inlinable
  init(weights: (Double, Double), moments: (Double, Double), isTouched: Bool) {
    self.weights = weights
    self.moments = moments
    self.isTouched = isTouched
  }

  /// Whether all numbers are equal.
  @inlinable
  public static func == (a: TailSums, b: TailSums) -> Bool {
    a.weights == b.weights && a.moments == b.moments && a.isTouched == b.isTouched
  }
}

/// What turns elements into the numbers z that are summed: z = (sign·x − threshold)·(inverse + low).
@frozen
public struct TailScale: Sendable {
  /// 1 or −1.
  public var sign: Double
  /// What is subtracted; only elements below it are summed.
  public var threshold: Double
  /// What differences are multiplied by, as an unevaluated sum.
  public var inverse: (high: Double, low: Double)

  /// A scale of these parts.
  @inlinable
  public init(sign: Double, threshold: Double, inverse: (high: Double, low: Double)) {
    self.sign = sign
    self.threshold = threshold
    self.inverse = inverse
  }
}

/// Sums in double-double arithmetic.
public protocol SumKernels: SendableMetatype {
  /// Σ e^z and −Σ e^z·z over all finite elements with sign·x < threshold, each within 2⁻⁸⁸ of itself
  /// and 2⁻⁸⁴⁰.
  ///
  /// Of a term: z is exact but for the product with the inverse, 8u²·|z|, which is as much of e^z.
  /// With z = (128k + j)·ln 2/128 + r, |r| ≤ ln 2/256 < 2⁻⁸·⁵, it is 2^k·2^(j/128)·(1 + q), q = e^r − 1:
  /// - r is the difference to count·ln 2/128 in three parts. The count has at most 17 bits and the
  ///   first two parts 29, so their products are exact; so is the first difference, of numbers within
  ///   a factor of 2. What is left of ln 2 and the roundings come to less than 2⁻¹⁰³·|z| + 2⁻¹¹⁰.
  /// - q = r·(1 + r·(½ + r·(⅙ + r·s))) with s = 1/24 + … + r⁴/8! in plain arithmetic, off by 2⁻⁵²·s, which
  ///   counts r⁴ < 2⁻³⁴ times: 2⁻⁹⁰·⁶. r·s is rounded and added to ⅙ without r's low part: 2⁻⁹¹ more.
  ///   The three steps in pairs are within 11u² each, the first two times r: 2⁻¹⁰¹.
  ///   The terms left out are below r⁹/9! < 2⁻⁹⁴.
  /// - The table's roots are within 2⁻¹⁰⁶; the product and the sum with them within 12u².
  ///
  /// So a term is known to 2⁻⁸⁹, its product with z too. Sums of n ≤ 2¹⁶ terms of one sign in eight
  /// lanes add 4u² for each of n/8 + 8 additions, less than 2⁻⁹⁰.
  /// Terms below e⁻⁶⁰⁰ are left out: with their products less than 2¹⁶·600·2⁻⁸⁶⁵.
  ///
  /// - Parameters:
  ///   - elements: Numbers; NaN and infinite ones are skipped.
  ///   - count: How many.
  ///   - scale: An inverse within 4u² of the true one; finite elements, threshold and inverse between
  ///     2^−100 and 2^100 in magnitude, or 0, so that no operation overflows.
  ///   - roots: 2^(j/128) for j = 0…127, each as two numbers.
  /// - Returns: Both sums.
  /// - Precondition: `count` is at most 2¹⁶.
  static func tailSums(
    of elements: UnsafePointer<Double>, count: Int, scale: TailScale,
    roots: UnsafePointer<Double>
  ) -> TailSums
}

extension SumKernels where Self: InstructionSet {
  /// The kernel.
  @inlinable
  public static func tailSums(
    of elements: UnsafePointer<Double>, count: Int, scale: TailScale,
    roots: UnsafePointer<Double>
  ) -> TailSums {
    let raw = UnsafeRawPointer(elements)
    let threshold = SIMD8(repeating: scale.threshold)
    let inverse = LanePair(
      SIMD8(repeating: scale.inverse.high), SIMD8(repeating: scale.inverse.low))
    var (weights, moments) = (LanePair(SIMD8(), SIMD8()), LanePair(SIMD8(), SIMD8()))
    var touched = SIMDMask<SIMD8<Int64>>(repeating: false)
    var index = 0
    while index < count {
      var next = threshold
      if index &+ 8 <= count {
        next = raw.loadUnaligned(fromByteOffset: index &* 8, as: SIMD8<Double>.self) * scale.sign
      } else {
        for lane in 0..<(count &- index) { next[lane] = elements[index &+ lane] * scale.sign }
      }
      index &+= 8
      let isBelow = (next .< threshold) .& (next .> -.infinity)
      touched = touched .| isBelow
      var z = product(LanePair(sumOf: next, -threshold), inverse)
      let isLeftOut = .!(isBelow .& (z.high .> -600))
      z.high.replace(with: 0, where: isLeftOut)
      z.low.replace(with: 0, where: isLeftOut)
      var term = exponential(z, roots)
      term.high.replace(with: 0, where: isLeftOut)
      term.low.replace(with: 0, where: isLeftOut)
      weights = sum(weights, term)
      moments = sum(moments, product(term, z))
    }
    return TailSums(
      weights: folded(weights), moments: folded(LanePair(-moments.high, -moments.low)),
      isTouched: any(touched))
  }

  /// e^z for −600 < z ≤ 0.
  @inlinable
  @inline(__always)
  static func exponential(_ z: LanePair, _ roots: UnsafePointer<Double>) -> LanePair {
    // The nearest integer to z·128/ln 2, in the last bits of the shifted product.
    let shifted = sum(
      of: SIMD8(repeating: 0x1.8p52), product: z.high, SIMD8(repeating: 0x1.71547652b82fep+7))
    let count = shifted - 0x1.8p52
    let first = sum(of: z.high, product: -count, SIMD8(repeating: 0x1.62e42fep-8))
    let rough = LanePair(sumOf: first, -count * 0x1.f473de6p-37)
    let r = LanePair(
      sumOfLarger: rough.high, rough.low + (z.low - count * 0x1.5e4f1d9cc01f9p-66))
    let bits = unsafeBitCast(shifted, to: SIMD8<Int64>.self)
    let root = root(bits, roots)
    let step = product(root, growth(r))
    let start = LanePair(sumOfLarger: root.high, step.high)
    let value = LanePair(sumOfLarger: start.high, start.low + (root.low + step.low))
    let power = unsafeBitCast(((bits &>> 7) &+ 1023) &<< 52, to: SIMD8<Double>.self)
    return LanePair(value.high * power, value.low * power)
  }

  /// e^r − 1 for |r| < 2⁻⁸·⁵.
  @inlinable
  @inline(__always)
  static func growth(_ r: LanePair) -> LanePair {
    let x = r.high
    var series = SIMD8(repeating: 0x1.a01a01a01a01ap-16)
    series = sum(of: SIMD8(repeating: 0x1.a01a01a01a01ap-13), product: series, x)
    series = sum(of: SIMD8(repeating: 0x1.6c16c16c16c17p-10), product: series, x)
    series = sum(of: SIMD8(repeating: 0x1.1111111111111p-7), product: series, x)
    series = sum(of: SIMD8(repeating: 0x1.5555555555555p-5), product: series, x)
    let third = sum(
      0x1.5555555555555p-3, LanePair(series * x, SIMD8(repeating: 0x1.5555555555555p-57)))
    let second = sum(0.5, product(third, r))
    return product(sum(1, product(second, r)), r)
  }

  /// 2^(j/128) for the last seven bits j.
  @inlinable
  @inline(__always)
  static func root(_ bits: SIMD8<Int64>, _ roots: UnsafePointer<Double>) -> LanePair {
    let places = (bits & 127) &* 2
    var pair = LanePair(SIMD8(), SIMD8())
    for lane in 0..<8 {
      let place = Int(truncatingIfNeeded: places[lane])
      pair.high[lane] = roots[place]
      pair.low[lane] = roots[place &+ 1]
    }
    return pair
  }

  /// The sum of all lanes, in their order.
  @inlinable
  static func folded(_ lanes: LanePair) -> (high: Double, low: Double) {
    var (high, low) = (0.0, 0.0)
    for lane in 0..<8 {
      let sum = high + lanes.high[lane]
      let part = sum - high
      let error = (high - (sum - part)) + (lanes.high[lane] - part)
      let rest = error + (low + lanes.low[lane])
      (high, low) = (sum + rest, rest - ((sum + rest) - sum))
    }
    return (high, low)
  }
}
