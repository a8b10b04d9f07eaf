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
  /// Fortran: `2.0D+00`; Julia: `2.0f0`.
  case lettered
  /// Much of Europe: `2,0`.
  case decimalComma
  /// The same with points between thousands: `1.234,5`.
  case groupedComma
  /// `90%`, 0.9.
  case percent
  /// C's hexadecimal integers, `0xff`.
  case hexadecimal

  /// What a reader should know about the style; nil where nothing was guessed.
  var notice: String? {
    switch self {
    case .decimalComma: "Numbers are read with decimal commas: 2,5 is two and a half."
    case .groupedComma:
      "Numbers are read with decimal commas and points between thousands: 1.234,5 is 1234.5."
    default: nil
    }
  }

  /// Whether a text has the mark without which no number of this style is written.
  func mayOccur(in text: Bytes) -> Bool {
    switch self {
    case .plain: true
    case .suffixed: text.contains { $0 | 0x20 == 0x66 || $0 | 0x20 == 0x6C }
    case .lettered: text.contains { $0 | 0x20 == 0x64 || $0 == 0x66 }
    case .decimalComma, .groupedComma: text.contains(0x2C)
    case .percent: text.contains(0x25)
    case .hexadecimal: text.contains { $0 | 0x20 == 0x78 }
    }
  }

  var hasDecimalComma: Bool { self == .decimalComma || self == .groupedComma }

  /// The number, or nil where the text is not one in this style or is beyond Double's range.
  func number(_ bytes: Bytes) -> Double? {
    if self == .plain, let number = bytes.shortDecimal() { return number }
    guard mayBegin(bytes.first) else { return nil }
    let bytes = bytes.trimmed
    if let special = special(bytes) { return special }
    switch self {
    case .plain: return plain(bytes)
    case .suffixed: return suffixed(bytes)
    case .lettered: return lettered(bytes)
    case .decimalComma: return decimalComma(bytes)
    case .groupedComma: return groupedComma(bytes)
    case .percent: return percent(bytes)
    case .hexadecimal: return bytes.contains { $0 | 0x20 == 0x78 } ? parseNumber(bytes.string) : nil
    }
  }

  /// Whether a number may begin with this byte: a digit, a point, a sign, `inf`, `nan`, a space, or
  /// one beyond ASCII.
  private func mayBegin(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return switch byte {
    case 0x30...0x39, 0x2E, 0x2B, 0x2D, 0x20, 0x09, 0x80...: true
    default: byte | 0x20 == 0x69 || byte | 0x20 == 0x6E
    }
  }

  /// An infinity is a number only where it is written as one.
  private func inRange(_ number: Double, _ bytes: Bytes) -> Double? {
    number.isInfinite && bytes.contains(where: \.isDigit) ? nil : number
  }

  /// `inf`, `nan` and their like, which have no digit in them.
  private func special(_ bytes: Bytes) -> Double? {
    guard bytes.count <= 12, !bytes.contains(where: \.isDigit) else { return nil }
    return parseNumber(bytes.string).flatMap { $0.isFinite ? nil : $0 }
  }

  private func plain(_ bytes: Bytes) -> Double? {
    if let number = bytes.shortDecimal() { return number }
    // Commas and spaces are in no number of this style.
    guard bytes.allSatisfy({ $0.isDigit || $0.isASCIILetter || $0 >= 0x80 || $0.isInNumbers })
    else {
      return nil
    }
    let text = bytes.string
    // Digits, points, signs and an `e`: what `Double` reads as well as `parseNumber` does.
    let isSimple = bytes.allSatisfy {
      $0.isDigit || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B || $0 | 0x20 == 0x65
    }
    if isSimple, let number = Double(text) { return inRange(number, bytes) }
    let digits = withoutGroups(text) ?? text
    let isHexadecimal = digits.contains("x") || digits.contains("X")
    if isHexadecimal, !digits.contains("p"), !digits.contains("P") { return nil }
    return parseNumber(digits).flatMap { inRange($0, bytes) }
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

  private func suffixed(_ bytes: Bytes) -> Double? {
    guard let last = bytes.last, last | 0x20 == 0x66 || last | 0x20 == 0x6C,
      let digit = bytes.dropLast().last, digit.isDigit || digit == 0x2E,
      !bytes.contains(where: { $0 | 0x20 == 0x78 })
    else { return nil }
    return NumberStyle.plain.number(bytes.dropLast())
  }

  private func lettered(_ bytes: Bytes) -> Double? {
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == 0x64 || $0 == 0x66 }) else {
      return nil
    }
    return NumberStyle.plain.number(bytes.replacing(at: mark, with: 0x65))
  }

  private func decimalComma(_ bytes: Bytes) -> Double? {
    // “1 000,5” is one number to some.
    if bytes.starts(with: "00") { return nil }
    if let number = bytes.shortDecimal(point: 0x2C), !(bytes.last == 0x2C) { return number }
    guard !bytes.contains(0x2E) else { return nil }
    guard let comma = bytes.firstIndex(of: 0x2C) else { return NumberStyle.plain.number(bytes) }
    guard comma < bytes.endIndex - 1, !bytes[(comma + 1)...].contains(0x2C) else { return nil }
    return NumberStyle.plain.number(bytes.replacing(at: comma, with: 0x2E))
  }

  private func groupedComma(_ bytes: Bytes) -> Double? {
    let whole = bytes.prefix { $0 != 0x2C }
    let groups = whole.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard groups.count > 1 else { return decimalComma(bytes) }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isDigit) }),
      (1...3).contains(groups[0].count(where: \.isDigit))
    else { return nil }
    return decimalComma((groups.joined() + bytes[whole.endIndex...])[...])
  }

  private func percent(_ bytes: Bytes) -> Double? {
    guard bytes.last == 0x25 else { return nil }
    let digits = bytes.dropLast().trimmed
    // One rounding, from the digits: 90 % is 0.9 and not 90 times 0.01.
    return digits.contains(where: { $0 | 0x20 == 0x65 })
      ? nil : NumberStyle.plain.number(digits + Array("e-2".utf8))
  }
}

extension UInt8 {
  /// A point, a sign or an underscore.
  fileprivate var isInNumbers: Bool { self == 0x2E || self == 0x2B || self == 0x2D || self == 0x5F }
}

extension ArraySlice<UInt8> {
  fileprivate func replacing(at place: Int, with byte: UInt8) -> Bytes {
    var copy = self
    copy[place] = byte
    return copy
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
