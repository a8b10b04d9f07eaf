/// A text of brackets within brackets, as a tree.
indirect enum BracketNode {
  /// A number or a word; in quotes, a label.
  case leaf(Bytes, isQuoted: Bool, line: Int)
  /// What is between brackets, after the name of a function or type where there is one.
  case group(name: Bytes, entries: [BracketEntry])

  /// The entries of a whole text; nil where its brackets or quotes do not match.
  ///
  /// - Throws: `tooManyNumbers`.
  static func parse(_ text: Bytes) throws(FileProblem) -> [BracketEntry]? {
    guard text.contains(where: { $0 == 0x5B || $0 == 0x28 || $0 == 0x7B }) else { return nil }
    var parser = BracketParser(bytes: text, position: text.startIndex)
    let entries = parser.entries(until: nil, depth: 0)
    if let limit = parser.limit { throw limit }
    return parser.hasFailed || parser.position < text.endIndex ? nil : entries
  }
}

/// What is between two commas.
struct BracketEntry {
  /// What precedes a colon or an equals sign.
  struct Key {
    var text: String
    var isQuoted: Bool
    var line: Int
  }

  var key: Key?
  var nodes: [BracketNode] = []
  var isEmpty: Bool { key == nil && nodes.isEmpty }
  /// Whether a semicolon ended it.
  var endsRow = false
  /// Whether numbers precede the key, as in a line of a log.
  var skipped = false
  var line: Int
}

extension BracketNode {
  /// Whether the node is a word that holds a digit.
  var isNumberLike: Bool {
    if case .leaf(let text, false, _) = self { return text.contains(where: \.isDigit) }
    return false
  }

  var isGroup: Bool {
    if case .group = self { return true }
    return false
  }
}
