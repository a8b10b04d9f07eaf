internal import BigInt

/// A binary number of any length: `significand`·2^`exponent`, exactly.
///
/// Sums and products are exact; `rounded(to:_:)` cuts them to a working precision in a stated
/// direction, from which `BigEnclosure` builds guaranteed bounds.
struct BigFloat: Sendable {
  /// Where a number that does not fit is cut to.
  enum Direction { case down, up }

  let sign: BigInt.Sign
  let magnitude: BigUInt
  let exponent: Int

  static let zero = BigFloat(.plus, 0, exponent: 0)
  static let one = BigFloat(.plus, 1, exponent: 0)

  init(_ sign: BigInt.Sign, _ magnitude: BigUInt, exponent: Int) {
    self.sign = magnitude.isZero ? .plus : sign
    self.magnitude = magnitude
    self.exponent = magnitude.isZero ? 0 : exponent
  }

  init(_ significand: BigInt, exponent: Int) {
    self.init(significand.sign, significand.magnitude, exponent: exponent)
  }

  /// Any finite number, exactly.
  init(_ value: Double) {
    let (significand, exponent) = value.integerSignificand
    self.init(value.sign == .minus ? .minus : .plus, BigUInt(significand), exponent: exponent)
  }

  /// 2 to the power `exponent`.
  init(powerOfTwo exponent: Int) {
    self.init(.plus, 1, exponent: exponent)
  }

  var isZero: Bool { magnitude.isZero }
  var isNegative: Bool { sign == .minus }

  /// The least *e* with |self| < 2ᵉ; meaningless for zero.
  var upperExponent: Int { exponent + magnitude.bitWidth }

  static prefix func - (x: BigFloat) -> BigFloat {
    BigFloat(x.isNegative ? .plus : .minus, x.magnitude, exponent: x.exponent)
  }

  static func * (x: BigFloat, y: BigFloat) -> BigFloat {
    BigFloat(
      x.sign == y.sign ? .plus : .minus, x.magnitude * y.magnitude,
      exponent: x.exponent + y.exponent)
  }

  /// The exact sum; its length is that of the gap between the operands.
  static func + (x: BigFloat, y: BigFloat) -> BigFloat {
    if x.isZero { return y }
    if y.isZero { return x }
    let exponent = min(x.exponent, y.exponent)
    let a = x.magnitude << (x.exponent - exponent)
    let b = y.magnitude << (y.exponent - exponent)
    if x.sign == y.sign { return BigFloat(x.sign, a + b, exponent: exponent) }
    return a >= b
      ? BigFloat(x.sign, a - b, exponent: exponent) : BigFloat(y.sign, b - a, exponent: exponent)
  }

  static func - (x: BigFloat, y: BigFloat) -> BigFloat { x + -y }

  static func < (x: BigFloat, y: BigFloat) -> Bool { (x - y).isNegative }

  /// This number cut to at most `bits` significant bits, and whether that changed nothing.
  func rounded(to bits: Int, _ direction: Direction) -> (BigFloat, isExact: Bool) {
    let excess = magnitude.bitWidth - bits
    guard excess > 0 else { return (self, true) }
    let kept = magnitude >> excess
    let isExact = magnitude.trailingZeroBitCount >= excess
    let grows = !isExact && (direction == .down) == isNegative
    return (BigFloat(sign, grows ? kept + 1 : kept, exponent: exponent + excess), isExact)
  }

  /// A number that rounds like `self` + `small` at `bits` bits, without filling a vast gap.
  ///
  /// Between a number and its neighbours, both on its own grid and on that of the result, every
  /// small addend of one sign has the same effect on directed rounding.
  func adding(_ small: BigFloat, significantTo bits: Int) -> BigFloat {
    if isZero || small.isZero { return self + small }
    if upperExponent < small.upperExponent { return small.adding(self, significantTo: bits) }
    let floor = min(exponent, upperExponent - bits) - 4
    if small.upperExponent >= floor { return self + small }
    return self + BigFloat(small.sign, 1, exponent: floor - 1)
  }

  /// The quotient cut to `bits` bits below and above, and whether both are exact.
  func divided(by divisor: BigFloat, bits: Int, _ direction: Direction) -> (BigFloat, Bool) {
    let shift = max(0, bits + 2 + divisor.magnitude.bitWidth - magnitude.bitWidth)
    let (quotient, remainder) = (magnitude << shift).quotientAndRemainder(
      dividingBy: divisor.magnitude)
    let sticky = (quotient << 1) + (remainder.isZero ? 0 : 1)
    let (value, fits) = BigFloat(
      sign == divisor.sign ? .plus : .minus, sticky,
      exponent: exponent - divisor.exponent - shift - 1
    ).rounded(to: bits, direction)
    return (value, fits && remainder.isZero)
  }

  /// The nearest `Double`, or one within a few last places; infinite or zero beyond its range.
  var approximation: Double {
    let excess = magnitude.bitWidth - 60
    let leading = Double(UInt64(excess > 0 ? magnitude >> excess : magnitude))
    let scale = exponent + max(0, excess)
    let value = Double(sign: .plus, exponent: max(-2000, min(2000, scale)), significand: leading)
    return isNegative ? -value : value
  }
}
