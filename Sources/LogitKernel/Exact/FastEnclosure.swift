/// A double-double number with a bound on its error and a binary exponent of its own:
/// (`value` ± `error`)·2^`scale`.
///
/// <doc:Exactness> derives every constant.
///
/// `scale` is 0 unless the magnitude leaves 2^±400, and then `value.high` lies in [1, 2): so no
/// operation overflows or underflows. An infinite error means that nothing is known. Errors are
/// summed in ordinary arithmetic; `rounded(to:)` allows for what that loses.
struct FastEnclosure: Sendable {
  var value: DoubleDouble
  var error: Double
  var scale: Int

  @inline(__always)
  init(_ value: DoubleDouble, error: Double, scale: Int = 0) {
    self.value = value
    self.error = error
    self.scale = scale
  }

  @inline(__always)
  init(_ value: Double) {
    self = FastEnclosure(DoubleDouble(value), error: 0).settled()
  }

  /// An enclosure that excludes nothing.
  static let unknown = FastEnclosure(DoubleDouble(0), error: .infinity)

  /// Relative error allowed for one operation, above 15u² + 56u³.
  static let roundoff = 0x1p-102

  /// Added to errors that are not 0, so that none underflows; far below every `roundoff`.
  static let leastError = 0x1p-1000

  @inline(__always)
  private func settled() -> FastEnclosure {
    let size = value.high.magnitude
    let isSettled = scale == 0 && ((size >= 0x1p-400 && size <= 0x1p400) || size == 0)
    return isSettled ? self : rescaled
  }

  /// The same number with the right scale.
  private var rescaled: FastEnclosure {
    guard value.high != 0, value.high.isFinite else { return self }
    let exponent = Int(value.high.exponent)
    let target = abs(exponent + scale) <= 400 ? 0 : exponent + scale
    let shift = scale - target
    guard shift != 0 else { return self }
    let half = shift / 2  // Two factors, since 2^shift may overflow.
    let (a, b) = (powerOfTwo(half), powerOfTwo(shift - half))
    return FastEnclosure(
      DoubleDouble(value.high * a * b, value.low * a * b),
      error: error == 0 ? 0 : error * a * b + FastEnclosure.leastError, scale: target)
  }

  /// This number as a multiple of 2^`target`, for a target at least as great as `scale`.
  ///
  /// What falls below 2^−1000 counts as error, which is negligible next to the other operand.
  private func aligned(to target: Int) -> FastEnclosure {
    let shift = scale - target
    guard shift > -1000 else {
      let bound = (value.high.magnitude + error) * 0x1p-1000
      return FastEnclosure(
        DoubleDouble(0), error: bound + FastEnclosure.leastError, scale: target)
    }
    let factor = powerOfTwo(shift)
    return FastEnclosure(
      DoubleDouble(value.high * factor, value.low * factor),
      error: error * factor + FastEnclosure.leastError, scale: target)
  }

  @inline(__always)
  static prefix func - (x: FastEnclosure) -> FastEnclosure {
    FastEnclosure(-x.value, error: x.error, scale: x.scale)
  }

  // Not inlined: they would make every formula several pages of code.
  @inline(never)
  static func + (x: FastEnclosure, y: FastEnclosure) -> FastEnclosure {
    if x.scale == y.scale { return sum(x, y) }
    if x.isZero { return y }
    if y.isZero { return x }
    let scale = max(x.scale, y.scale)
    return sum(x.aligned(to: scale), y.aligned(to: scale))
  }

  private var isZero: Bool { value.high == 0 && error == 0 }

  @inline(__always)
  private static func sum(_ x: FastEnclosure, _ y: FastEnclosure) -> FastEnclosure {
    let error = x.error + y.error
    if x.value.low == 0 && y.value.low == 0 {  // Exact.
      let value = DoubleDouble(sumOf: x.value.high, y.value.high)
      return FastEnclosure(value, error: error, scale: x.scale).settled()
    }
    let value = x.value + y.value
    return FastEnclosure(
      value, error: error + value.high.magnitude * roundoff, scale: x.scale
    ).settled()
  }

