/// A piece of a text, as its bytes in UTF-8.
typealias Bytes = ArraySlice<UInt8>

extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The beginning, for a sentence about it.
  var quotation: String { String(string(of: 200).prefix(40)) }

  private func string(of count: Int) -> String { prefix(count).string }

  func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { starts(with: $0) }
  }

  static func == (bytes: Bytes, text: StaticString) -> Bool {
    bytes.count == text.utf8CodeUnitCount && bytes.starts(with: text)
  }

  /// Without the spaces at both ends.
  var trimmed: Bytes {
    // Most texts have none, and a look at both ends shows it.
    if let first, let last, first.isVisibleASCII, last.isVisibleASCII { return self }
    var rest = self
    while !rest.isEmpty {
      let length = rest.blankLength(at: rest.startIndex)
      guard length > 0 else { break }
      rest = rest.dropFirst(length)
    }
    while let last = rest.last, last <= 0x20 || last >= 0x80 {
      guard let length = (1...3).first(where: { rest.isBlank(last: $0) }) else { break }
      rest = rest.dropLast(length)
    }
    return rest
  }

  private func isBlank(last length: Int) -> Bool {
    length <= count && blankLength(at: endIndex - length) == length
  }

  /// How many bytes the white space at a place takes; 0 where there is none.
  func blankLength(at place: Int) -> Int {
    switch self[place] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2 where endIndex - place > 1:
      return self[place + 1] == 0x85 || self[place + 1] == 0xA0 ? 2 : 0
    case 0xE1, 0xE2, 0xE3:
      guard endIndex - place > 2 else { return 0 }
      let scalar = Unicode.Scalar(
        UInt32(self[place] & 0x0F) << 12 | UInt32(self[place + 1] & 0x3F) << 6
          | UInt32(self[place + 2] & 0x3F))
      return scalar?.properties.isWhitespace == true ? 3 : 0
    default: return 0
    }
  }

  /// What is between white space, and between the marks given.
  func words(_ marks: UInt8...) -> [Bytes] {
    var (words, place, start) = ([Bytes](), startIndex, startIndex)
    while place < endIndex {
      let byte = self[place]
      let isMark = !marks.isEmpty && marks.contains(byte)
      let length = isMark ? 1 : byte.isVisibleASCII ? 0 : blankLength(at: place)
      if length > 0, start < place { words.append(self[start..<place]) }
      place += Swift.max(1, length)
      if length > 0 { start = place }
    }
    if start < endIndex { words.append(self[start...]) }
    return words
  }

  var hasBlank: Bool { indices.contains { blankLength(at: $0) > 0 } }

  /// Every piece between separators, without the spaces around it.
  func pieces(at separator: UInt8) -> [Bytes] {
    split(separator: separator, omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// What a program prints in place of what it leaves out.
  var isElision: Bool {
    count == 3 && (self == "..." || self == "…" || self == "⋮" || self == "⋯" || self == "⋱")
  }

  /// Whether a text looks like a number into which something slipped, such as `3x`, `x.5` or `2..1`.
  var looksLikeSlippedNumber: Bool {
    let digits = count(where: \.isDigit)
    guard digits > 0 else { return false }
    let others = count { !$0.isDigit && $0 != 0x2E && $0 != 0x2D && $0 != 0x2B && $0 != 0x20 }
    return others <= 1 || contains(0x2E) && others <= 2
  }

  /// The same where every other line begins with a name: a letter does not slip into all of them, so
  /// that `c0`, `c1` and `c2` are names.
  var isSlippedNumberAmongNames: Bool {
    looksLikeSlippedNumber && (beginsAsNumber || contains(0x2E))
  }

  /// Whether it is three digits, as between the commas of a large number.
  var isThousand: Bool { count == 3 && allSatisfy(\.isDigit) }

  /// Whether it begins as a number does, with a digit, a sign or a point.
  var beginsAsNumber: Bool {
    guard let first else { return false }
    return first.isDigit || first == 0x2D || first == 0x2B || first == 0x2E || starts(with: "−")
  }

  /// Whether a line is a comment; a mark right before nothing but numbers may have slipped in.
  var isComment: Bool {
    let length =
      switch first {
      case UInt8(ascii: "#"), UInt8(ascii: "%"): 1
      case UInt8(ascii: "/"): starts(with: "//") ? 2 : 0
      default: 0
      }
    guard length > 0 else { return self == "---" }
    let rest = dropFirst(length)
    return !rest.beginsAsNumber
      || !rest.words(0x2C, 0x3B).allSatisfy { NumberStyle.plain.number($0) != nil }
  }

  /// The value of a decimal whose digits and power of ten are both exact, so that one operation
  /// rounds it right; nil for any other text.
  func shortDecimal(point: UInt8 = 0x2E) -> Double? {
    var (digits, count, exponent, place) = (UInt64(0), 0, 0, startIndex)
    var hasPoint = false
    let sign = first
    if sign == 0x2D || sign == 0x2B { place += 1 }
    while place < endIndex {
      let byte = self[place]
      if byte.isDigit {
        digits = digits * 10 + UInt64(byte - 0x30)
        guard digits <= 1 << 53 else { return nil }
        count += 1
        if hasPoint { exponent -= 1 }
      } else if byte == point, !hasPoint {
        hasPoint = true
      } else {
        guard byte | 0x20 == 0x65, let power = self[(place + 1)...].shortInteger else { return nil }
        exponent += power
        break
      }
      place += 1
    }
    guard count > 0, (-22...22).contains(exponent) else { return nil }
    let power = Self.powersOfTen[abs(exponent)]
    let magnitude = exponent < 0 ? Double(digits) / power : Double(digits) * power
    return sign == 0x2D ? -magnitude : magnitude
  }

  /// A whole number of at most three digits, perhaps with a sign.
  private var shortInteger: Int? {
    let sign = first
    let rest = sign == 0x2D || sign == 0x2B ? dropFirst() : self
    guard (1...3).contains(rest.count), rest.allSatisfy(\.isDigit) else { return nil }
    let magnitude = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return sign == 0x2D ? -magnitude : magnitude
  }

  /// All that a Double holds exactly.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

/// The lines of a text, without what ends them: LF, CR LF or CR.
struct ByteLines: Sequence, IteratorProtocol {
  private var rest: Bytes

  init(_ text: Bytes) { rest = text }

  mutating func next() -> Bytes? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
    let line = rest[..<end]
    rest = rest[end...]
    if rest.popFirst() == 0x0D, rest.first == 0x0A { rest.removeFirst() }
    return line
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isVisibleASCII: Bool { self &- 0x21 < 0x5E }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
