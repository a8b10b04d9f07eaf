extension JSONValue {
  /// Reads one JSON value (RFC 8259) that takes up all of the bytes.
  ///
  /// `NaN`, `Infinity` and `-Infinity`, which Python writes, are numbers too. Half a surrogate pair
  /// becomes U+FFFD.
  ///
  /// - Throws: What was expected and where; also for values nested deeper than 64.
  package static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.expected("the end") }
    return value
  }
}

/// A recursive descent over bytes.
private struct JSONParser {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func expected(_ words: String) -> JSONProblem { JSONProblem(offset: position, expected: words) }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (9...10).contains(byte) || byte == 13 { position += 1 }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
    skipSpace()
    guard depth < 64 else { throw expected("nested less deeply") }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    default:
      if let word = word() { return word }
      return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
      let key = try string()
      guard take(":") else { throw expected("a colon") }
      skipSpace()
      let start = position
      let value = try value(depth: depth + 1)
      members.append(JSONValue.Member(key: key, value: value, source: start..<position))
    } while take(",")
    guard take("}") else { throw expected("a comma or “}”") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONProblem) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    if take("]") { return .array(elements) }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw expected("a comma or “]”") }
    return .array(elements)
  }

  private static let words: [(StaticString, JSONValue)] = [
    ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .number(.nan)),
    ("Infinity", .number(.infinity)), ("-Infinity", .number(-.infinity)),
  ]

  private mutating func word() -> JSONValue? {
    guard let next, next > UInt8(ascii: "9") || next == UInt8(ascii: "-") else { return nil }
    for (word, value) in Self.words {
      let isHere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
      guard isHere else { continue }
      position += word.utf8CodeUnitCount
      return value
    }
    return nil
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func number() throws(JSONProblem) -> Double {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let isZero = next == UInt8(ascii: "0")
    let count = digits()
    guard count > 0, !isZero || count == 1 else { throw expected("a value") }
    if next == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { throw expected("a digit") }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      guard digits() > 0 else { throw expected("a digit") }
    }
    // The grammar is checked, so this cannot fail.
    let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)) ?? .nan
    guard number.isFinite else {
      position = start
      throw expected("a number of at most 1.8e308")
    }
    return number
  }
}

extension JSONParser {
  private mutating func string() throws(JSONProblem) -> String {
    position += 1
    var content: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): content += Array(String(try escape()).utf8)
      case 0..<0x20:
        position -= 1
        throw expected("a string without control characters")
      default: content.append(byte)
      }
    }
    throw expected("the end of a string")
  }

  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar {
    guard let byte = next else { throw expected("the end of a string") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      position -= 1
      throw expected("an escape that JSON has")
    }
  }

  private mutating func unicodeEscape() throws(JSONProblem) -> Unicode.Scalar {
    let first = try codeUnit()
    guard (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: Array(#"\u"#.utf8))
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let start = position
    position += 2
    let second = try codeUnit()
    guard (0xDC00..<0xE000).contains(second) else {
      position = start
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func codeUnit() throws(JSONProblem) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw expected("four hexadecimal digits") }
    position += 4
    return unit
  }
}