  @inline(__always)
  static func - (x: FastEnclosure, y: FastEnclosure) -> FastEnclosure { x + -y }

  @inline(never)
  static func * (x: FastEnclosure, y: FastEnclosure) -> FastEnclosure {
    if x.isZero || y.isZero { return FastEnclosure(DoubleDouble(0), error: 0) }
    let scale = x.scale + y.scale
    let error =
      x.error == 0 && y.error == 0
      ? 0
      : x.value.high.magnitude * y.error + y.value.high.magnitude * x.error + x.error * y.error
        + leastError
    if x.value.low == 0 && y.value.low == 0 {  // Exact.
      let value = DoubleDouble(productOf: x.value.high, y.value.high)
      return FastEnclosure(value, error: error, scale: scale).settled()
    }
    let value = x.value * y.value
    return FastEnclosure(
      value, error: error + value.high.magnitude * roundoff, scale: scale
    ).settled()
  }

  @inline(never)
  static func / (x: FastEnclosure, y: FastEnclosure) -> FastEnclosure {
    guard y.value.high > 2 * y.error else { return unknown }
    if x.isZero { return x }
    let value = x.value / y.value
    let size = value.high.magnitude
    // The factor covers only the four roundings of this bound.
    let error = (x.error + size * y.error) / (y.value.high - y.error)
    return FastEnclosure(
      value, error: error * 1.5 + size * roundoff + leastError, scale: x.scale - y.scale
    ).settled()
  }
}

extension FastEnclosure: Enclosure {
  @inline(__always)
  init(_ value: Double, precision: Int) { self.init(value) }

  static func sums(of row: LogitRow, precision: Int) -> RowSums<FastEnclosure> {
    row.sums
  }

  static func logarithmOfTwo(precision: Int) -> FastEnclosure { logarithmOfTwo }

  /// How far the number is from `value`, less than this unless it is 0.
  ///
  /// The slack covers the rounding of all errors on the way, and of the bounds made with it.
  var bound: Double { error * 1.001 + (error == 0 ? 0 : value.high.magnitude * 0x1p-105) }

  func rounded(to format: NumberFormat) -> Double? {
    let bound = self.bound
    guard bound < .infinity else { return nil }
    if scale == 0 && format.isBinary64 && value.high != 0 {
      let below = value.high + (value.low - bound)
      return below == value.high + (value.low + bound) ? below : nil
    }
    let below = format.round(
      DoubleDouble(sumOf: value.high, value.low - bound), scale: scale)
    let above = format.round(
      DoubleDouble(sumOf: value.high, value.low + bound), scale: scale)
    // In a format without infinities, bounds too far apart to tell the sign overflow to NaN too.
    let hasSign = value.high.magnitude > bound
    return below == above || (below.isNaN && above.isNaN && hasSign) ? below : nil
  }
}

extension NumberFormat {
  /// Whether every normal `Double` is a value.
  @inline(__always)
  var isBinary64: Bool { significandBits == 52 && exponentBits == 11 }

  /// `value`·2^`scale` rounded once, zeros as +0.
  func round(_ value: DoubleDouble, scale: Int) -> Double {
    guard value.high != 0 else { return 0 }
    let (significand, exponent) = value.high.integerSignificand
    let base = exponent - 70
    var bits = UInt128(significand) << 70
    if value.low != 0 {
      let (part, place) = value.low.integerSignificand
      let shift = place - base
      let aligned = shift >= 0 ? UInt128(part) << UInt128(shift) : UInt128(part) >> UInt128(-shift)
      let isCut = shift < 0 && (-shift > 52 || part.trailingZeroBitCount < -shift)
      let isOpposite = value.low.sign != value.high.sign
      bits = isOpposite ? bits - aligned - (isCut ? 1 : 0) : bits + aligned
      if isCut { bits |= 1 }
    }
    return round(bits, exponent: base + scale, sign: value.high.sign) + 0
  }
}
