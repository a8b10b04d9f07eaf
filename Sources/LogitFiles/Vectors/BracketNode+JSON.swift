extension BracketNode {
  /// What Python prints of dictionaries and lists, as the JSON that it means; nil where no dictionary is
  /// in it, and where something else is.
  static func json(_ entries: [BracketEntry]) -> JSONValue? {
    guard entries.count == 1, entries[0].key == nil, entries[0].nodes.count == 1,
      entries[0].nodes[0].holdsKeys
    else { return nil }
    return entries[0].nodes[0].json
  }

  private var holdsKeys: Bool {
    guard case .group(let name, let entries) = self, name.isEmpty else { return false }
    return entries.contains { $0.key != nil || $0.nodes.first?.holdsKeys ?? false }
  }

  private var json: JSONValue? {
    switch self {
    case .leaf(let text, true, _): return .string(text.string)
    case .leaf(let text, false, _):
      if let number = NumberStyle.plain.number(text) { return .number(number) }
      return ["None": .null, "True": .bool(true), "False": .bool(false)][text.string]
    case .group(let name, let entries):
      // A call such as `np.float32(2.0)` or `tensor([2., 1.], dtype=float16)` stands for what is in it.
      if !name.isEmpty {
        let inside = entries.filter { $0.key == nil }
        return inside.count == 1 ? inside[0].only?.json : nil
      }
      if entries.allSatisfy({ $0.key == nil }) {
        // NumPy separates numbers by spaces.
        let nodes = entries.count == 1 ? entries[0].nodes : entries.allMapped(\.only) ?? []
        return nodes.isEmpty ? nil : nodes.allMapped(\.json).map { .array($0) }
      }
      guard entries.allSatisfy({ $0.key?.isQuoted ?? false }),
        Set(entries.map { $0.key?.text }).count == entries.count
      else { return nil }
      return entries.allMapped { entry in
        entry.only?.json.map {
          JSONValue.Member(key: entry.key?.text ?? "", value: $0, source: 0..<0)
        }
      }.map { .object($0) }
    }
  }
}

extension BracketEntry {
  /// The one node of an entry that is all read.
  fileprivate var only: BracketNode? { nodes.count == 1 && !skipped ? nodes[0] : nil }
}
