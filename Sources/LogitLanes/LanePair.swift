/// Eight numbers in double-double arithmetic: unevaluated sums, `abs(low) <= high.ulp / 2` in each lane.
///
/// Every bound holds lane by lane, for numbers whose products neither overflow nor underflow;
/// u = 2⁻⁵³. Where multiplication and addition are one instruction it takes the exact error of a
/// product, elsewhere the product of halves does.
///
/// Source: as of the scalar arithmetic; M. Joldes, J.-M. Muller, V. Popescu, "Tight and rigorous
/// error bounds for basic building blocks of double-word arithmetic", ACM TOMS 44(2), 2017.
@frozen
@usableFromInline
struct LanePair {
  @usableFromInline typealias Lanes = SIMD8<Double>

  @usableFromInline var high: Lanes
  @usableFromInline var low: Lanes

  @inlinable
  @inline(__always)
  init(_ high: Lanes, _ low: Lanes) {
    self.high = high
    self.low = low
  }

  /// The sum of any two numbers, without rounding.
  @inlinable
  @inline(__always)
  init(sumOf a: Lanes, _ b: Lanes) {
    let sum = a + b
    let part = sum - a
    self.init(sum, (a - (sum - part)) + (b - part))
  }

  /// The sum of two numbers of which the first is the greater in magnitude, without rounding.
  @inlinable
  @inline(__always)
  init(sumOfLarger a: Lanes, _ b: Lanes) {
    let sum = a + b
    self.init(sum, b - (sum - a))
  }

  /// A number as the sum of two of at most 26 bits.
  @inlinable
  @inline(__always)
  init(halvesOf a: Lanes) {
    let scaled = a * 0x8000001p0
    let high = scaled - (scaled - a)
    self.init(high, a - high)
  }
}

extension InstructionSet {
  /// a·b + c; rounded once where that is one instruction, else twice.
  @inlinable
  @inline(__always)
  static func sum(
    of c: SIMD8<Double>, product a: SIMD8<Double>, _ b: SIMD8<Double>
  )
    -> SIMD8<Double>
  {
    fusesMultiplyAdd ? c.addingProduct(a, b) : c + a * b
  }

  /// The product of any two numbers, without rounding.
  @inlinable
  @inline(__always)
  static func exactProduct(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> LanePair {
    let product = a * b
    if fusesMultiplyAdd { return LanePair(product, (-product).addingProduct(a, b)) }
    let (x, y) = (LanePair(halvesOf: a), LanePair(halvesOf: b))
    let error = ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low
    return LanePair(product, error)
  }

  /// The product, within 7u² of itself.
  @inlinable
  @inline(__always)
  static func product(_ a: LanePair, _ b: LanePair) -> LanePair {
    let product = exactProduct(a.high, b.high)
    let cross = sum(of: a.low * b.high, product: a.high, b.low)
    return LanePair(sumOfLarger: product.high, product.low + cross)
  }

  /// a + p for a number a that is greater than p in magnitude, within 3u² of itself.
  @inlinable
  @inline(__always)
  static func sum(_ a: Double, _ p: LanePair) -> LanePair {
    let sum = LanePair(sumOfLarger: SIMD8(repeating: a), p.high)
    return LanePair(sumOfLarger: sum.high, sum.low + p.low)
  }

  /// The sum of two numbers of the same sign, within 4u² of itself.
  @inlinable
  @inline(__always)
  static func sum(_ a: LanePair, _ b: LanePair) -> LanePair {
    let sum = LanePair(sumOf: a.high, b.high)
    return LanePair(sumOfLarger: sum.high, sum.low + (a.low + b.low))
  }
}
