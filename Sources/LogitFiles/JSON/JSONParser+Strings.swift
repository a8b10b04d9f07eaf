extension JSONParser {
  mutating func string() throws(JSONProblem) -> String {
    position += 1
    let start = position
    // Most strings are as they stand there.
    while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      position += 1
    }
    var content = bytes[start..<position]
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
