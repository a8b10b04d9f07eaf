/// A number for a screen: as many true digits as fit, and never a lie about 0 or 1.
///
/// Nothing but zero is shown as zero and nothing but one as one, and these two are shown bare, `0`
/// and `1`, so that they can be told from a rounded value. Beside that the notation is, in order:
/// - fixed decimals, `digits` of them, while they show the value well: at least half of `digits`
///   and at least two of them significant, and at most 17 digits in all, since a Double has no more;
/// - fixed with fewer decimals or scientific, `4.2e-18`, whichever shows more digits in the width;
/// - next to one, the distance from it: `1-4.2e-18`, `1+2.2e-16`, `-1+4.2e-18`.
///
/// With a width the text is padded on the left; a bare 0 or 1 stands where the integer part of its
/// neighbours with `digits` decimals stands. A value is never cut: where even one digit does not fit,
/// the text is longer than the width.
///
/// Special values: `nan`, `inf`, `-inf`. A negative zero is `-0`.
///
/// - Parameters:
///   - value: Any Double; for a probability, its correctly rounded value.
///   - digits: How many decimals are wished, 0 or more; also the most digits in scientific notation.
///   - complement: `1 − |value|` if it is known more precisely than the value shows. A probability that
///     rounds to 1 can be 1 − 4.2e-18, and then it is not shown as 1.
///   - width: The columns to fill, or nil for text of whatever length without padding.
/// - Returns: ASCII text, at least `width` long.
/// - Precondition: `digits` is not negative.
/// - Complexity: O(*d*²) for *d* digits, O(1) for a bounded number of them.
public func displayText(
  _ value: Double, digits: Int, complement: Double? = nil, width: Int? = nil
) -> String {
  let isKnown = complement.map { $0.isFinite && $0 != 0 } ?? false
  let distance = isKnown ? complement ?? 0 : 1 - value.magnitude
  let isBare = value == 0 || (value.magnitude == 1 && distance == 0)
  guard value.isFinite, !isBare else {
    let text = DecimalText.shortest(value)
    let tail = isBare && digits > 0 ? digits + 1 : 0
    let decimals = width.map { min(tail, max($0 - text.utf8.count, 0)) } ?? 0
    return padded(text + String(repeating: " ", count: decimals), to: width)
  }
  let notation = Notation(value: value, digits: digits, distance: distance, width: width ?? .max)
  return padded(notation.best, to: width)
}

/// How many decimals a column can give all its ordinary values, so that their points stand in line.
///
/// Ordinary is what ``displayText(_:digits:complement:width:)`` would show in fixed decimals; what
/// goes into scientific notation, is not finite, or does not fit even without decimals has no say.
///
/// - Parameters:
///   - values: The column.
///   - digits: The most decimals wished, 0 or more.
///   - width: The columns to fill.
/// - Returns: A number of decimals for all of them, `digits` at most.
/// - Complexity: O(*n*) for *n* values, times that of their texts.
public func commonFractionDigits(_ values: [Double], atMost digits: Int, width: Int) -> Int {
  var common = max(digits, 0)
  for value in values where value.isFinite && value.magnitude >= 1 {
    while common > 0, DecimalText.fixed(value, fractionDigits: common).utf8.count > width {
      let integer = DecimalText.fixed(value, fractionDigits: 0)
      guard integer.utf8.count <= width else { break }
      common -= 1
    }
  }
  return common
}

private func padded(_ text: String, to width: Int?) -> String {
  let missing = (width ?? 0) - text.utf8.count
  return missing > 0 ? String(repeating: " ", count: missing) + text : text
}

/// The candidates for one value that is neither special nor exactly 0 or 1.
private struct Notation {
  let value: Double
  let digits: Int
  let distance: Double
  let width: Int

