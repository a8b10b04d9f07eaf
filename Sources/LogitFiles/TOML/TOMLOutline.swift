/// Where the keys of a text stand, and what must not reach TOMLKit, which does not survive it or loses
/// it in silence.
///
/// TOMLKit ends the text, or a string, at a NUL; it nests dotted keys until the stack is full; and a failed
/// assertion stops the program at a header that begins with no key, at a bracket that closes another,
/// at a broken date, and at spaces of Unicode outside of strings. So this tells strings from comments
/// from the rest, and looks at each byte once.
struct TOMLOutline {
  /// Where a key or a header begins.
  struct Start {
    let line: Int
    let offset: Int
  }

  /// A place at which the text has to end for TOMLKit.
  struct Hazard {
    let offset: Int
    let problem: FileProblem
  }

  private enum Place: Equatable {
    case outside, comment
    case string(quote: UInt8, isLong: Bool)
  }

  let bytes: [UInt8]
  private(set) var starts: [Start] = []
  private(set) var hazard: Hazard?
  private(set) var hasComments = false
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var place = Place.outside
  /// What closes the brackets and braces that are open in a value, the innermost last.
  private var closers: [UInt8] = []
  private var isLineBlank = true
  /// Points that are in no number and no string.
  private var points = 0
  /// Whether a point stands in the digits just passed.
  private var hasPoint = false

  /// Far below the depth at which a stack of 8 MiB overflows, some 60 000; none of our files nests this deep.
  static let pointLimit = 1000

  /// Goes over the text up to the first hazard.
  init(_ text: String) {
    bytes = Array(text.utf8)
    // A byte order mark is fine.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count, hazard == nil {
      guard let words = step() else { continue }
      hazard = Hazard(offset: position, problem: problem(words))
    }
  }

  /// Goes past the next byte, or past more that belong together.
  private mutating func step() -> String? {
    let byte = bytes[position]
    guard byte != 0 else { return "NUL characters are not allowed" }
    if byte == 0x0A { return newline() }
    switch place {
    case .outside: return stepOutside(byte)
    case .comment: position += 1
    case .string(let quote, let isLong): return stepInString(byte, quote, isLong)
    }
    return nil
  }

  private mutating func newline() -> String? {
    position += 1
    (line, lineStart, isLineBlank) = (line + 1, position, true)
    if case .string(_, isLong: true) = place { return nil }
    place = .outside
    return nil
  }

  private mutating func stepInString(_ byte: UInt8, _ quote: UInt8, _ isLong: Bool) -> String? {
    if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
      if isNext("\\u0000") || isNext("\\U00000000") {
        return "there is a NUL character, which no string holds"
      }
      // A line that ends in a backslash ends all the same.
      position += position + 1 < bytes.count && bytes[position + 1] > 0x0D ? 2 : 1
    } else if byte != quote {
      position += 1
    } else if !isLong {
      (place, position) = (.outside, position + 1)
    } else {
      let quotes = bytes[position...].prefix { $0 == quote }.count
      // The closing three may follow two more.
      if quotes >= 3 { place = .outside }
      position += min(quotes, 5)
    }
    return nil
  }

  private mutating func stepOutside(_ byte: UInt8) -> String? {
    let wasBlank = isLineBlank
    if byte != 0x20, byte != 0x09 { isLineBlank = false }
    if wasBlank, !isLineBlank, closers.isEmpty {
      starts.append(Start(line: line, offset: position))
    }
    switch byte {
    case 0x80...: return "characters outside ASCII stand in quotes"
    case 0x0D where !isNext("\r\n"), 0x01...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F:
      return "there is a control character"
    case UInt8(ascii: "#"): (place, hasComments) = (.comment, true)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let isLong = bytes[position...].prefix(3).count { $0 == byte } == 3
      place = .string(quote: byte, isLong: isLong)
      position += isLong ? 2 : 0
    case UInt8(ascii: "[") where wasBlank && closers.isEmpty:
      guard isHeader else { return "a key was expected after the bracket" }
      position += isNext("[[") ? 1 : 0
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      // In ASCII the closing bracket is the next but one.
      closers.append(byte + 2)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      guard closers.isEmpty || closers.removeLast() == byte else {
        return "another bracket was expected"
      }
    case UInt8(ascii: "-") where isDigit(position - 1) && isDigit(position + 1):
      return "dates and differences are not read"
    case UInt8(ascii: ":"): return "unexpected “:”; write key = value, or quote the text"
    case UInt8(ascii: "."):
      if hasPoint || !isDigit(position - 1) || !isDigit(position + 1) { points += 1 }
      if points > Self.pointLimit { return "keys are nested too deeply" }
    default: break
    }
    hasPoint = byte == UInt8(ascii: ".") || hasPoint && isDigit(position)
    position += 1
    return nil
  }

  /// Whether a key follows the bracket, or two of them.
  private var isHeader: Bool {
    let rest = bytes[(position + (isNext("[[") ? 2 : 1))...]
    guard let first = rest.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return "\"'_-".utf8.contains(first) || Character(Unicode.Scalar(first)).isASCIILetterOrDigit
  }

  private func isNext(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private func isDigit(_ place: Int) -> Bool {
    guard bytes.indices.contains(place) else { return false }
    return "0123456789_".utf8.contains(bytes[place])
  }

  private func problem(_ words: String) -> FileProblem {
    // Continuation bytes of UTF-8 are no columns.
    let column = bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 } + 1
    return .toml(line: line, column: column, words)
  }
}

extension Character {
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}

/// Whether a file holds comments of TOML, which are lost when a document is saved over it.
package func hasComments(_ path: String) -> Bool {
  guard let bytes = try? readFile(path, canWait: false) else { return false }
  return TOMLOutline(String(decoding: bytes, as: UTF8.self)).hasComments
}
