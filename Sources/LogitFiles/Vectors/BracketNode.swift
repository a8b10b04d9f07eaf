/// A text of brackets within brackets, as a tree.
indirect enum BracketNode {
  /// A number or a word; in quotes, a label.
  case leaf(String, isQuoted: Bool, line: Int)
  /// What is between brackets, after the name of a function or type where there is one.
  case group(name: String, entries: [BracketEntry])

  /// The entries of a whole text; nil where its brackets or quotes do not match.
  static func parse(_ text: String) -> [BracketEntry]? {
    var parser = BracketParser(scalars: Array(text.unicodeScalars))
    let entries = parser.entries(until: nil, depth: 0)
    return parser.hasFailed || parser.position < parser.scalars.count ? nil : entries
  }
}

/// What is between two commas.
struct BracketEntry {
  /// What precedes a colon or an equals sign.
  var key: (text: String, isQuoted: Bool)?
  var nodes: [BracketNode] = []
  /// Whether a semicolon ended it.
  var endsRow = false
  /// Whether numbers precede the key, as in a line of a log.
  var skipped = false
}

extension BracketNode {
  /// Whether the node is a word that holds a digit.
  var isNumberLike: Bool {
    if case .leaf(let text, false, _) = self { return text.contains { $0.isNumber } }
    return false
  }
}

private struct BracketParser {
  let scalars: [Unicode.Scalar]
  var position = 0
  var hasFailed = false
  private var line = 1

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "(": ")", "{": "}"]

  mutating func entries(until end: Unicode.Scalar?, depth: Int) -> [BracketEntry] {
    var (entries, entry) = ([BracketEntry](), BracketEntry())
    func isEmpty(_ entry: BracketEntry) -> Bool { entry.key == nil && entry.nodes.isEmpty }
    while position < scalars.count, !hasFailed {
      let scalar = scalars[position]
      if scalar == end {
        position += 1
        return isEmpty(entry) ? entries : entries + [entry]
      }
      switch scalar {
      case "\n":
        line += 1
        position += 1
        // An array at the end of a line ends what stands there: the next line is no part of it.
        if end == nil, entry.nodes.last?.isGroup == true {
          entries.append(entry)
          entry = BracketEntry()
        }
      case ",", ";":
        position += 1
        entry.endsRow = scalar == ";"
        if !isEmpty(entry) || scalar == "," { entries.append(entry) }
        entry = BracketEntry()
      case ":", "=": takeKey(&entry)
      case "\"", "'": entry.nodes.append(quoted(scalar))
      case "[", "(", "{":
        guard depth < 32 else {
          hasFailed = true
          break
        }
        position += 1
        let name = takeName(&entry)
        let inside = self.entries(until: Self.closing[scalar], depth: depth + 1)
        entry.nodes.append(.group(name: name, entries: inside))
      case "]", ")", "}": hasFailed = true
      case _ where scalar.properties.isWhitespace: position += 1
      default: entry.nodes.append(word())
      }
    }
    if end != nil { hasFailed = true }
    return isEmpty(entry) ? entries : entries + [entry]
  }

  /// What was read of the entry so far is the key of what follows.
  private mutating func takeKey(_ entry: inout BracketEntry) {
    position += 1
    if position < scalars.count, scalars[position - 1] == "=", scalars[position] == ">" {
      position += 1
    }
    // Numbers and arrays before the key belong to something else.
    if entry.nodes.dropLast().contains(where: { $0.isNumberLike || $0.isGroup }) {
      entry.skipped = true
    }
    if case .leaf(let text, let isQuoted, _)? = entry.nodes.last {
      entry.key = (text, isQuoted)
      entry.nodes = []
    } else {
      // `float logits[3] = {…}`: the name before the brackets is the key.
      if case .group(let name, _)? = entry.nodes.last { entry.key = (name, false) }
      entry.nodes = []
    }
  }

  /// A word right before a bracket names what the bracket holds.
  private func takeName(_ entry: inout BracketEntry) -> String {
    guard position >= 2, !scalars[position - 2].properties.isWhitespace,
      case .leaf(let text, false, _)? = entry.nodes.last,
      text.last.map({ !$0.isNumber || text.first?.isLetter == true }) == true
    else { return "" }
    entry.nodes.removeLast()
    return text
  }

  private mutating func quoted(_ quote: Unicode.Scalar) -> BracketNode {
    position += 1
    var content = String.UnicodeScalarView()
    while position < scalars.count, scalars[position] != quote {
      if scalars[position] == "\\", position + 1 < scalars.count { position += 1 }
      if scalars[position] == "\n" { line += 1 }
      content.append(scalars[position])
      position += 1
    }
    if position >= scalars.count { hasFailed = true }
    position += 1
    return .leaf(String(content), isQuoted: true, line: line)
  }

  private mutating func word() -> BracketNode {
    let start = position
    while position < scalars.count, !"[](){},;:=\"'".unicodeScalars.contains(scalars[position]),
      !scalars[position].properties.isWhitespace
    {
      position += 1
    }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[start..<position])
    return .leaf(String(word), isQuoted: false, line: line)
  }
}
