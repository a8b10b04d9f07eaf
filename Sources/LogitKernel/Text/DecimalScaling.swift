internal import BigInt

/// The exact binary value of a finite positive Double, `significand · 2^exponent`.
struct BinaryValue {
  let significand: UInt64
  let exponent: Int

  init(_ magnitude: Double) {
    let isSubnormal = magnitude.exponentBitPattern == 0
    let hidden: UInt64 = isSubnormal ? 0 : 1 << 52
    significand = hidden | magnitude.significandBitPattern
    exponent = max(Int(magnitude.exponentBitPattern), 1) - 1075
  }

  /// The digits of `value · 10^power`, rounded to the nearest integer, ties to even.
  ///
  /// Ordinary magnitudes and powers fit 128 bits, where shifting is the whole division; the rest
  /// is done with integers of any size. Nothing is rounded on the way.
  func digits(timesTenTo power: Int) -> String {
    if let quotient = shortQuotient(timesTenTo: power) {
      return UInt64(exactly: quotient).map(decimalDigits) ?? quotient.description
    }
    let numerator =
      BigUInt(significand) * BigUInt(10).power(max(power, 0)) << max(exponent, 0)
    let denominator = BigUInt(10).power(max(-power, 0)) << max(-exponent, 0)
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let twice = remainder << 1
    let isOdd = quotient.trailingZeroBitCount == 0
    let roundsUp = twice > denominator || (twice == denominator && isOdd)
    return String(roundsUp ? quotient + 1 : quotient)
  }

  /// The same as an integer of 128 bits, or nil where they do not suffice.
  private func shortQuotient(timesTenTo power: Int) -> UInt128? {
    // 10^22 is the last power of ten below 2^75, and a significand has 53 bits.
    guard (0...22).contains(power) else { return nil }
    let product = (0..<power).reduce(UInt128(significand)) { product, _ in product * 10 }
    guard exponent < 0 else {
      return product.leadingZeroBitCount > exponent ? product << exponent : nil
    }
    let quotient = product >> -exponent
    guard -exponent <= 128 else { return 0 }
    let dropped = product << (128 + exponent)
    let half = UInt128(1) << 127
    let roundsUp = dropped > half || (dropped == half && quotient & 1 == 1)
    return roundsUp ? quotient + 1 : quotient
  }
}

/// The digits of an integer, of which a screen needs dozens a key: without the generic conversion.
private func decimalDigits(_ value: UInt64) -> String {
  var (count, rest) = (1, value / 10)
  while rest > 0 { (count, rest) = (count + 1, rest / 10) }
  return String(unsafeUninitializedCapacity: count) { text in
    var rest = value
    for place in stride(from: count - 1, through: 0, by: -1) {
      text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return count
  }
}
