internal import BigInt

/// Two numbers of any length with a real number between them.
///
/// Unless the enclosure is exact, the number lies *strictly* between `low` and `high`. Every
/// operation keeps this, and so a term too small for the working precision is not lost: 1 + e^−10⁶
/// becomes an interval that begins at 1 and excludes it, and a tie at 1 still breaks the right way.
struct BigEnclosure: Sendable {
  let low: BigFloat
  let high: BigFloat
  let isExact: Bool
  let precision: Int

  /// Bounds known to hold strictly, cut outward to `precision` bits.
  init(low: BigFloat, high: BigFloat, precision: Int) {
    noteOperation()
    self.low = low.rounded(to: precision, .down).0
    self.high = high.rounded(to: precision, .up).0
    isExact = false
    self.precision = precision
  }

  /// An exact number, cut to bounds only when it is longer than `precision` bits.
  init(_ value: BigFloat, precision: Int) {
    let (low, isExact) = value.rounded(to: precision, .down)
    self.low = low
    self.high = isExact ? low : value.rounded(to: precision, .up).0
    self.isExact = isExact
    self.precision = precision
  }

  init(_ value: Double, precision: Int) {
    self.init(BigFloat(value), precision: precision)
  }

  /// What a fast enclosure knows; nil if that is nothing.
  init?(_ x: FastEnclosure, precision: Int) {
    guard x.bound < .infinity else { return nil }
    let scale = BigFloat(powerOfTwo: x.scale)
    let value = (BigFloat(x.value.high) + BigFloat(x.value.low)) * scale
    guard x.bound > 0 else {
      self.init(value, precision: precision)
      return
    }
    let bound = BigFloat(x.bound) * scale
    self.init(low: value - bound, high: value + bound, precision: precision)
  }

  var isZero: Bool { isExact && low.isZero }

  static prefix func - (x: BigEnclosure) -> BigEnclosure {
    BigEnclosure(low: -x.high, high: -x.low, isExact: x.isExact, precision: x.precision)
  }

  private init(low: BigFloat, high: BigFloat, isExact: Bool, precision: Int) {
    self.low = low
    self.high = high
    self.isExact = isExact
    self.precision = precision
  }

  static func + (x: BigEnclosure, y: BigEnclosure) -> BigEnclosure {
    let bits = max(x.precision, y.precision)
    let low = x.low.adding(y.low, significantTo: bits)
    if x.isExact && y.isExact { return BigEnclosure(low, precision: bits) }
    let high = x.high.adding(y.high, significantTo: bits)
    return BigEnclosure(low: low, high: high, precision: bits)
  }

  static func - (x: BigEnclosure, y: BigEnclosure) -> BigEnclosure { x + -y }

  static func * (x: BigEnclosure, y: BigEnclosure) -> BigEnclosure {
    let bits = max(x.precision, y.precision)
    if x.isExact && y.isExact { return BigEnclosure(x.low * y.low, precision: bits) }
    if x.isZero || y.isZero { return BigEnclosure(.zero, precision: bits) }
    if !x.low.isNegative && !y.low.isNegative {
      return BigEnclosure(low: x.low * y.low, high: x.high * y.high, precision: bits)
    }
    let corners = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high]
    return BigEnclosure(
      low: corners.dropFirst().reduce(corners[0]) { $1 < $0 ? $1 : $0 },
      high: corners.dropFirst().reduce(corners[0]) { $0 < $1 ? $1 : $0 }, precision: bits)
  }

  /// The quotient.
  ///
  /// - Precondition: The lower bound of `y` is positive.
  static func / (x: BigEnclosure, y: BigEnclosure) -> BigEnclosure {
    let bits = max(x.precision, y.precision)
    if x.isZero { return x }
    let (low, isExact) = x.low.divided(
      by: x.low.isNegative ? y.low : y.high, bits: bits, .down)
    if isExact && x.isExact && y.isExact { return BigEnclosure(low, precision: bits) }
    let high = x.high.divided(by: x.high.isNegative ? y.high : y.low, bits: bits, .up).0
    return BigEnclosure(low: low, high: high, precision: bits)
  }

  /// The same number at another working precision.
  func cut(to precision: Int) -> BigEnclosure {
    isExact
      ? BigEnclosure(low, precision: precision)
      : BigEnclosure(low: low, high: high, precision: precision)
  }
}

extension BigEnclosure: Enclosure {
  func rounded(to format: NumberFormat) -> Double? {
    if isExact { return format.round(low, nudged: nil) }
    let below = format.round(low, nudged: .up)
    let above = format.round(high, nudged: .down)
    // In a format without infinities, bounds too far apart to tell the sign overflow to NaN too.
    let hasSign = low.isNegative == high.isNegative
    return below == above || (below.isNaN && above.isNaN && hasSign) ? below : nil
  }

  var nearest: BigFloat {
    (low + high).rounded(to: precision / 2, .down).0 * BigFloat(powerOfTwo: -1)
  }
}

extension NumberFormat {
  /// `value`, or the number an infinitesimal step above or below it, rounded once; zeros are +0.
  func round(_ value: BigFloat, nudged nudge: BigFloat.Direction?) -> Double {
    guard !value.isZero else { return 0 }
    let excess = value.magnitude.bitWidth - 100
    let aligned = excess > 0 ? value.magnitude >> excess : value.magnitude << -excess
    var bits = UInt128(aligned) << 2
    if excess > 0 && value.magnitude.trailingZeroBitCount < excess {
      bits |= 1
    } else if let nudge {
      bits = (nudge == .up) == value.isNegative ? bits - 1 : bits + 1
    }
    let sign: FloatingPointSign = value.isNegative ? .minus : .plus
    return round(bits, exponent: value.exponent + excess - 2, sign: sign) + 0
  }
}
