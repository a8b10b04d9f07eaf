internal import LogitKernel

/// Cuts a text into nodes.
struct BracketParser {
  let bytes: Bytes
  var position: Int
  var hasFailed = false
  /// What there is too much of.
  var limit: FileProblem?
  private var line = 1
  private var leafCount = 0
  private let leafLimit = FileProblem.bracketLimit
  private var pace: Pace

  init(bytes: Bytes, position: Int) {
    (self.bytes, self.position) = (bytes, position)
    pace = Pace("reading the brackets", of: bytes.endIndex)
  }

  mutating func entries(until end: UInt8?, depth: Int) -> [BracketEntry] {
    var (entries, entry) = ([BracketEntry](), BracketEntry(line: line))
    while position < bytes.endIndex, !hasFailed {
      let byte = bytes[position]
      if byte == end {
        position += 1
        return entry.isEmpty ? entries : entries + [entry]
      }
      switch byte {
      case UInt8(ascii: "\n"): takeLine(&entries, &entry, isOutermost: end == nil)
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        position += 1
        entry.endsRow = byte == UInt8(ascii: ";")
        if !entry.isEmpty || byte == UInt8(ascii: ",") { entries.append(entry) }
        entry = BracketEntry(line: line)
      case UInt8(ascii: ":"), UInt8(ascii: "="):
        // `logits=[2.0 1.0] loss=0.3`: the array belongs to the key before.
        if entry.key != nil, entry.nodes.count == 2, entry.nodes[0].isGroup {
          let next = entry.nodes.removeLast()
          entries.append(entry)
          entry = BracketEntry(nodes: [next], line: line)
        }
        takeKey(&entry)
      default: takeNode(&entry, byte, depth)
      }
      countLeaves()
    }
    if end != nil { hasFailed = true }
    return entry.isEmpty ? entries : entries + [entry]
  }

  private mutating func takeLine(
    _ entries: inout [BracketEntry], _ entry: inout BracketEntry, isOutermost: Bool
  ) {
    line += 1
    position += 1
    // An array at the end of a line ends what stands there: the next line is no part of it.
    if isOutermost, entry.nodes.last?.isGroup == true {
      entries.append(entry)
      entry = BracketEntry(line: line)
    }
    if entry.isEmpty { entry.line = line }
  }

  private mutating func takeNode(_ entry: inout BracketEntry, _ byte: UInt8, _ depth: Int) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): entry.nodes.append(quoted(byte))
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"):
      entry.nodes.append(group(byte, &entry, depth))
    case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): hasFailed = true
    case UInt8(ascii: "/") where beginsComment(depth), UInt8(ascii: "#") where beginsComment(depth):
      skipComment()
    default:
      let blank = bytes.blankLength(at: position)
      if blank > 0 { position += blank } else { entry.nodes.append(word()) }
    }
  }

  /// Stops where there are more numbers than are read, or nobody wants them any more.
  private mutating func countLeaves() {
    if leafCount > leafLimit { limit = .tooManyNumbers(limit: leafLimit) }
    if !pace.goesOn(at: position) { limit = .stopped }
    if limit != nil { hasFailed = true }
  }

  private mutating func group(
    _ opening: UInt8, _ entry: inout BracketEntry, _ depth: Int
  ) -> BracketNode {
    guard depth < 32 else {
      hasFailed = true
      return .group(name: [], entries: [])
    }
    let name = takeName(&entry)
    position += 1
    // `]` and `}` are two after their opening brackets in ASCII, `)` is one.
    let closing = opening == UInt8(ascii: "(") ? opening + 1 : opening + 2
    return .group(name: name, entries: entries(until: closing, depth: depth + 1))
  }

  /// What was read of the entry so far is the key of what follows.
  private mutating func takeKey(_ entry: inout BracketEntry) {
    position += 1
    if position < bytes.endIndex, bytes[position - 1] == UInt8(ascii: "="),
      bytes[position] == UInt8(ascii: ">")
    {
      position += 1
    }
    // `float logits[2][2] = {…}`: the first brackets hold the name.
    while entry.nodes.count > 1, case .group(let name, _)? = entry.nodes.last, name.isEmpty,
      entry.nodes[entry.nodes.count - 2].isGroup
    {
      entry.nodes.removeLast()
    }
    // Numbers and arrays before the key belong to something else.
    if entry.nodes.dropLast().contains(where: { $0.isNumberLike || $0.isGroup }) {
      entry.skipped = true
    }
    switch entry.nodes.last {
    case .leaf(let text, let isQuoted, let line)?:
      entry.key = BracketEntry.Key(text: text.string, isQuoted: isQuoted, line: line)
    // `float logits[3] = {…}`: the name before the brackets is the key.
    case .group(let name, _)?:
      entry.key = BracketEntry.Key(text: name.string, isQuoted: false, line: line)
    case nil: break
    }
    entry.nodes = []
  }

  /// A word right before a bracket names what the bracket holds.
  private func takeName(_ entry: inout BracketEntry) -> Bytes {
    guard case .leaf(let text, false, _)? = entry.nodes.last, text.endIndex == position,
      let first = text.first, let last = text.last, !last.isDigit || first.isASCIILetter
    else { return [] }
    entry.nodes.removeLast()
    return text
  }

  private mutating func quoted(_ quote: UInt8) -> BracketNode {
    position += 1
    let start = position
    var content: [UInt8]?
    while position < bytes.endIndex, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.endIndex {
        content = content ?? Array(bytes[start..<position])
        position += 1
      }
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      content?.append(bytes[position])
      position += 1
    }
    let end = position
    if end >= bytes.endIndex { hasFailed = true }
    position += 1
    leafCount += 1
    return .leaf(content?[...] ?? bytes[start..<end], isQuoted: true, line: line)
  }

  private mutating func word() -> BracketNode {
    let start = position
    while position < bytes.endIndex {
      let byte = bytes[position]
      if !byte.isVisibleASCII, bytes.blankLength(at: position) > 0 { break }
      if Self.endsWord(byte) || position > start && isAtComment("/*") { break }
      position += 1
    }
    leafCount += 1
    return .leaf(bytes[start..<position], isQuoted: false, line: line)
  }
}

extension BracketParser {
  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Whether a comment begins here: of C anywhere, `//` after a space, `#` at the start of a line and
  /// between brackets.
  private func beginsComment(_ depth: Int) -> Bool {
    if isAtComment("/*") { return true }
    let before = position > bytes.startIndex ? bytes[position - 1] : UInt8(ascii: "\n")
    guard "\n\r\t ,;[({".utf8.contains(before) else { return false }
    if isAtComment("//") { return true }
    return bytes[position] == UInt8(ascii: "#") && (depth > 0 || before == UInt8(ascii: "\n"))
  }

  private func isAtComment(_ mark: StaticString) -> Bool {
    bytes[position] == UInt8(ascii: "/") && bytes[position...].starts(with: mark)
  }

  private mutating func skipComment() {
    let isLong = isAtComment("/*")
    position += isLong ? 2 : 1
    while position < bytes.endIndex {
      let rest = bytes[position...]
      if isLong, rest.starts(with: "*/") {
        position += 2
        return
      }
      if rest.first == UInt8(ascii: "\n") {
        if !isLong { return }
        line += 1
      }
      position += 1
    }
    // A comment without its end hides what follows.
    if isLong { hasFailed = true }
  }
}