  var best: String {
    if let text = scientificAtOnce { return text }
    let wished = min(digits, mostFractionDigits)
    let plain = fixed(wished)
    if let plain, plain.text.utf8.count <= width, plain.significant >= leastSignificant {
      return plain.text
    }
    if isShownAsOne(wished), let text = besideOne { return text }
    let fitting = plain.flatMap { $0.text.utf8.count <= width ? $0 : nil }
    let shorter =
      fitting
      ?? (0..<wished).reversed().lazy.compactMap(fixed).first { $0.text.utf8.count <= width }
    let scientific = stride(from: max(digits, 1), through: 1, by: -1).lazy
      .compactMap(scientific).first { $0.text.utf8.count <= width }
    if let shorter, shorter.significant >= scientific?.significant ?? 0 { return shorter.text }
    return scientific?.text ?? shortestOfAll
  }

  /// What a value comes to that is so small that fixed decimals, rounded, have too few digits.
  private var scientificAtOnce: String? {
    guard (1...16).contains(digits),
      value.magnitude * Notation.powers[digits] < Notation.powers[leastSignificant - 1] - 0.51
    else { return nil }
    let text = DecimalText.scientific(value, significantDigits: digits)
    return text.utf8.count <= width ? text : nil
  }

  /// 10^k for k from 0 to 16, all exact.
  private static let powers: [Double] = (0..<16).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }

  private var leastSignificant: Int { digits < 2 ? digits : max(2, digits / 2) }

  /// A Double has no more than 17 digits; those before the point use them up.
  private var mostFractionDigits: Int {
    if digits <= 16, value.magnitude < Notation.powers[16 - digits] { return digits }
    let exponent = DecimalText.leadingDigits(of: value.magnitude, count: 1).exponent
    return exponent < 0 ? .max : max(0, 16 - exponent)
  }

  /// The value with so many decimals and the number of its digits that count, or nil where it would
  /// read as 0 or 1 or has more digits before the point than a Double holds.
  private func fixed(_ fractionDigits: Int) -> (text: String, significant: Int)? {
    guard value.magnitude < 1e17, !isShownAsOne(fractionDigits) else { return nil }
    let text = DecimalText.fixed(value, fractionDigits: fractionDigits)
    let significant = text.utf8.drop { !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
      .count { $0 != UInt8(ascii: ".") }
    return significant > 0 ? (text, significant) : nil
  }

  private func scientific(_ digits: Int) -> (text: String, significant: Int)? {
    let text = DecimalText.scientific(value, significantDigits: digits)
    guard (0.4...1.6).contains(value.magnitude) else { return (text, digits) }
    let one = DecimalText.scientific(1, significantDigits: digits)
    return text == one || text == "-" + one ? nil : (text, digits)
  }

  private func isShownAsOne(_ fractionDigits: Int) -> Bool {
    guard (0.4...1.6).contains(value.magnitude) else { return false }
    // Farther from 1 than half a unit of the last decimal.
    if fractionDigits <= 16,
      (1 - value.magnitude).magnitude * Notation.powers[fractionDigits] > 0.75
    {
      return false
    }
    return DecimalText.fixed(value.magnitude, fractionDigits: fractionDigits)
      == DecimalText.fixed(1, fractionDigits: fractionDigits)
  }

  /// The distance from ±1 in as many digits as fit, or nil where not even one does.
  private var besideOne: String? {
    stride(from: max(digits, 1), through: 1, by: -1).lazy.map(besideOne).first {
      $0.utf8.count <= width
    }
  }

  private func besideOne(_ digits: Int) -> String {
    let isNegative = value.sign == .minus
    let sign = (distance > 0) == isNegative ? "+" : "-"
    let size = DecimalText.scientific(distance.magnitude, significantDigits: digits)
    return (isNegative ? "-1" : "1") + sign + size
  }

  private var shortestOfAll: String {
    let whole = (0...1).lazy.compactMap(fixed).first?.text
    let beside = isShownAsOne(0) ? besideOne(1) : nil
    let candidates = [whole, beside, scientific(1)?.text].compactMap(\.self)
    return candidates.min { $0.utf8.count < $1.utf8.count } ?? DecimalText.shortest(value)
  }
}
