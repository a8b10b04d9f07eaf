/// An array as a program writes it: brackets within brackets, perhaps in a call or after a name.
///
/// `[2.0, 1.0]`, `tensor([[2., 1.]], device='cuda:0')`, `logits = array([2, 1])`, `{2.0f, 1.0f}`,
/// `c(a = 2, b = 1)`, `{'a': 2.0}`, `<tf.Tensor: shape=(2,), numpy=array([2., 1.])>`.
struct ArrayText {
  let style: NumberStyle
  private var notices: [String] = []
  /// What the text calls the numbers.
  private var numberName = ""

  init(style: NumberStyle) { self.style = style }

  /// Names of the logits among other things that are printed.
  private static let logitKeys: Set = [
    "logits", "logit", "numpy", "logprobs", "log_probs", "output", "outputs",
  ]

  /// The rows that a text holds.
  static func table(
    _ entries: [BracketEntry], style: NumberStyle
  ) throws(FileProblem) -> LogitTable {
    var reader = ArrayText(style: style)
    let rows = try reader.top(entries)
    let width = rows.first?.logits.count
    if let odd = rows.first(where: { $0.logits.count != width && $0.labels == nil }) {
      throw .ragged(count: odd.logits.count, expected: width ?? 0, line: nil)
    }
    let table = LogitTable(rows, notices: reader.notices + [style.notice].compactMap(\.self))
    return try table.withoutColumn.logarithms(where: reader.numberName)
  }

  /// The text as a whole: names, marks and arrays.
  private mutating func top(_ entries: [BracketEntry]) throws(FileProblem) -> [LogitVector] {
    let found = logits(among: entries)
    if let first = found.first {
      numberName = first.name
      // Several lines of a log are several rows.
      if Set(found.map(\.line)).count < found.count {
        throw .refused(key: first.name, "it is given twice", line: found.last?.line)
      }
      if found.contains(where: \.skipped) {
        notices.append("What precedes “\(first.name)” was left out.")
      }
      for entry in entries where entry.key == nil || isLogits(entry) {
        try requireNoNumbers(in: entry)
      }
      let groups = found.flatMap(\.nodes).filter(\.isGroup)
      return try labelled(rows(of: groups), by: entries)
    }
    for entry in entries {
      if let key = entry.key, entry.skipped || style.number(Array(key.text.utf8)[...]) != nil {
        throw .notANumber(key.text, line: key.line)
      }
      for case .leaf(let text, _, let line) in entry.nodes
      where !entry.hasGroup || text.isNumberInSomeStyle || text.isElision {
        throw text.isElision ? .elided(line: line) : .notANumber(text.quotation, line: line)
      }
    }
    let rows = try rows(of: entries.flatMap(\.nodes).filter(\.isGroup))
    // Words next to numbers in brackets of their own are names.
    for case .leaf(let text, _, let line) in entries.flatMap(\.nodes)
    where rows.count > 1 && rows.allSatisfy({ $0.logits.count == 1 }) {
      throw .notANumber(text.quotation, line: line)
    }
    return rows
  }

  /// The entries whose name says that they hold logits, all of one name.
  private func logits(among entries: [BracketEntry]) -> [BracketEntry] {
    let named = entries.filter(isLogits)
    let best = named.first { $0.name.lowercased().hasPrefix("logit") } ?? named.first
    return named.filter { $0.name == best?.name }
  }

  private func isLogits(_ entry: BracketEntry) -> Bool {
    let name = entry.name.lowercased()
    return entry.hasGroup
      && (Self.logitKeys.contains(name) || CellTable.probabilityNames.contains(name))
  }

  /// A number next to the array would be left out.
  private func requireNoNumbers(in entry: BracketEntry) throws(FileProblem) {
    for case .leaf(let text, _, let line) in entry.nodes where text.isNumberInSomeStyle {
      throw .notANumber(text.quotation, line: line)
    }
  }

  /// Rows with the labels that stand next to them; what else stands there is said to be left out.
  private mutating func labelled(
    _ rows: [LogitVector], by entries: [BracketEntry]
  ) throws(FileProblem) -> [LogitVector] {
    var (rows, others) = (rows, [String]())
    for entry in entries where !isLogits(entry) {
      guard let (key, line) = entry.key.map({ ($0.text, $0.line) }) else { continue }
      if ["labels", "classes"].contains(key.lowercased()), let labels = words(of: entry) {
        for index in rows.indices {
          let count = rows[index].logits.count
          guard labels.count == count else {
            throw .countsDiffer(key: key, count: labels.count, logits: count, line: line)
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
      if case .leaf(let text, _, _) = $0 { return text.string }
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
    let found = logits(among: entries)
    if let first = found.first {
      numberName = first.name
      guard found.count == 1 else {
        throw .refused(key: first.name, "it is given twice", line: found[1].line)
      }
      return try labelled(rows(of: first.nodes.filter(\.isGroup)), by: entries)
    }
    if let lost = entries.first(where: \.skipped) {
      throw .notANumber(lost.key?.text ?? "", line: lost.line)
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
    // Commas and spaces that both separate something: a number may have a space in it.
    if values.dropLast().contains(where: { !$0.endsRow }),
      let mixed = values.first(where: { $0.nodes.count > 1 })
    {
      throw mismatch(mixed.nodes)
    }
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
    let isDetail = entries.contains { $0.key == nil && $0.hasGroup }
    let areNamed = entries.allSatisfy { $0.key != nil }
    for entry in entries {
      if let key = entry.key, entry.nodes.count == 1,
        case .leaf(let text, _, let line) = entry.nodes[0]
      {
        if style.number(text) != nil, !isDetail {
          return .notANumber("\(key.text): \(text.quotation)", line: line)
        }
        if areNamed { return .notANumber(text.quotation, line: line) }
      }
      if entry.isEmpty, !entry.endsRow { return .notANumber("", line: entry.line) }
    }
    return nil
  }

  private func mismatch(_ nodes: [BracketNode]) -> FileProblem {
    for case .leaf(let text, _, let line) in nodes where text.isElision || style.number(text) == nil
    {
      return text.isElision ? .elided(line: line) : .notANumber(text.quotation, line: line)
    }
    for case .leaf(let text, _, let line) in nodes {
      return .notANumber(text.quotation, line: line)
    }
    return .noLogits
  }
}

extension BracketEntry {
  fileprivate var name: String { key?.text ?? "" }
  var hasGroup: Bool { nodes.contains(where: \.isGroup) }
  /// What Python prints for nothing.
  fileprivate var isNone: Bool {
    guard nodes.count == 1, case .leaf(let text, false, _) = nodes[0] else { return false }
    return text == "None"
  }
}

extension ArraySlice<UInt8> {
  /// Whether a style could read it as a number, so that leaving it out would lose one.
  fileprivate var isNumberInSomeStyle: Bool {
    NumberStyle.allCases.contains { $0.number(self) != nil }
  }
}
