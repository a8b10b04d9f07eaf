internal import BigInt

/// x to the power y, correctly rounded.
///
/// Special values are those of IEEE 754 `pow`: 1 for y = 0 and for x = 1, even next to NaN; a
/// negative x needs an integer y, else NaN; 0 and infinities give their limits. Zeros are +0.
///
/// - Complexity: O(1).
public func power(_ x: Double, _ y: Double) -> Double {
  if y == 0 || x == 1 { return 1 }
  if x.isNaN || y.isNaN { return .nan }
  let isInteger = y.rounded(.towardZero) == y
  let isOdd = isInteger && y.magnitude < 0x1p53 && Int64(y) & 1 != 0
  let sign = x.sign == .minus && isOdd ? -1.0 : 1
  if y.isInfinite {
    if x == -1 { return 1 }
    return (x.magnitude > 1) == (y > 0) ? .infinity : 0
  }
  if x == 0 || x.isInfinite { return (x == 0) == (y < 0) ? sign * .infinity : 0 }
  if x < 0 && !isInteger { return .nan }
  if x.magnitude == 1 { return sign }
  if let exact = exactPower(x.magnitude, y) { return sign * exact + 0 }
  return sign * PowerFormula(x: x.magnitude, y: y).rounded(to: .binary64) + 0
}

/// x^y where it is a number of at most 160 bits, rounded once; for finite x > 0, x ≠ 1.
///
/// A tie or an exact result has at most 54 significant bits. With x = m·2ᵉ, m odd, and y = n/2ʲ,
/// n odd or j = 0, such a result needs m = 1, or n > 0, a 2ʲ-th root of m and a short power of it.
private func exactPower(_ x: Double, _ y: Double) -> Double? {
  var (significand, exponent) = x.integerSignificand
  let zeros = significand.trailingZeroBitCount
  significand >>= UInt64(zeros)
  exponent += zeros
  var (multiplier, denominator) = (y, 0)
  while multiplier.rounded(.towardZero) != multiplier && denominator < 12 {
    multiplier *= 2
    denominator += 1
  }
  guard multiplier.rounded(.towardZero) == multiplier, multiplier.magnitude < 0x1p40 else {
    return nil
  }
  for _ in 0..<denominator {
    guard exponent & 1 == 0, let root = exactRoot(significand) else { return nil }
    (significand, exponent) = (root, exponent / 2)
  }
  let times = Int(multiplier)
  guard significand == 1 || (times > 0 && times <= 64) else { return nil }
  let power = significand == 1 ? 1 : BigUInt(significand).power(times)
  guard power.bitWidth <= 160 else { return nil }
  return NumberFormat.binary64.round(
    BigFloat(.plus, power, exponent: exponent * times), nudged: nil)
}

/// The integer square root, if there is one.
private func exactRoot(_ square: UInt64) -> UInt64? {
  let root = UInt64(Double(square).squareRoot())
  return root * root == square ? root : nil
}

/// e^(y ln x).
private struct PowerFormula: Formula {
  let x: Double
  let y: Double

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    (E(y, precision: precision) * E(x, precision: precision).logarithm()).exponential()
  }
}
