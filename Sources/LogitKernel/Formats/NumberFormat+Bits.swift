extension NumberFormat {
  /// The number of bits of a value: sign, exponent and significand.
  public var width: Int { 1 + exponentBits + significandBits }

  /// The bits of a value of this format, the sign uppermost.
  ///
  /// A value that is not of this format is rounded first. NaN is the quiet NaN with a clear sign;
  /// where the format has one NaN only, that.
  ///
  /// - Complexity: O(1).
  public func bits(of value: Double) -> UInt64 {
    guard !value.isNaN else { return quietNaN }
    let rounded = roundKeepingSign(value)
    guard !rounded.isNaN else { return quietNaN }
    let sign: UInt64 = rounded.sign == .minus ? 1 << UInt64(width - 1) : 0
    let magnitude = rounded.magnitude
    guard magnitude.isFinite else { return sign | exponentField }
    guard magnitude >= leastNormal else {
      return sign | UInt64(magnitude / leastNonzero)
    }
    let exponent = Int(magnitude.exponent)
    let fraction = magnitude.significandBitPattern >> UInt64(52 - significandBits)
    let isSubnormalDouble = magnitude < .leastNormalMagnitude
    let significand =
      isSubnormalDouble
      ? UInt64((magnitude.significand - 1) * powerOfTwo(significandBits)) : fraction
    return sign | UInt64(exponent - leastExponent + 1) << UInt64(significandBits) | significand
  }

  /// The value with these bits; those above ``width`` are ignored.
  ///
  /// The switches for saturation and flushing do not apply: this is what the bits mean.
  ///
  /// - Complexity: O(1).
  public func value(ofBits bits: UInt64) -> Double {
    let magnitude = bits & (1 << UInt64(width - 1) - 1)
    let sign: FloatingPointSign = bits >> UInt64(width - 1) & 1 == 1 ? .minus : .plus
    if isNaN(magnitude) { return .nan }
    if specials == .ieee754 && magnitude == exponentField { return Double.infinity.with(sign) }
    let field = Int(magnitude >> UInt64(significandBits))
    let fraction = Double(magnitude & fractionMask)
    let significand = field == 0 ? fraction : fraction + powerOfTwo(significandBits)
    let place = leastExponent - significandBits + max(field - 1, 0)
    return Double(sign: .plus, exponent: place, significand: significand).with(sign)
  }

  /// The next greater value of the format; the greatest one is followed by infinity or itself.
  ///
  /// - Complexity: O(1).
  public func nextUp(_ value: Double) -> Double {
    guard !value.isNaN, value != .infinity else { return value }
    if value == 0 { return leastNonzero }
    let next = bits(of: value) &+ (value < 0 ? .max : 1)
    let result = self.value(ofBits: next)
    return result.isNaN ? value : result + 0
  }

  /// The next smaller value of the format.
  ///
  /// - Complexity: O(1).
  public func nextDown(_ value: Double) -> Double { -nextUp(-value) + 0 }

  /// The distance between values of the format at this magnitude; NaN where it is not finite.
  ///
  /// - Complexity: O(1).
  public func ulp(at value: Double) -> Double {
    guard value.isFinite else { return .nan }
    let exponent = value == 0 ? leastExponent : Int(value.exponent)
    return powerOfTwo(min(max(exponent, leastExponent), greatestExponent) - significandBits)
  }

  private var fractionMask: UInt64 { 1 << UInt64(significandBits) - 1 }

  /// An exponent field of ones, with a clear fraction.
  private var exponentField: UInt64 { (1 << UInt64(exponentBits) - 1) << UInt64(significandBits) }

  private var quietNaN: UInt64 {
    specials == .ieee754
      ? exponentField | 1 << UInt64(significandBits - 1) : exponentField | fractionMask
  }

  private func isNaN(_ magnitude: UInt64) -> Bool {
    specials == .ieee754
      ? magnitude > exponentField : magnitude == exponentField | fractionMask
  }
}
