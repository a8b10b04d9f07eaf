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

  /// −a by its bits, which is free where it is part of a product; 0 − a is not.
  @inlinable
  @inline(__always)
  static func negated(_ a: SIMD8<Double>) -> SIMD8<Double> {
    let bits = unsafeBitCast(a, to: SIMD8<UInt64>.self) ^ SIMD8(repeating: 1 << 63)
    return unsafeBitCast(bits, to: SIMD8<Double>.self)
  }

  /// The product of any two numbers, without rounding.
  @inlinable
  @inline(__always)
  static func exactProduct(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> LanePair {
    let product = a * b
    if fusesMultiplyAdd { return LanePair(product, negated(product).addingProduct(a, b)) }
    let (x, y) = (LanePair(halvesOf: a), LanePair(halvesOf: b))
    let error = ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low
    return LanePair(product, error)
  }

  /// The product, within 10u² of itself if the low parts are within 4u of the high ones; so is that of the
  /// result.
  @inlinable
  @inline(__always)
  static func roughProduct(_ a: LanePair, _ b: LanePair) -> LanePair {
    let product = exactProduct(a.high, b.high)
    let cross = sum(of: product.low, product: a.high, b.low)
    return LanePair(product.high, sum(of: cross, product: a.low, b.high))
  }
}
