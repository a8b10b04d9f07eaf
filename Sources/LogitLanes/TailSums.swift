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
  /// Of a term, with u = 2⁻⁵³ and pairs whose low part may be some u of the high one:
  /// - z is exact but for the product with the inverse, 8u²·|z|, which is as much of e^z.
  /// - z = (128k + j)·ln 2/128 + r, |r| ≤ ln 2/256 < 2⁻⁸·⁵. The count 128k + j has at most 17 bits and the
  ///   first two parts of ln 2/128 have 29, so their products are exact; so is the first difference, of
  ///   numbers within a factor of 2. What is left of ln 2 and the roundings come to less than 2⁻⁹⁴.
  /// - e^r − 1 = r + r²/2 + r³/6 + r⁴·s with s = 1/24 + … + r⁴/8!. The first three are pairs whose roundings
  ///   are kept, and what is added to their low parts is below 2⁻⁶⁰, so rounded to 2⁻¹¹³. r⁴·s < 2⁻³⁸·⁶ is
  ///   plain arithmetic of 5.5u: 2⁻⁸⁹·². The terms left out are below r⁹/9! < 2⁻⁹⁴.
  /// - The table's roots are within 2⁻¹⁰⁶; the product and the sum with them within 12u².
  /// - The product with z adds 10u².
  ///
  /// Sums are those of the high parts, exact as pairs, and apart from them those of what these lack and
  /// of the low parts. The latter stay below 40u of the sum, since every 32 steps the one is brought into
  /// the other; so each step rounds 80u² at most, all of ≤ 2¹⁰ steps less than 2⁻⁸⁹·⁶ even if the sum hardly
  /// grows. Together less than 2⁻⁸⁸.
  /// Terms below e⁻⁶⁰⁰ are left out: with their products less than 2¹³·600·2⁻⁸⁶⁵.
  ///
  /// - Parameters:
  ///   - elements: Numbers; NaN and infinite ones are skipped.
  ///   - count: How many.
  ///   - scale: An inverse within 4u² of the true one; finite elements, threshold and inverse between
  ///     2^−100 and 2^100 in magnitude, or 0, so that no operation overflows.
  ///   - roots: 2^(j/128) for j = 0…127, each as two numbers.
  /// - Returns: Both sums.
  /// - Precondition: `count` is at most 2¹³.
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
      var z = roughProduct(LanePair(sumOf: next, -threshold), inverse)
      let isLeftOut = .!(isBelow .& (z.high .> -600))
      z.high.replace(with: 0, where: isLeftOut)
      z.low.replace(with: 0, where: isLeftOut)
      let term = exponential(z, isLeftOut, roots)
      add(term, to: &weights)
      add(roughProduct(term, z), to: &moments)
      if index & 255 == 0 {
        weights = LanePair(sumOfLarger: weights.high, weights.low)
        moments = LanePair(sumOfLarger: moments.high, moments.low)
      }
    }
    return TailSums(
      weights: folded(weights), moments: folded(LanePair(-moments.high, -moments.low)),
      isTouched: any(touched))
  }

  /// Adds to a sum whose low part gathers what the high parts lack.
  @inlinable
  @inline(__always)
  static func add(_ term: LanePair, to sum: inout LanePair) {
    let high = LanePair(sumOf: sum.high, term.high)
    sum = LanePair(high.high, sum.low + (high.low + term.low))
  }

  /// e^z for −600 < z ≤ 0; 0 for what is left out, whose z is 0.
  @inlinable
  @inline(__always)
  static func exponential(
    _ z: LanePair, _ isLeftOut: SIMDMask<SIMD8<Int64>>, _ roots: UnsafePointer<Double>
  ) -> LanePair {
    // The nearest integer to z·128/ln 2, in the last bits of the shifted product.
    let shifted = sum(
      of: SIMD8(repeating: 0x1.8p52), product: z.high, SIMD8(repeating: 0x1.71547652b82fep+7))
    let count = shifted - 0x1.8p52
    let first = sum(of: z.high, product: negated(count), SIMD8(repeating: 0x1.62e42fep-8))
    let rough = LanePair(sumOf: first, count * -0x1.f473de6p-37)
    let rest = sum(of: z.low, product: negated(count), SIMD8(repeating: 0x1.5e4f1d9cc01f9p-66))
    let growth = growth(LanePair(sumOfLarger: rough.high, rough.low + rest))
    let bits = unsafeBitCast(shifted, to: SIMD8<Int64>.self)
    let root = root(bits, roots)
    let step = exactProduct(root.high, growth.high)
    var low = sum(of: step.low, product: root.high, growth.low)
    low = sum(of: low, product: root.low, growth.high) + root.low
    let high = LanePair(sumOfLarger: root.high, step.high)
    var power = unsafeBitCast(((bits &>> 7) &+ 1023) &<< 52, to: SIMD8<Double>.self)
    power.replace(with: 0, where: isLeftOut)
    return LanePair(high.high * power, (high.low + low) * power)
  }

  /// e^r − 1 for |r| < 2⁻⁸·⁵.
  @inlinable
  @inline(__always)
  static func growth(_ r: LanePair) -> LanePair {
    let x = r.high
    let square = exactProduct(x, x)
    let half = square.high * 0.5
    let cube = exactProduct(square.high, x)
    let third = exactProduct(cube.high, SIMD8(repeating: 0x1.5555555555555p-3))
    // What the three lack: of r³/6, of r²/2, of r.
    let lost = sum(
      of: sum(of: cube.low, product: square.low, x), product: square.high, r.low * 3)
    var low = sum(of: third.low, product: cube.high, SIMD8(repeating: 0x1.5555555555555p-57))
    low = sum(of: low, product: lost, SIMD8(repeating: 0x1.5555555555555p-3))
    low = sum(of: low, product: square.low, SIMD8(repeating: 0.5))
    low = sum(of: low, product: x, r.low) + r.low
    var series = SIMD8(repeating: 0x1.a01a01a01a01ap-16)
    series = sum(of: SIMD8(repeating: 0x1.a01a01a01a01ap-13), product: series, x)
    series = sum(of: SIMD8(repeating: 0x1.6c16c16c16c17p-10), product: series, x)
    series = sum(of: SIMD8(repeating: 0x1.1111111111111p-7), product: series, x)
    series = sum(of: SIMD8(repeating: 0x1.5555555555555p-5), product: series, x)
    let most = LanePair(sumOfLarger: x, half)
    let little = LanePair(sumOfLarger: third.high, (square.high * square.high) * series)
    let all = LanePair(sumOfLarger: most.high, little.high)
    return LanePair(all.high, low + (all.low + (most.low + little.low)))
  }

  /// 2^(j/128) for the last seven bits j.
  @inlinable
  @inline(__always)
  static func root(_ bits: SIMD8<Int64>, _ roots: UnsafePointer<Double>) -> LanePair {
    let offsets = (bits & 127) &<< 4
    let raw = UnsafeRawPointer(roots)
    // Pairs as they lie in memory, the even ones side by side and the odd ones.
    let even = SIMD8(
      lowHalf: SIMD4(lowHalf: pair(raw, offsets[0]), highHalf: pair(raw, offsets[2])),
      highHalf: SIMD4(lowHalf: pair(raw, offsets[4]), highHalf: pair(raw, offsets[6])))
    let odd = SIMD8(
      lowHalf: SIMD4(lowHalf: pair(raw, offsets[1]), highHalf: pair(raw, offsets[3])),
      highHalf: SIMD4(lowHalf: pair(raw, offsets[5]), highHalf: pair(raw, offsets[7])))
    var (high, low) = (SIMD8<Double>(), SIMD8<Double>())
    (high.evenHalf, high.oddHalf) = (even.evenHalf, odd.evenHalf)
    (low.evenHalf, low.oddHalf) = (even.oddHalf, odd.oddHalf)
    return LanePair(high, low)
  }

  @inlinable
  @inline(__always)
  static func pair(_ raw: UnsafeRawPointer, _ offset: Int64) -> SIMD2<Double> {
    raw.loadUnaligned(fromByteOffset: Int(offset), as: SIMD2<Double>.self)
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
