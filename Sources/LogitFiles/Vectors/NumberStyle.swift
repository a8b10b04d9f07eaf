internal import LogitKernel

/// How the numbers of a file are written; one style holds for all of them.
///
/// A style must hold for a whole file, because one letter that slipped into one number must never
/// turn it into another: `2.f` among plain decimals is a slip, in a list of C floats it is a number.
enum NumberStyle: CaseIterable {
  /// Decimals as most programs write them, `inf`, `nan`, and C's hexadecimal floats.
  case plain
  /// C: `2.0f`.
  case suffixed
  /// Fortran: `2.0D+00`.
  case fortran
  /// Much of Europe: `2,0`.
  case decimalComma
  /// `90%`, 0.9.
  case percent
  /// C's hexadecimal integers, `0xff`.
  case hexadecimal

  /// What a reader should know about the style; nil where nothing was guessed.
  var notice: String? {
    self == .decimalComma ? "Numbers are read with decimal commas: 2,5 is two and a half." : nil
  }

  /// The number, or nil where the text is not one in this style or is beyond Double's range.
  func number(_ text: String) -> Double? {
    // The usual case first, without looking for its style.
    if self == .plain, isPlain(text), let number = Double(text) { return inRange(number, text) }
    guard mayBegin(text.utf8.first) else { return nil }
    let text = text.trimmed
    if let special = special(text) { return special }
    switch self {
    case .plain: return plain(text)
    case .suffixed: return suffixed(text)
    case .fortran: return fortran(text)
    case .decimalComma: return decimalComma(text)
    case .percent: return percent(text)
    case .hexadecimal:
      return text.contains("x") || text.contains("X") ? parseNumber(text) : nil
    }
  }

  /// Whether a number may begin with this byte: a digit, a point, a sign, `inf`, `nan`, a space, or
  /// one beyond ASCII.
  private func mayBegin(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return switch byte {
    case 0x30...0x39, 0x2E, 0x2B, 0x2D, 0x20, 0x09, 0x80...: true
    default: "iInN".utf8.contains(byte)
    }
  }

  /// Digits, points, signs and an `e`: what `Double` reads as well as `parseNumber` does.
  private func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B || $0 | 0x20 == 0x65
    }
  }

  /// An infinity is a number only where it is written as one.
  private func inRange(_ number: Double, _ text: String) -> Double? {
    number.isInfinite && text.utf8.contains(where: { (0x30...0x39).contains($0) }) ? nil : number
  }

  private func special(_ text: String) -> Double? {
    guard let number = parseNumber(text), !number.isFinite else { return nil }
    return inRange(number, text)
  }

  private func plain(_ text: String) -> Double? {
    let digits = withoutGroups(text) ?? text
    let isHexadecimal = digits.contains("x") || digits.contains("X")
    if isHexadecimal, !digits.contains("p"), !digits.contains("P") { return nil }
    return parseNumber(digits).flatMap { inRange($0, text) }
  }

  /// `1_000` as Python, Rust and Swift write it: groups of three digits.
  private func withoutGroups(_ text: String) -> String? {
    guard text.contains("_") else { return nil }
    let whole = text.prefix { $0 != "." && $0 != "e" && $0 != "E" }
    let groups = whole.split(separator: "_", omittingEmptySubsequences: false)
    let sizes = groups.dropFirst().map(\.count)
    guard let first = groups.first, first.contains(where: \.isNumber), sizes.allSatisfy({ $0 == 3 })
    else { return nil }
    return groups.joined() + text.dropFirst(whole.count)
  }

  private func suffixed(_ text: String) -> Double? {
    guard let last = text.last, "fFlL".contains(last), text.dropLast().last?.isLetter == false,
      !text.lowercased().hasPrefix("0x")
    else { return nil }
    return NumberStyle.plain.number(String(text.dropLast()))
  }

  private func fortran(_ text: String) -> Double? {
    guard let mark = text.firstIndex(where: { "dD".contains($0) }) else { return nil }
    return NumberStyle.plain.number(text[..<mark] + "e" + text[text.index(after: mark)...])
  }

  private func decimalComma(_ text: String) -> Double? {
    guard !text.contains("."), text.count(where: { $0 == "," }) <= 1, text.last != "," else {
      return nil
    }
    return NumberStyle.plain.number(text.replacing(",", with: "."))
  }

  private func percent(_ text: String) -> Double? {
    guard text.last == "%" else { return nil }
    let digits = text.dropLast().trimmed
    // One rounding, from the digits: 90 % is 0.9 and not 90 times 0.01.
    return digits.contains(where: { "eE".contains($0) })
      ? nil : NumberStyle.plain.number(digits + "e-2")
  }
}

extension Array {
  /// What every element becomes, or nil where one becomes nothing.
  func allMapped<Result>(_ transform: (Element) -> Result?) -> [Result]? {
    var results: [Result] = []
    results.reserveCapacity(count)
    for element in self {
      guard let result = transform(element) else { return nil }
      results.append(result)
    }
    return results
  }
}

/// Whether a text looks like a number into which something slipped, such as `3x`, `x.5` or `2..1`.
func looksLikeSlippedNumber(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  let digits = bytes.count { (0x30...0x39).contains($0) }
  guard digits > 0 else { return false }
  let others = bytes.count {
    !(0x30...0x39).contains($0) && $0 != 0x2E && $0 != 0x2D && $0 != 0x2B && $0 != 0x20
  }
  return others <= 1 || bytes.contains(0x2E) && others <= 2
}

extension StringProtocol {
  /// Without the spaces at both ends.
  var trimmed: String {
    // Most texts have none, and a look at two characters shows it.
    guard let first, let last = self[index(before: endIndex)...].first else { return "" }
    if first.isVisibleASCII, last.isVisibleASCII { return String(self) }
    var rest = drop { $0.isBlank }
    while rest.last?.isBlank == true { rest.removeLast() }
    return String(rest)
  }
}

extension Character {
  /// White space, found without a table for the characters that texts are full of.
  var isBlank: Bool {
    guard let byte = asciiValue else { return isWhitespace }
    return byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  fileprivate var isVisibleASCII: Bool { asciiValue.map { (0x21...0x7E).contains($0) } ?? false }
}
