extension NumberFormat {
  /// The value of this format nearest to `value`, ties to even.
  ///
  /// Special values:
  /// - NaN gives NaN.
  /// - An infinity, and whatever rounds beyond the greatest finite value, gives `overflow` with
  ///   its sign.
  /// - Zero, and whatever rounds to it, gives +0.
  ///
  /// - Complexity: O(1).
  public func round(_ value: Double) -> Double {
    roundKeepingSign(value) + 0
  }

  /// The same as `round`, with the sign of a zero kept, as hardware keeps it.
  func roundKeepingSign(_ value: Double) -> Double {
    guard value.isFinite else { return value.isNaN ? value : overflow(value.sign) }
    if isBinary64 {
      return flushesSubnormals && value.magnitude < leastNormal ? 0.0.with(value.sign) : value
    }
    if significandBits < 52, value.magnitude >= leastNormal { return roundNormal(value) }
    let (significand, exponent) = value.integerSignificand
    return round(significand, exponent: exponent, sign: value.sign)
  }

  /// The usual case, a carry through the bits of the Double: the exponent follows the significand.
  private func roundNormal(_ value: Double) -> Double {
    let shift = UInt64(52 - significandBits)
    let isOdd = value.bitPattern >> shift & 1
    let carried = value.bitPattern + (1 << (shift - 1) - 1) + isOdd
    let rounded = Double(bitPattern: carried & ~(1 << shift - 1))
    return rounded.magnitude <= greatestFinite ? rounded : overflow(value.sign)
  }

  /// `significand`·2^`exponent` rounded to nearest, ties to even.
  ///
  /// A value with more bits than fit may be given by its leading bits, with the lowest bit set when
  /// any bit below it is; that bit must lie at least two places below the last place of the
  /// format and above nothing else.
  func round<Bits: FixedWidthInteger & UnsignedInteger>(
    _ significand: Bits, exponent: Int, sign: FloatingPointSign
  ) -> Double {
    let width = Bits.bitWidth - significand.leadingZeroBitCount
    guard width > 0 else { return 0.0.with(sign) }
    let leading = exponent + width - 1
    guard leading <= greatestExponent else { return overflow(sign) }
    let lastPlace = max(leading, leastExponent) - significandBits
    let excess = lastPlace - exponent
    guard excess <= width else { return 0.0.with(sign) }
    var kept = significand
    var place = exponent
    if excess > 0 {
      kept = excess == width && width == Bits.bitWidth ? 0 : significand >> Bits(excess)
      let dropped = significand ^ (kept << Bits(excess))
      let half = Bits(1) << Bits(excess - 1)
      if dropped > half || (dropped == half && kept & 1 == 1) { kept += 1 }
      place = lastPlace
    }
    return settle(Double(UInt64(kept)) * powerOfTwo(place), sign)
  }

  /// Applies the format's rules at both ends of its range to a rounded magnitude.
  private func settle(_ magnitude: Double, _ sign: FloatingPointSign) -> Double {
    if magnitude > greatestFinite { return overflow(sign) }
    if flushesSubnormals && magnitude < leastNormal { return 0.0.with(sign) }
    return magnitude.with(sign)
  }

  private func overflow(_ sign: FloatingPointSign) -> Double { overflow.with(sign) }
}

extension Double {
  /// This magnitude with the given sign.
  func with(_ sign: FloatingPointSign) -> Double { sign == .minus ? -self : self }

  /// The integer *m* < 2⁵³ and the exponent *e* with |self| = *m*·2ᵉ; for a finite value.
  var integerSignificand: (UInt64, Int) {
    let field = Int(exponentBitPattern)
    return field == 0
      ? (significandBitPattern, -1074) : (significandBitPattern | 1 << 52, field - 1075)
  }
}
