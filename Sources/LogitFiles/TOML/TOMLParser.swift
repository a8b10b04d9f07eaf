extension TOMLTable {
  /// Reads a TOML 1.0 document; dates and times, which no file of ours holds, are refused.
  ///
  /// Every value keeps its line, so that what is wrong with it can be said with its place.
  ///
  /// - Throws: `FileProblem.toml` with the place and what was expected there.
  package init(parsing text: String) throws(FileProblem) {
    self.init()
    var parser = TOMLParser(bytes: Array(text.utf8))
    var opened = Set<[String]>()
    var path: [String] = []
    var headers = 0
    while parser.skipToLine() {
      if parser.take("[") {
        // Each is looked up among the others: no file of ours comes near.
        headers += 1
        guard headers <= 4096 else { throw parser.problem("there are more than 4096 tables") }
        path = try parser.header(in: &self, opened: &opened)
      } else {
        try parser.pair(in: &self, below: path)
      }
      try parser.endLine()
    }
  }
}

/// A recursive descent over bytes that knows its line.
struct TOMLParser {
  let bytes: [UInt8]
  var position = 0
  var line = 1
  private var lineStart = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func problem(_ words: String) -> FileProblem {
    // Continuation bytes of UTF-8 are no columns.
    let column = bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 } + 1
    return .toml(line: line, column: column, words)
  }

  func isNext(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard isNext(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  mutating func takeNewline() -> Bool {
    guard take("\n") || take("\r\n") else { return false }
    line += 1
    lineStart = position
    return true
  }

  mutating func skipSpace() {
    while next == 0x20 || next == 0x09 { position += 1 }
  }

  mutating func skipComment() {
    skipSpace()
    guard next == UInt8(ascii: "#") else { return }
    while let byte = next, byte != 0x0A { position += 1 }
    // The carriage return before the line feed is part of the line break.
    if bytes[position - 1] == 0x0D, next == 0x0A { position -= 1 }
  }

  /// Skips spaces, comments and line breaks.
  mutating func skipBlank() {
    repeat { skipComment() } while takeNewline()
  }

  /// Goes to the next line with something on it; false at the end.
  mutating func skipToLine() -> Bool {
    skipBlank()
    return next != nil
  }

  mutating func endLine() throws(FileProblem) {
    skipComment()
    guard next == nil || takeNewline() else { throw problem("the line should end here") }
  }

  /// Reads what follows `[` and returns the path of the table it opens.
  mutating func header(
    in table: inout TOMLTable, opened: inout Set<[String]>
  ) throws(FileProblem) -> [String] {
    let isArray = take("[")
    let path = try keyPath()
    guard isArray ? take("]]") : take("]") else { throw problem("“]” was expected") }
    if isArray {
      opened = opened.filter { !$0.starts(with: path) }
      guard table.append(at: path[...], line: line) else { throw taken(path) }
    } else {
      guard opened.insert(path).inserted, table.open(path[...], line: line) else {
        throw taken(path)
      }
    }
    return path
  }

  /// Reads `key = value` into a table.
  mutating func pair(
    in table: inout TOMLTable, below path: [String], depth: Int = 0
  ) throws(FileProblem) {
    let keys = path + (try keyPath())
    guard take("=") else { throw problem("“=” was expected") }
    skipSpace()
    let item = try item(depth: depth)
    guard table.insert(item, at: keys[...]) else { throw taken(keys) }
  }

  private func taken(_ path: [String]) -> FileProblem {
    problem("“\(path.joined(separator: "."))” is there already")
  }

  /// Reads keys with points between, and the spaces around.
  private mutating func keyPath() throws(FileProblem) -> [String] {
    var keys: [String] = []
    repeat {
      guard keys.count < 64 else { throw problem("keys are nested too deeply") }
      skipSpace()
      keys.append(try key())
      skipSpace()
    } while take(".")
    return keys
  }

  private mutating func key() throws(FileProblem) -> String {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return try string() }
    let start = position
    while let byte = next, isKeyByte(byte) { position += 1 }
    guard position > start else { throw problem("a key was expected") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
