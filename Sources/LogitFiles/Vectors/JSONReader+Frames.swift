extension JSONReader {
  /// What pandas writes in each of its orientations but records and values; nil for other JSON.
  func frame(_ value: JSONValue) throws(FileProblem) -> LogitTable? {
    guard case .object(let members) = value else { return nil }
    if case .array(let columns)? = value["columns"], case .array(let data)? = value["data"] {
      return try split(columns, data)
    }
    if value["schema"]?["fields"] != nil, case .array(let data)? = value["data"] {
      return try records(data)
    }
    if let key = members.first?.key, CellTable.indexNames.contains(key.lowercased()),
      members.count > 1
    {
      return try records([value])
    }
    return try nested(members)
  }

  private func split(
    _ columns: [JSONValue], _ data: [JSONValue]
  ) throws(FileProblem) -> LogitTable? {
    guard let names = columns.allMapped(\.text) else { return nil }
    var rows = [names]
    for (index, line) in data.enumerated() {
      guard case .array(let cells) = line, let texts = cells.allMapped(\.cell) else {
        throw .jsonElement(index, line.kindWord)
      }
      rows.append(texts)
    }
    return try table(rows, lines: nil)
  }

  /// Columns of values by index, or rows of values by column.
  private func nested(_ members: [JSONValue.Member]) throws(FileProblem) -> LogitTable? {
    guard case .object(let first)? = members.first?.value, !first.isEmpty, members.count > 1 else {
      return nil
    }
    let keys = first.map(\.key)
    for member in members {
      guard case .object(let inner) = member.value, inner.map(\.key) == keys,
        inner.allSatisfy({ $0.value.cell != nil })
      else { return nil }
    }
    if members.first?.value["logprob"] != nil { return nil }
    let (areRows, areColumns) = (isCount(members.map(\.key)), isCount(keys))
    guard areRows != areColumns else {
      throw .unreadable(
        "rows and columns of this JSON cannot be told apart; save it with orient=\"records\"")
    }
    if areRows { return try records(members.map(\.value)) }
    let names = members.map(\.key)
    let columns = members.map { $0.value.values(of: keys)?.map { $0.cell ?? "" } ?? [] }
    let rows = keys.indices.map { row in columns.map { $0[row] } }
    return try table([names] + rows, lines: nil)
  }

  private func isCount(_ keys: [String]) -> Bool {
    keys.enumerated().allSatisfy { $1 == String($0) }
  }

  /// Objects with the same keys, each with a single value, as a table; nil where they are not that, or
  /// candidates of which each has a number under a known key.
  func records(_ elements: [JSONValue], lines: [Int]? = nil) throws(FileProblem) -> LogitTable? {
    guard case .object(let first)? = elements.first, !first.isEmpty,
      elements[0].numberKey == nil || elements[0].label == nil
    else { return nil }
    let keys = first.map(\.key)
    var (rows, hasText) = ([keys], Array(repeating: false, count: keys.count))
    var missing: [(column: Int, line: Int?)] = []
    for (index, element) in elements.enumerated() {
      guard let values = element.values(of: keys), let cells = values.allMapped(\.cell) else {
        return nil
      }
      rows.append(cells)
      for (column, value) in values.enumerated() {
        if value.isText { hasText[column] = true }
        if value == .null { missing.append((column, lines?[index])) }
      }
    }
    // A text may be missing, a number may not.
    if let (column, line) = missing.first(where: { !hasText[$0.column] }) {
      throw .notANumber("“\(keys[column])”: null", line: line)
    }
    return try table(rows, lines: lines)
  }

  private func table(_ rows: [[String]], lines: [Int]?) throws(FileProblem) -> LogitTable {
    guard rows.count > 1 else { throw .noLogits }
    let cells = CellLines(rows: rows, numbers: lines)
    return try CellTable(cells, style: .plain, hasHeader: true).table()
  }
}

extension JSONValue {
  /// An object's values under these keys and no others, which it has perhaps in another order.
  fileprivate func values(of keys: [String]) -> [JSONValue]? {
    guard case .object(let members) = self, members.count == keys.count else { return nil }
    if zip(members, keys).allSatisfy({ $0.key == $1 }) { return members.map(\.value) }
    let places = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
    return keys.allMapped { places[$0] }
  }
}
