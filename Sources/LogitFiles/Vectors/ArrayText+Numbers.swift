extension ArrayText {
  func number(of entry: BracketEntry) -> Double? {
    entry.nodes.count == 1 ? number(of: entry.nodes[0]) : nil
  }

  /// A number, in quotes or in a call that makes one, such as `np.float32(2.0)`.
  func number(of node: BracketNode) -> Double? {
    switch node {
    case .leaf(let text, _, _): style.number(text)
    case .group(let name, let entries):
      name.isEmpty || entries.first?.key != nil || entries.first?.nodes.count != 1
        || entries.dropFirst().contains { $0.key == nil }
        || entries.first?.nodes[0].isGroup ?? true
        || !ArrayText.makesNumber(name)
        ? nil : number(of: entries[0].nodes[0])
    }
  }

  private static func makesNumber(_ name: Bytes) -> Bool {
    let last = name.split(separator: 0x2E).last?.string.lowercased() ?? ""
    return ["float", "double", "int", "uint", "half", "bfloat", "decimal", "tensor"].contains {
      last.hasPrefix($0)
    }
  }

  /// A label with its number, `('a', 2.0)`.
  func pair(_ entry: BracketEntry) -> (String, Double)? {
    guard entry.nodes.count == 1, case .group(_, let inside) = entry.nodes[0], inside.count == 2,
      inside[0].key == nil, inside[1].key == nil, inside[0].nodes.count == 1,
      case .leaf(let label, true, _) = inside[0].nodes[0],
      let number = number(of: inside[1])
    else { return nil }
    return (label.string, number)
  }
}
