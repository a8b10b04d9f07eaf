/// An array as a program writes it: brackets within brackets, perhaps in a call or after a name.
///
/// `[2.0, 1.0]`, `tensor([[2., 1.]], device='cuda:0')`, `logits = array([2, 1])`, `{2.0f, 1.0f}`,
/// `c(a = 2, b = 1)`, `{'a': 2.0}`, `<tf.Tensor: shape=(2,), numpy=array([2., 1.])>`.
struct ArrayText {
  let style: NumberStyle
  private var notices: [String] = []

  init(style: NumberStyle) { self.style = style }

  /// Names of the logits among other things that are printed.
  private static let logitKeys: Set = [
    "logits", "logit", "numpy", "logprobs", "log_probs", "scores", "output", "outputs",
  ]

  /// The rows that a text holds; nil where it is no such text.
  static func table(_ text: String, style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard let entries = BracketNode.parse(text), entries.contains(where: \.hasGroup) else {
      return nil
    }
    var reader = ArrayText(style: style)
    let rows = try reader.top(entries)
    return LogitTable(rows, notices: reader.notices + [style.notice].compactMap(\.self))
  }

  /// The text as a whole: names, marks and arrays.
  private mutating func top(_ entries: [BracketEntry]) throws(FileProblem) -> [LogitVector] {
    if let found = logits(among: entries) {
      if found.skipped {
        notices.append("What precedes “\(found.key?.text ?? "")” was left out.")
      }
      for entry in entries where entry.key == nil || isLogits(entry) {
        try requireNoNumbers(in: entry)
      }
      return try labelled(rows(of: found.nodes.filter(\.isGroup)), by: entries)
    }
    for entry in entries {
      if entry.skipped || style.number(entry.key?.text ?? "") != nil {
        throw .notANumber(entry.key?.text ?? "", line: 1)
      }
      for case .leaf(let text, _, let line) in entry.nodes
      where !entry.hasGroup || text.isNumberInSomeStyle || text.isElision {
        throw text.isElision ? .elided(line: line) : .notANumber(text, line: line)
      }
    }
    return try rows(of: entries.flatMap(\.nodes).filter(\.isGroup))
  }

  private func logits(among entries: [BracketEntry]) -> BracketEntry? {
    let named = entries.filter(isLogits)
    return named.first { $0.key?.text.lowercased().hasPrefix("logit") ?? false } ?? named.first
  }

  private func isLogits(_ entry: BracketEntry) -> Bool {
    entry.hasGroup && Self.logitKeys.contains((entry.key?.text ?? "").lowercased())
  }

  /// A number beside the array would be left out.
  private func requireNoNumbers(in entry: BracketEntry) throws(FileProblem) {
    for case .leaf(let text, _, let line) in entry.nodes where text.isNumberInSomeStyle {
      throw .notANumber(text, line: line)
    }
  }

  /// Rows with the labels that stand beside them; what else stands there is said to be left out.
  private mutating func labelled(
    _ rows: [LogitVector], by entries: [BracketEntry]
  ) throws(FileProblem) -> [LogitVector] {
    var (rows, others) = (rows, [String]())
    for entry in entries where !isLogits(entry) {
      guard let key = entry.key?.text else { continue }
      if ["labels", "classes"].contains(key.lowercased()), let labels = words(of: entry) {
        for index in rows.indices {
          let count = rows[index].logits.count
          guard labels.count == count else {
            throw .countsDiffer(key: key, count: labels.count, logits: count, line: 1)
          }
          rows[index].labels = labels
        }
      } else if !["shape", "dtype", "device"].contains(key), !entry.isNone {
        others.append("“\(key)”")
      }
    }
    if !others.isEmpty {
      notices.append("Left out: " + others.prefix(4).joined(separator: ", ") + ".")
    }
    return rows
  }

  /// The words in one pair of brackets; nil where there are other things in it.
  private func words(of entry: BracketEntry) -> [String]? {
    guard entry.nodes.count == 1, case .group(_, let inside) = entry.nodes[0] else { return nil }
    return inside.flatMap(\.nodes).allMapped {
      if case .leaf(let text, _, _) = $0 { return text }
      return nil
    }
  }

  private mutating func rows(of nodes: [BracketNode]) throws(FileProblem) -> [LogitVector] {
    var rows: [LogitVector] = []
    for case .group(_, let entries) in nodes { rows += try self.rows(in: entries) }
    return rows
  }

