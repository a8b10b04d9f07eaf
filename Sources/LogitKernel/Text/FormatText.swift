extension DecimalText {
  /// The shortest text that a reader rounding to the format takes for this value: in binary16, 0.1
  /// for 0.0999755859375.
  ///
  /// Special values: as for ``shortest(_:)``.
  ///
  /// - Parameters:
  ///   - value: A value of the format; any other gets as many digits as Double needs.
  ///   - format: The format of the reader; its switches do not matter.
  /// - Returns: The text, in scientific notation below 0.0001 and above 10⁷ where that is shorter.
  /// - Complexity: O(1).
  public static func shortest(_ value: Double, in format: NumberFormat) -> String {
    guard value.isFinite, value != 0, format != .binary64 else { return shortest(value) }
    var reader = format
    (reader.saturates, reader.flushesSubnormals) = (false, false)
    for digits in 1...17 {
      let text = scientific(value, significantDigits: digits)
      guard let read = Double(text), reader.round(read) == value else { continue }
      return plain(text, value)
    }
    return shortest(value)
  }

  /// Scientific notation as plain decimals where these are not much longer.
  private static func plain(_ text: String, _ value: Double) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), (-5..<7).contains(exponent) else {
      return text
    }
    let digits = parts[0].count { $0.isNumber }
    return fixed(value, fractionDigits: max(0, digits - 1 - exponent), keeping: digits)
  }

  /// Fixed decimals; digits of the integer part beyond those kept are zeros.
  private static func fixed(_ value: Double, fractionDigits: Int, keeping digits: Int) -> String {
    guard fractionDigits == 0 else { return fixed(value, fractionDigits: fractionDigits) }
    let text = scientific(value, significantDigits: digits)
    return Double(text).map(shortest) ?? text
  }
}
