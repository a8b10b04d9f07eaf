/// An unevaluated sum of two `Double`s, `low` at most half an ulp of `high`: about 106 bits.
///
/// Bounds are relative errors, u = 2⁻⁵³, proved for arguments whose products neither overflow
/// nor underflow, which `FastEnclosure` sees to. Products are split in halves instead of fused,
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

  /// The sum of any two numbers, exactly.
  @inline(__always)
  init(sumOf a: Double, _ b: Double) {
    let sum = a + b
    let part = sum - a
    self.init(sum, (a - (sum - part)) + (b - part))
  }

  /// The sum of two numbers, exactly, if |a| ≥ |b| or a = 0.
  @inline(__always)
  init(sumOfLarger a: Double, _ b: Double) {
    let sum = a + b
    self.init(sum, b - (sum - a))
  }

  /// The product of any two numbers, exactly.
  @inline(__always)
  init(productOf a: Double, _ b: Double) {
    let product = a * b
    let (x, y) = (DoubleDouble.halves(a), DoubleDouble.halves(b))
    let error = ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low
    self.init(product, error)
  }

  /// A number as the sum of two of at most 26 bits.
  @inline(__always)
  private static func halves(_ a: Double) -> (high: Double, low: Double) {
    let scaled = a * 0x8000001p0
    let high = scaled - (scaled - a)
    return (high, a - high)
  }

  @inline(__always)
  static prefix func - (x: DoubleDouble) -> DoubleDouble { DoubleDouble(-x.high, -x.low) }

  /// The sum, within 3u² + 13u³.
  @inline(__always)
  static func + (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let high = DoubleDouble(sumOf: x.high, y.high)
    let low = DoubleDouble(sumOf: x.low, y.low)
    let partial = DoubleDouble(sumOfLarger: high.high, high.low + low.high)
    return DoubleDouble(sumOfLarger: partial.high, low.low + partial.low)
  }

  /// The product, within 7u².
  @inline(__always)
  static func * (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(productOf: x.high, y.high)
    let cross = x.high * y.low + x.low * y.high
    return DoubleDouble(sumOfLarger: product.high, product.low + cross)
  }

  /// The quotient, within 15u² + 56u³.
  @inline(__always)
  static func / (x: DoubleDouble, y: DoubleDouble) -> DoubleDouble {
    let quotient = x.high / y.high
    let product = DoubleDouble(productOf: quotient, y.high)
    let multiple = DoubleDouble(sumOfLarger: product.high, product.low + quotient * y.low)
    let rest = (x.high - multiple.high) + (x.low - multiple.low)
    return DoubleDouble(sumOfLarger: quotient, rest / y.high)
  }
}
