internal import BigInt

/// Numbers as decimal text, every digit of it right.
///
/// A Double is a fraction with a power of two below the line, so its decimal expansion ends. Each
/// function here rounds that exact expansion once, to nearest with ties to even; none goes through
/// another Double. Exponents are written without padding or plus: `4.2e-18`, `1e308`.
///
/// Special values: `nan`, `inf` and `-inf` everywhere. Zero keeps its sign.
public enum DecimalText {
  /// The value with a fixed number of decimals, such as `0.659001`.
  ///
  /// A small value can come out as `0.000000`: for a screen, where that would be a lie, use
  /// ``displayText(_:digits:complement:width:)``.
  ///
  /// - Parameters:
  ///   - value: Any Double.
  ///   - fractionDigits: How many decimals, 0 or more.
  /// - Returns: Sign, integer part and decimals, however long they are.
  /// - Precondition: `fractionDigits` is not negative.
  /// - Complexity: O(*d*²) for *d* digits in all, at most 309 of them before the point.
  public static func fixed(_ value: Double, fractionDigits: Int) -> String {
    precondition(fractionDigits >= 0, "a negative number of decimals")
    return signed(value) { magnitude in
      let digits = BinaryValue(magnitude).digits(timesTenTo: fractionDigits)
      return pointed(digits, fractionDigits: fractionDigits)
    }
  }

  /// The value in scientific notation, such as `4.2483543e-18`.
  ///
  /// - Parameters:
  ///   - value: Any Double.
  ///   - significantDigits: How many digits in all, 1 or more; trailing zeros are kept.
  /// - Returns: One digit, the others after a point, `e` and the exponent of ten.
  /// - Precondition: `significantDigits` is positive.
  /// - Complexity: O(*d*²) for *d* digits, or for the 308 places between a tiny value and 1.
  public static func scientific(_ value: Double, significantDigits: Int) -> String {
    signed(value) { magnitude in
      let (digits, exponent) = leadingDigits(of: magnitude, count: significantDigits)
      return pointed(digits, fractionDigits: significantDigits - 1) + "e\(exponent)"
    }
  }

  /// The value to a number of significant digits, in scientific notation where it has to be.
  ///
  /// Plain decimals serve from 0.0001 up to the size at which the digits run out, as with C's
  /// `%#g`: `0.000491`, `12.0`, `4.2e-18`, `1.2e9`.
  ///
  /// - Parameters:
  ///   - value: Any Double.
  ///   - digits: How many digits in all, 1 or more; trailing zeros are kept.
  /// - Returns: The text; it holds exactly `digits` significant digits, unless the value is zero.
  /// - Precondition: `digits` is positive.
  /// - Complexity: As for ``scientific(_:significantDigits:)``.
  public static func significant(_ value: Double, digits: Int) -> String {
    guard value != 0 else { return fixed(value, fractionDigits: digits - 1) }
    return signed(value) { magnitude in
      let (leading, exponent) = leadingDigits(of: magnitude, count: digits)
      guard (-4..<digits).contains(exponent) else {
        return pointed(leading, fractionDigits: digits - 1) + "e\(exponent)"
      }
      return pointed(leading, fractionDigits: digits - 1 - exponent)
    }
  }

  /// The shortest text that reads back as the same value: `2`, `0.1`, `1e308`, `5e-324`.
  ///
  /// - Parameter value: Any Double.
  /// - Returns: The text, in scientific notation below 0.0001 and above 2⁵³.
  /// - Complexity: O(1).
  public static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return signed(value) { _ in "" } }
    let description = value.description
    let bytes = description.utf8
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "e")) else {
      return withoutPointZero(description)
    }
    let mantissa = withoutPointZero(String(description[..<mark]))
    guard let exponent = Int(Substring(bytes[mark...].dropFirst())) else { return mantissa }
    return mantissa + "e\(exponent)"
  }

  /// The whole decimal expansion of the value, which may take a thousand digits.
  ///
  /// `0.1` is `0.1000000000000000055511151231257827021181583404541015625`.
  ///
  /// - Parameter value: Any Double.
  /// - Returns: The expansion without exponent and without trailing zeros.
  /// - Complexity: O(*d*²) for the *d* digits of the result, at most 1 075.
  public static func exact(_ value: Double) -> String {
    guard value != 0 else { return value.sign == .minus ? "-0" : "0" }
    return signed(value) { magnitude in
      let binary = BinaryValue(magnitude)
      let zeros = min(binary.significand.trailingZeroBitCount, max(-binary.exponent, 0))
      let fractionDigits = max(-binary.exponent - zeros, 0)
      let digits =
        (BigUInt(binary.significand >> UInt64(zeros)) << max(binary.exponent, 0))
        * BigUInt(5).power(fractionDigits)
      return pointed(String(digits), fractionDigits: fractionDigits)
    }
  }

  private static func withoutPointZero(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.count > 2, bytes.last == UInt8(ascii: "0"),
      bytes.dropLast().last == UInt8(ascii: ".")
    else { return text }
    return String(decoding: bytes.dropLast(2), as: UTF8.self)
  }

  /// The words for what is not finite, and the sign in front of what is.
  private static func signed(_ value: Double, _ text: (Double) -> String) -> String {
    guard !value.isNaN else { return "nan" }
    let body = value.isInfinite ? "inf" : text(value.magnitude)
    return value.sign == .minus ? "-" + body : body
  }

  /// The digits with a point `fractionDigits` places from their end, and zeros where none are.
  private static func pointed(_ digits: String, fractionDigits: Int) -> String {
    guard fractionDigits > 0 else { return digits }
    let missing = max(0, fractionDigits + 1 - digits.utf8.count)
    let count = digits.utf8.count + missing + 1
    return String(unsafeUninitializedCapacity: count) { text in
      // From the front, with the point skipped when its place comes.
      var place = 0
      func put(_ digit: UInt8) {
        if place == count - fractionDigits - 1 {
          text[place] = UInt8(ascii: ".")
          place += 1
        }
        text[place] = digit
        place += 1
      }
      for _ in 0..<missing { put(UInt8(ascii: "0")) }
      for digit in digits.utf8 { put(digit) }
      return count
    }
  }

  /// The first `count` decimal digits of a finite magnitude, rounded, and the place of the first.
  static func leadingDigits(of magnitude: Double, count: Int) -> (digits: String, exponent: Int) {
    precondition(count > 0, "a number without digits")
    guard magnitude > 0 else { return (String(repeating: "0", count: count), 0) }
    let binary = BinaryValue(magnitude)
    // A guess from the binary exponent by a ratio on the near side of log₁₀ 2 = 0.30102999…: never
    // too high, and one or two too low at most.
    let bits = binary.exponent + 63 - binary.significand.leadingZeroBitCount
    var exponent = (bits * (bits < 0 ? 1234 : 1233)) >> 12
    while true {
      let digits = binary.digits(timesTenTo: count - 1 - exponent)
      if digits.utf8.count == count { return (digits, exponent) }
      exponent += 1
    }
  }
}
