/// Reads a number as people and programs write it.
///
/// Accepted, in either case and with spaces around: decimals (`2`, `-.5`, `1e-8`, `3.`),
/// hexadecimal floats (`0x1.8p+1`, `0x0.8p-1074`, `0xff`), `inf`, `infinity`, `∞` and `nan`, each
/// with a sign; the typographic minus `−` counts as one. The result is the Double nearest to what is
/// written, ties to even, so what is too large is an infinity and what is too small a zero.
///
/// - Parameter text: What was written.
/// - Returns: The value, or nil where the text is not one number.
/// - Complexity: O(*m*) for a text of *m* characters.
public func parseNumber(_ text: some StringProtocol) -> Double? {
  var rest = text.drop { $0.isWhitespace }[...]
  while rest.last?.isWhitespace == true { rest.removeLast() }
  var isNegative = false
  if let sign = rest.first, "+-−".contains(sign) {
    isNegative = sign != "+"
    rest.removeFirst()
  }
  guard let magnitude = parseMagnitude(rest.lowercased()) else { return nil }
  return isNegative ? -magnitude : magnitude
}

private func parseMagnitude(_ text: String) -> Double? {
  switch text {
  case "inf", "infinity", "∞": .infinity
  case "nan": .nan
  case _ where text.hasPrefix("0x"):
    NumberShape(text.dropFirst(2), isDigit: \.isHexDigit, exponentMark: "p").flatMap {
      Double("0x\($0.integer).\($0.fraction)p\($0.exponent)")
    }
  default:
    NumberShape(text[...], isDigit: \.isASCIIDigit, exponentMark: "e").flatMap {
      Double("\($0.integer).\($0.fraction)e\($0.exponent)")
    }
  }
}

/// The three parts of a number, each with a digit in it, or nil where the text has another shape.
private struct NumberShape {
  let integer: String
  let fraction: String
  let exponent: String

  init?(_ text: Substring, isDigit: (Character) -> Bool, exponentMark: Character) {
    let halves = text.split(separator: exponentMark, maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && isDigit($0) }) else { return nil }
    integer = parts[0].isEmpty ? "0" : String(parts[0])
    fraction = parts.count < 2 || parts[1].isEmpty ? "0" : String(parts[1])
    exponent = halves.count < 2 ? "0" : String(halves[1])
    let power = exponent.drop { exponent.first == $0 && "+-".contains($0) }
    guard !power.isEmpty, power.allSatisfy(\.isASCIIDigit) else { return nil }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
