extension TOMLParser {
  mutating func item(depth: Int) throws(FileProblem) -> TOMLItem {
    guard depth < 64 else { throw problem("values are nested too deeply") }
    let start = line
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return TOMLItem(value: .string(try string()), line: start)
    case UInt8(ascii: "["): return TOMLItem(value: .array(try array(depth)), line: start)
    case UInt8(ascii: "{"): return TOMLItem(value: .table(try table(depth)), line: start)
    default: return TOMLItem(value: try word(), line: start)
    }
  }

  private mutating func array(_ depth: Int) throws(FileProblem) -> [TOMLItem] {
    position += 1
    var elements: [TOMLItem] = []
    while true {
      skipBlank()
      if take("]") { return elements }
      elements.append(try item(depth: depth + 1))
      skipBlank()
      guard take(",") || next == UInt8(ascii: "]") else {
        throw problem("a comma or “]” was expected")
      }
    }
  }

  private mutating func table(_ depth: Int) throws(FileProblem) -> TOMLTable {
    position += 1
    var table = TOMLTable()
    skipSpace()
    if take("}") { return table }
    repeat {
      try pair(in: &table, below: [], depth: depth + 1)
      skipSpace()
    } while take(",")
    guard take("}") else { throw problem("a comma or “}” was expected") }
    return table
  }

  /// A value without quotes or brackets.
  private mutating func word() throws(FileProblem) -> TOMLItem.Value {
    var end = position
    while end < bytes.count, !" \t\r\n,]}#".utf8.contains(bytes[end]) { end += 1 }
    let word = String(decoding: bytes[position..<end], as: UTF8.self)
    guard let value = Self.value(of: word) else {
      throw problem(word.isEmpty ? "a value was expected" : "“\(word.prefix(40))” is no value")
    }
    position = end
    return value
  }

  private static func value(of word: String) -> TOMLItem.Value? {
    switch word {
    case "true": .bool(true)
    case "false": .bool(false)
    case "inf", "+inf": .float(.infinity)
    case "-inf": .float(-.infinity)
    case "nan", "+nan", "-nan": .float(.nan)
    default: integer(word).map { .integer($0) } ?? float(word).map { .float($0) }
    }
  }

  private static func integer(_ word: String) -> Int? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      let digits = word.dropFirst(2)
      guard let first = digits.first, first != "+", first != "-" else { return nil }
      return plain(digits).flatMap { Int($0, radix: radix) }
    }
    guard hasPlainStart(word[...]) else { return nil }
    return plain(word[...]).flatMap { Int($0) }
  }

  private static func float(_ word: String) -> Double? {
    guard let text = plain(word[...]), hasPlainStart(word[...]) else { return nil }
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let isWhole = parts.count == 1
    guard halves.count <= 2, parts.count <= 2, !(isWhole && halves.count == 1) else { return nil }
    let integer = parts[0].first.map { "+-".contains($0) } == true ? parts[0].dropFirst() : parts[0]
    var exponent = halves.count == 2 ? halves[1] : "0"
    if let sign = exponent.first, "+-".contains(sign) { exponent = exponent.dropFirst() }
    let fields = [integer, isWhole ? "0" : parts[1], exponent]
    guard fields.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else { return nil }
    return Double(text)
  }

  /// No leading zero in front of other digits.
  private static func hasPlainStart(_ word: Substring) -> Bool {
    let digits = word.drop { "+-".contains($0) }.utf8
    guard digits.first == UInt8(ascii: "0"), let second = digits.dropFirst().first else {
      return true
    }
    return !isDigit(second) && second != UInt8(ascii: "_")
  }

  /// The digits without the underscores, each of which must stand between two digits.
  private static func plain(_ word: Substring) -> String? {
    let bytes = Array(word.utf8)
    guard bytes.contains(UInt8(ascii: "_")) else { return String(word) }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "_") {
      guard index > 0, index + 1 < bytes.count,
        [bytes[index - 1], bytes[index + 1]].allSatisfy({
          Character(Unicode.Scalar($0)).isHexDigit
        })
      else { return nil }
    }
    return word.filter { $0 != "_" }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
