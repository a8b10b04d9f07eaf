/// A Double as a C hexadecimal floating-point literal, exactly.
///
/// One digit before the point, `1` for normal and `0` for subnormal values, then the 52 bits of the
/// significand as 13 hexadecimal digits and the exponent of two, always with its sign:
/// `0x1.8000000000000p+1` is 3, `0x0.0000000000001p-1022` the least positive value.
///
/// Special values: `nan`, `inf`, `-inf`; zeros are `0x0.0p+0` and `-0x0.0p+0`.
///
/// - Parameters:
///   - value: Any Double.
///   - trimmed: Leaves out the zeros at the end of the significand: `0x1.8p+1`, `0x1p+0`.
/// - Returns: Text that ``parseNumber(_:)`` reads back as the same value, bit for bit.
/// - Complexity: O(1).
public func hexText(_ value: Double, trimmed: Bool = false) -> String {
  guard !value.isNaN else { return "nan" }
  let sign = value.sign == .minus ? "-" : ""
  guard value.isFinite else { return sign + "inf" }
  guard value != 0 else { return sign + "0x0.0p+0" }
  let exponent = max(Int(value.exponentBitPattern), 1) - 1023
  let digits = String(value.significandBitPattern, radix: 16)
  var fraction = String(repeating: "0", count: 13 - digits.utf8.count) + digits
  if trimmed { fraction = String(fraction.reversed().drop { $0 == "0" }.reversed()) }
  let point = fraction.isEmpty ? "" : "."
  return
    "\(sign)0x\(value.isNormal ? 1 : 0)\(point)\(fraction)p\(exponent < 0 ? "" : "+")\(exponent)"
}
