internal import LogitKernel

extension JSONValue {
  /// Reads one JSON value (RFC 8259) that takes up all of the bytes.
  ///
  /// `NaN`, `Infinity` and `-Infinity`, which Python writes, are numbers too. Half a surrogate pair
  /// becomes U+FFFD.
  ///
  /// - Throws: What was expected and where; also for values nested deeper than 64.
  package static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    try parse(bytes[...], isFile: false)
  }

  /// Reads one JSON value; in a file's, a key is there once in its object.
  static func parse(_ bytes: Bytes, isFile: Bool) throws(JSONProblem) -> JSONValue {
    var parser = JSONParser(bytes: bytes, isFile: isFile)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.endIndex else { throw parser.expected("the end") }
    return value
  }
}

/// A recursive descent over bytes.
struct JSONParser {
  let bytes: Bytes
  let isFile: Bool
  var position: Int
  private var pace: Pace

  init(bytes: Bytes, isFile: Bool) {
    (self.bytes, self.isFile, position) = (bytes, isFile, bytes.startIndex)
    pace = Pace("reading the values", of: bytes.endIndex, from: bytes.startIndex)
  }

  var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  func problem(_ reason: JSONProblem.Reason, at place: Int? = nil) -> JSONProblem {
    JSONProblem(offset: (place ?? position) - bytes.startIndex, reason: reason)
  }

  func expected(_ words: String) -> JSONProblem { problem(.expected(words)) }

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
    guard pace.goesOn(at: position) else { throw problem(.stopped) }
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
    var (members, keys) = ([JSONValue.Member](), Set<String>())
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
      let place = position
      let key = try string()
      if isFile, isKnown(key, members, &keys) { throw problem(.repeatedKey(key), at: place) }
      guard take(":") else { throw expected("a colon") }
      skipSpace()
      let start = position
      let value = try value(depth: depth + 1)
      members.append(
        JSONValue.Member(
          key: key, value: value, source: (start - bytes.startIndex)..<(position - bytes.startIndex)
        ))
    } while take(",")
    guard take("}") else { throw expected("a comma or “}”") }
    return .object(members)
  }

  /// Whether a key is there already; few are quicker looked through than looked up.
  private func isKnown(
    _ key: String, _ members: [JSONValue.Member], _ keys: inout Set<String>
  ) -> Bool {
    if members.count < 8 { return members.contains { $0.key == key } }
    if keys.isEmpty { keys = Set(members.map(\.key)) }
    return !keys.insert(key).inserted
  }

  private mutating func array(depth: Int) throws(JSONProblem) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    if take("]") { return .array(elements) }
    repeat {
      elements.append(try value(depth: depth + 1))
    } while take(",")
    guard take("]") else { throw expected("a comma or “]”") }
    return .array(elements)
  }

  private static let words: [(StaticString, JSONValue)] = [
    ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .number(.nan)),
    ("Infinity", .number(.infinity)), ("-Infinity", .number(-.infinity)),
  ]

  private mutating func word() -> JSONValue? {
    guard let next else { return nil }
    let isNegative = next == UInt8(ascii: "-")
    guard next > UInt8(ascii: "9") || isNegative && bytes[position...].starts(with: "-I") else {
      return nil
    }
    for (word, value) in Self.words where bytes[position...].starts(with: word) {
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
    let text = bytes[start..<position]
    // The grammar is checked, so this cannot fail.
    let number = text.shortDecimal() ?? Double(text.string) ?? .nan
    guard number.isFinite else {
      position = start
      throw expected("a number of at most 1.8e308")
    }
    return number
  }
}
