/// An unevaluated sum of two `Double`s, `abs(low) <= high.ulp / 2`: about 106 bits.
///
/// Bounds are proved for operands whose products neither overflow nor underflow, which
/// `FastEnclosure` sees to; u = 2⁻⁵³. Every result meets the inequality above. Products are split in halves instead of fused,
/// because a fused multiply-add is a function call on the x86-64 baseline.
///
/// Source: T. J. Dekker, "A floating-point technique for extending the available precision",
/// Numer. Math. 18, 1971; M. Joldes, J.-M. Muller, V. Popescu, "Tight and rigorous error bounds for
/// basic building blocks of double-word arithmetic", ACM TOMS 44(2), 2017.
struct DoubleDouble: Sendable {
  var high: Double
  var low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The sum of any two numbers: `high + low == a + b` without rounding.
  @inline(__always)
  init(sumOf a: Double, _ b: Double) {
    let sum = a + b
    let part = sum - a
    self.init(sum, (a - (sum - part)) + (b - part))
  }

  /// The sum of two numbers: `high + low == a + b` without rounding.
  ///
  /// - Precondition: `abs(a) >= abs(b)` or `a == 0`.
  @inline(__always)
  init(sumOfLarger a: Double, _ b: Double) {
    let sum = a + b
    self.init(sum, b - (sum - a))
  }

  /// The product of any two numbers: `high + low == a * b` without rounding.
  @inline(__always)
  init(productOf a: Double, _ b: Double) {
    let product = a * b
    let (x, y) = (DoubleDouble.halves(a), DoubleDouble.halves(b))
    let error = ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low
    self.init(product, error)
  }

  /// A number as the sum of two of at most 26 bits: `high + low == a` without rounding.
  @inline(__always)
  private static func halves(_ a: Double) -> (high: Double, low: Double) {
    let scaled = a * 0x8000001p0
    let high = scaled - (scaled - a)
    return (high, a - high)
  }

  @inline(__always)
  static prefix func - (x: DoubleDouble) -> DoubleDouble { DoubleDouble(-x.high, -x.low) }

  /// The sum s: `abs(s - (x + y)) <= (3u² + 13u³) * abs(x + y)`, however much cancels.
  @inline(__always)
  static func + (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let high = DoubleDouble(sumOf: x.high, y.high)
    let low = DoubleDouble(sumOf: x.low, y.low)
    let partial = DoubleDouble(sumOfLarger: high.high, high.low + low.high)
    return DoubleDouble(sumOfLarger: partial.high, low.low + partial.low)
  }

  /// The product p: `abs(p - x * y) <= 7u² * abs(x * y)`.
  @inline(__always)
  static func * (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(productOf: x.high, y.high)
    let cross = x.high * y.low + x.low * y.high
    return DoubleDouble(sumOfLarger: product.high, product.low + cross)
  }

  /// The quotient q: `abs(q - x / y) <= (15u² + 56u³) * abs(x / y)`.
  @inline(__always)
  static func / (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let quotient = x.high / y.high
    let product = DoubleDouble(productOf: quotient, y.high)
    let multiple = DoubleDouble(sumOfLarger: product.high, product.low + quotient * y.low)
    let rest = (x.high - multiple.high) + (x.low - multiple.low)
    return DoubleDouble(sumOfLarger: quotient, rest / y.high)
  }
}
