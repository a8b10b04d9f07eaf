extension TextLines {
  /// A list of YAML, `- 2.0`; lists under keys; or records of which each begins with a dash.
  func yaml(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard lines.count > 1, lines[0].text.item != nil else { return nil }
    if let items = lines.allMapped({ line in line.text.item.map { ($0, line.number) } }) {
      return try TextLines(self, lines: items).table(style)
    }
    if let records = records() {
      return try CellTable(records, style: style, hasHeader: true).table()
    }
    guard let lists = lists() else { return nil }
    let keys = lists.compactMap { $0.key?.text }
    var known = Set<String>()
    if let again = keys.indices.first(where: { !known.insert(keys[$0]).inserted }) {
      throw .refused(key: keys[again], "it is given twice", line: lists[again].line)
    }
    return try ArrayText.table(lists, style: style)
  }

  /// `- label: a` and below it `logit: 2.0`, with the same keys in every record.
  private func records() -> CellLines? {
    var (keys, rows, numbers) = ([String](), [[String]](), [Int]())
    for line in lines {
      let item = line.text.item
      guard let (key, value) = (item ?? line.text).member else { return nil }
      if item != nil {
        rows.append([])
        numbers.append(line.number)
      }
      if rows.count == 1 { keys.append(key) }
      let place = rows[rows.count - 1].count
      guard place < keys.count, keys[place] == key else { return nil }
      rows[rows.count - 1].append(value)
    }
    guard keys.count > 1, rows.allSatisfy({ $0.count == keys.count }) else { return nil }
    return CellLines(rows: [keys] + rows, numbers: numbers)
  }

  /// Keys with a list below each, or a single value next to it, as entries in brackets.
  private func lists() -> [BracketEntry]? {
    guard let heading, lines[lines.count - 1].text.last != 0x3A else { return nil }
    var (entries, items) = ([BracketEntry](), [BracketEntry]())
    var key = BracketEntry.Key(text: heading, isQuoted: false, line: lines[0].number)
    func entry(_ node: BracketNode) -> BracketEntry {
      BracketEntry(key: key, nodes: [node], line: key.line)
    }
    for line in lines {
      if let item = line.text.item {
        let leaf = BracketNode.leaf(item, isQuoted: false, line: line.number)
        items.append(BracketEntry(nodes: [leaf], line: line.number))
        continue
      }
      guard let (name, value) = line.text.member else { return nil }
      if !items.isEmpty { entries.append(entry(.group(name: [], entries: items))) }
      key = BracketEntry.Key(text: name, isQuoted: false, line: line.number)
      items = []
      guard !value.isEmpty else { continue }
      entries.append(
        entry(.leaf(Array(value.utf8)[...], isQuoted: false, line: line.number)))
    }
    if !items.isEmpty { entries.append(entry(.group(name: [], entries: items))) }
    return entries
  }
}

extension ArraySlice<UInt8> {
  /// What follows the dash or star of a list.
  fileprivate var item: Bytes? {
    starts(with: "- ") || starts(with: "* ") ? dropFirst(2).trimmed : nil
  }

  /// A key and what follows its colon.
  fileprivate var member: (key: String, value: String)? {
    guard let colon = firstIndex(of: 0x3A), colon == endIndex - 1 || self[colon + 1] == 0x20 else {
      return nil
    }
    let key = self[..<colon].trimmed
    guard key.contains(where: \.isASCIILetter), !key.contains(0x20) else { return nil }
    return (key.string, self[(colon + 1)...].trimmed.unquoted.string)
  }
}
