extension TOMLParser {
  /// Reads a string of any of the four kinds.
  mutating func string() throws(FileProblem) -> String {
    if take("\"\"\"") { return try body(end: "\"\"\"", isBasic: true, isLong: true) }
    if take("'''") { return try body(end: "'''", isBasic: false, isLong: true) }
    let isBasic = take("\"")
    if !isBasic { position += 1 }
    return try body(end: isBasic ? "\"" : "'", isBasic: isBasic, isLong: false)
  }

  private mutating func body(
    end: StaticString, isBasic: Bool, isLong: Bool
  ) throws(FileProblem) -> String {
    var content: [UInt8] = []
    // A line break right behind the opening quotes does not count.
    if isLong { _ = takeNewline() }
    while let byte = next {
      if isNext(end) {
        position += end.utf8CodeUnitCount
        // Up to two quotes may stand before the closing ones.
        while isLong, content.count < bytes.count, next == end.utf8Start.pointee {
          content.append(end.utf8Start.pointee)
          position += 1
        }
        return String(decoding: content, as: UTF8.self)
      }
      if isBasic, byte == UInt8(ascii: "\\") {
        try escape(into: &content, isLong: isLong)
      } else if isLong, takeNewline() {
        content.append(0x0A)
      } else if byte < 0x20 && byte != 0x09 || byte == 0x7F {
        throw problem(
          byte == 0x0A ? "the string is not closed" : "a string holds no control characters")
      } else {
        content.append(byte)
        position += 1
      }
    }
    throw problem("the string is not closed")
  }

  private mutating func escape(
    into content: inout [UInt8], isLong: Bool
  ) throws(FileProblem) {
    let start = position
    position += 1
    guard let letter = next else { throw problem("the string is not closed") }
    position += 1
    switch letter {
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): content.append(letter)
    case UInt8(ascii: "u"): content += try scalar(digits: 4)
    case UInt8(ascii: "U"): content += try scalar(digits: 8)
    default:
      position = start + 1
      guard isLong, skipLineBreak() else { throw problem("there is no such escape") }
    }
  }

  /// A backslash at the end of a line takes away the break and the space that begins the next.
  private mutating func skipLineBreak() -> Bool {
    skipSpace()
    guard takeNewline() else { return false }
    repeat { skipSpace() } while takeNewline()
    return true
  }

  private mutating func scalar(digits count: Int) throws(FileProblem) -> [UInt8] {
    let digits = bytes[position...].prefix(count)
    guard digits.count == count,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw problem("\(count) hexadecimal digits of a character were expected") }
    position += count
    return Array(String(scalar).utf8)
  }
}