  /// The rows in one pair of brackets.
  private mutating func rows(in entries: [BracketEntry]) throws(FileProblem) -> [LogitVector] {
    if let found = logits(among: entries) {
      return try labelled(rows(of: found.nodes.filter(\.isGroup)), by: entries)
    }
    if let lost = entries.first(where: \.skipped) {
      throw .notANumber(lost.key?.text ?? "", line: 1)
    }
    if entries.allSatisfy({ $0.key != nil && number(of: $0) != nil }), !entries.isEmpty {
      return [
        LogitVector(
          labels: entries.map { $0.key?.text ?? "" }, logits: entries.compactMap(number(of:)))
      ]
    }
    // Named arguments of a call, such as dtype=float32, hold no logits.
    let values = entries.filter { $0.key == nil }
    if let problem = problem(among: entries) { throw problem }
    if let pairs = values.allMapped(pair), !pairs.isEmpty {
      return [LogitVector(labels: pairs.map(\.0), logits: pairs.map(\.1))]
    }
    let nodes = values.flatMap(\.nodes)
    let groups = nodes.filter { $0.isGroup && number(of: $0) == nil }
    guard groups.isEmpty else {
      guard groups.count == nodes.count else { throw mismatch(nodes) }
      return try rows(of: groups)
    }
    return try numbers(values)
  }

  /// One row of numbers, or several that semicolons separate.
  private func numbers(_ values: [BracketEntry]) throws(FileProblem) -> [LogitVector] {
    var (rows, row) = ([[Double]](), [Double]())
    for entry in values {
      for node in entry.nodes {
        guard let number = number(of: node) else { throw mismatch([node]) }
        row.append(number)
      }
      guard entry.endsRow else { continue }
      rows.append(row)
      row = []
    }
    if !row.isEmpty || rows.isEmpty { rows.append(row) }
    // A column of one number per row is one row of logits.
    if rows.allSatisfy({ $0.count == 1 }) { rows = [rows.flatMap(\.self)] }
    return rows.map { LogitVector(logits: $0) }
  }

  /// A named number among unnamed ones belongs to neither reading.
  private func problem(among entries: [BracketEntry]) -> FileProblem? {
    for entry in entries {
      if entry.key != nil, entry.nodes.count == 1,
        case .leaf(let text, _, let line) = entry.nodes[0]
      {
        let isDetail = entries.contains { $0.key == nil && $0.hasGroup }
        if style.number(text) != nil, !isDetail {
          return .notANumber("\(entry.key?.text ?? ""): \(text)", line: line)
        }
        if entries.allSatisfy({ $0.key != nil }) { return .notANumber(text, line: line) }
      }
      if entry.nodes.isEmpty, entry.key == nil, !entry.endsRow, entry.isHole {
        return .notANumber("", line: 1)
      }
    }
    return nil
  }

  private func mismatch(_ nodes: [BracketNode]) -> FileProblem {
    for case .leaf(let text, _, let line) in nodes where text.isElision || style.number(text) == nil
    {
      return text.isElision ? .elided(line: line) : .notANumber(text, line: line)
    }
    for case .leaf(let text, _, let line) in nodes { return .notANumber(text, line: line) }
    return .noLogits
  }

  private func number(of entry: BracketEntry) -> Double? {
    entry.nodes.count == 1 ? number(of: entry.nodes[0]) : nil
  }

  /// A number, in quotes or in a call that makes one, such as `np.float32(2.0)`.
  private func number(of node: BracketNode) -> Double? {
    switch node {
    case .leaf(let text, _, _): style.number(text)
    case .group(let name, let entries):
      name.isEmpty || entries.first?.key != nil || entries.first?.nodes.count != 1
        || entries.dropFirst().contains { $0.key == nil }
        || !(entries.first?.nodes[0].isLeaf ?? false)
        || !ArrayText.makesNumber(name)
        ? nil : number(of: entries[0].nodes[0])
    }
  }

  private static func makesNumber(_ name: String) -> Bool {
    let last = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ["float", "double", "int", "uint", "half", "bfloat", "decimal", "tensor"].contains {
      last.hasPrefix($0)
    }
  }

  /// A label with its number, `('a', 2.0)`.
  private func pair(_ entry: BracketEntry) -> (String, Double)? {
    guard entry.nodes.count == 1, case .group(_, let inside) = entry.nodes[0], inside.count == 2,
      inside[0].nodes.count == 1, case .leaf(let label, true, _) = inside[0].nodes[0],
      let number = number(of: inside[1])
    else { return nil }
    return (label, number)
  }
}

extension BracketNode {
  var isGroup: Bool {
    if case .group = self { return true }
    return false
  }
  var isLeaf: Bool { !isGroup }
}

extension BracketEntry {
  var hasGroup: Bool { nodes.contains(where: \.isGroup) }
  /// Nothing between two commas.
  var isHole: Bool { key == nil && nodes.isEmpty }
  /// What Python prints for nothing.
  fileprivate var isNone: Bool {
    if nodes.count == 1, case .leaf("None", false, _) = nodes[0] { return true }
    return false
  }
}

extension String {
  /// Whether a style could read it as a number, so that leaving it out would lose one.
  fileprivate var isNumberInSomeStyle: Bool {
    NumberStyle.allCases.contains { $0.number(self) != nil }
  }
  /// What a program prints in place of what it leaves out.
  var isElision: Bool { ["...", "…", "⋮", "⋯", "⋱"].contains(self) }
}
