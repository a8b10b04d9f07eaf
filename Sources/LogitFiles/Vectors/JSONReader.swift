internal import LogitKernel

/// Finds logits in a JSON value.
struct JSONReader {
  /// The table in a value; nil where there is none.
  func table(_ value: JSONValue) throws(FileProblem) -> LogitTable? {
    if let frame = try frame(value) { return frame }
    if let logits = value["logits"] { return try object(value, logits) }
    if case .array(let elements) = value, let records = try records(elements) { return records }
    if let rows = try rows(value) { return rows }
    if let tensors = try tensors(value) { return tensors }
    return try search(value)
  }

  /// Rows where the value is a row or a list of rows; nil where it is something else.
  func rows(_ value: JSONValue) throws(FileProblem) -> LogitTable? {
    if let row = try row(value) { return row }
    guard case .array(let elements) = value, !elements.isEmpty else { return nil }
    var (table, empty) = (LogitTable([]), 0)
    for element in elements {
      if element == .null {
        empty += 1
        continue
      }
      let found: LogitTable? =
        if let logits = element["logits"] {
          try object(element, logits)
        } else {
          // Gemini wraps the candidates of a position.
          try rows(element["candidates"] ?? element)
        }
      guard let found else { return nil }
      table.rows += found.rows
      table.add(found.notices)
    }
    guard !table.rows.isEmpty else { return nil }
    if empty > 0 {
      table.notices.append("Left out: \(empty) empty position\(empty == 1 ? "" : "s").")
    }
    return table
  }

  /// One row of numbers, of objects with a number each, or of labels with numbers.
  private func row(_ value: JSONValue) throws(FileProblem) -> LogitTable? {
    switch value {
    case .array(let elements): return try list(elements)
    case .object(let members): return try labelled(members)
    default: return nil
    }
  }

  private func list(_ elements: [JSONValue]) throws(FileProblem) -> LogitTable? {
    guard let first = elements.first else { return LogitTable([LogitVector(logits: [])]) }
    if first.asNumber != nil || elements.contains(where: { $0.asNumber != nil }) {
      var vector = LogitVector(logits: [])
      vector.logits.reserveCapacity(elements.count)
      for (index, element) in elements.enumerated() {
        guard let number = element.asNumber else { throw .jsonElement(index, element.kindWord) }
        vector.logits.append(number)
      }
      return LogitTable([vector])
    }
    if let candidates = elements.allMapped(\.tokenTriple) {
      return LogitTable([
        LogitVector(labels: candidates.map(\.label), logits: candidates.map(\.number))
      ])
    }
    return try candidates(elements)
  }

  /// Objects with a label and a number each.
  private func candidates(_ elements: [JSONValue]) throws(FileProblem) -> LogitTable? {
    guard let key = elements.first?.numberKey else { return nil }
    var vector = LogitVector(labels: [], logits: [])
    for (index, element) in elements.enumerated() {
      guard let number = element[key]?.asNumber else {
        throw .jsonElement(index, element[key]?.kindWord ?? "without “\(key)”")
      }
      vector.logits.append(number)
      vector.labels?.append(element.label ?? "class \(index + 1)")
    }
    // What was chosen one after the other makes no distribution.
    if key.lowercased().contains("prob"), key != "prob", key != "probability" {
      guard vector.logits.reduce(0, { $0 + exponential($1) }) < 1.01 else {
        throw .chosenTokens
      }
    }
    return try LogitTable([vector]).logarithms(where: key)
  }

  /// An object of labels and numbers.
  private func labelled(_ members: [JSONValue.Member]) throws(FileProblem) -> LogitTable? {
    if members.isEmpty { return nil }
    let numbers = members.map(\.value.asNumber)
    if numbers.allSatisfy({ $0 != nil }) {
      return LogitTable([
        LogitVector(labels: members.map(\.key), logits: numbers.compactMap(\.self))
      ])
    }
    // Candidates by their token: {"12": {"logprob": -0.2, "decoded_token": "a"}}.
    if members.allSatisfy({ $0.value["logprob"]?.asNumber != nil }) {
      return LogitTable([
        LogitVector(
          labels: members.map { $0.value.label ?? $0.key },
          logits: members.compactMap { $0.value["logprob"]?.asNumber })
      ])
    }
    if let index = numbers.firstIndex(of: nil), numbers.contains(where: { $0 != nil }),
      members.allSatisfy({ $0.value.asNumber != nil || $0.value == .null })
    {
      throw .notANumber("“\(members[index].key)”: null", line: nil)
    }
    return nil
  }
}
