internal import LogitKernel

extension LogitTable {
  /// Reads logits from JSON in the shapes they come in.
  ///
  /// A list of numbers, or of such lists; an object of label and number; an object with `logits`, or a
  /// list or lines of such; lists of objects with a label and a number; and what servers of models
  /// answer, with `top_logprobs`, `prompt_logprobs`, `probs` or `predictions` at any depth.
  package init(json bytes: [UInt8]) throws(FileProblem) {
    let value: JSONValue
    do {
      value = try JSONValue.parse(bytes)
    } catch {
      if let table = try LogitTable(jsonLines: bytes) {
        self = table
        return
      }
      throw error.problem(in: bytes)
    }
    try self.init(value)
  }

  /// One JSON value per line, each with a row; nil where there is only one line, or other text.
  init?(jsonLines bytes: [UInt8]) throws(FileProblem) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var values: [(value: JSONValue, line: Int)] = []
    for (index, line) in lines.enumerated() {
      guard let first = line.first(where: { $0 > 0x20 }) else { continue }
      guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
      do {
        values.append((try JSONValue.parse(Array(line)), index + 1))
      } catch {
        if values.isEmpty { return nil }
        throw .json(line: index + 1, column: error.offset + 1, expected: error.expected)
      }
    }
    guard values.count > 1 else { return nil }
    self.init([])
    for (value, line) in values {
      do throws(FileProblem) {
        let table = try LogitTable(value)
        rows += table.rows
        for notice in table.notices where !notices.contains(notice) { notices.append(notice) }
      } catch {
        throw .inLine(line, error.sentence(for: "its JSON"))
      }
    }
  }

  init(_ value: JSONValue) throws(FileProblem) {
    guard let table = try JSONReader().table(value) else { throw .jsonShape }
    self = table
  }
}

/// Finds logits in a JSON value.
private struct JSONReader {
  /// Keys whose value holds rows, the most telling first, and whether those are probabilities.
  static let keys: [(name: String, areProbabilities: Bool)] = [
    ("logits", false), ("top_logprobs", false), ("prompt_logprobs", false), ("top_probs", true),
    ("probs", true), ("logprobs", false), ("predictions", false), ("outputs", false),
    ("data", false), ("probabilities", true), ("scores", true),
  ]
  /// Keys of an object with logits that are read too.
  static let known: Set = ["labels", "target", "label", "temperature", "label_smoothing", "name"]

  func table(_ value: JSONValue) throws(FileProblem) -> LogitTable? {
    if let logits = value["logits"] { return try object(value, logits) }
    if let rows = try rows(value) { return rows }
    if let found = try search(value, depth: 0) { return found }
    return nil
  }

  /// An object with `logits` and perhaps labels and a target.
  private func object(_ value: JSONValue, _ logits: JSONValue) throws(FileProblem) -> LogitTable? {
    guard var table = try rows(logits) else { return nil }
    if case .object(let members) = value {
      var seen: Set<String> = []
      for member in members where !seen.insert(member.key).inserted {
        throw .refused(key: member.key, "it is given twice", line: 1)
      }
    }
    if case .array(let labels)? = value["labels"] {
      for row in table.rows.indices {
        let count = table.rows[row].logits.count
        guard labels.count == count else {
          throw .countsDiffer(key: "labels", count: labels.count, logits: count, line: 1)
        }
        table.rows[row].labels = labels.map { $0.text ?? "" }
      }
    }
    if let target = value["target"] ?? value["label"] {
      for row in table.rows.indices {
        table.rows[row].target = try index(target, in: table.rows[row])
      }
    }
    if case .number(let temperature)? = value["temperature"], temperature != 1 {
      throw .refused(
        key: "temperature",
        "give it as an option: --temperature \(DecimalText.shortest(temperature))",
        line: 1)
    }
    if case .object(let members) = value {
      let others = members.map(\.key).filter { $0 != "logits" && !Self.known.contains($0) }
      if !others.isEmpty {
        table.notices.append(
          "Left out: " + others.prefix(4).map { "“\($0)”" }.joined(separator: ", ") + ".")
      }
    }
    return table
  }

  private func index(_ value: JSONValue, in row: LogitVector) throws(FileProblem) -> Int? {
    switch value {
    case .null: return nil
    case .string(let label):
      if let index = row.labels?.firstIndex(of: label) { return index }
      throw .unknownLabel(key: "target", label, line: 1)
    case .number(let number):
      if let index = Int(exactly: number), row.logits.indices.contains(index) { return index }
      throw .refused(
        key: "target",
        "\(DecimalText.shortest(number)) is no class; classes are counted from 0 to "
          + "\(row.logits.count - 1)", line: 1)
    default: throw .wrongKind(key: "target", element: nil, expected: "an index or a label", line: 1)
    }
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
      let found: LogitTable?
      if let logits = element["logits"] {
        found = try object(element, logits)
      } else {
        found = try rows(element)
      }
      guard let more = found else { return nil }
      table.rows += more.rows
      for notice in more.notices where !table.notices.contains(notice) {
        table.notices.append(notice)
      }
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
    case .object(let members): return try object(members)
    default: return nil
    }
  }

  private func list(_ elements: [JSONValue]) throws(FileProblem) -> LogitTable? {
    if elements.isEmpty { return LogitTable([LogitVector(logits: [])]) }
    if elements.contains(where: { $0.asNumber != nil }) {
      var vector = LogitVector(logits: [])
      for (index, element) in elements.enumerated() {
        guard let number = element.asNumber else { throw .jsonElement(index, element.kindWord) }
        vector.logits.append(number)
      }
      return LogitTable([vector])
    }
    guard let key = elements.first?.numberKey else { return nil }
    var vector = LogitVector(labels: [], logits: [])
    for (index, element) in elements.enumerated() {
      guard let number = element[key]?.asNumber else {
        throw .jsonElement(index, element[key]?.kindWord ?? "without “\(key)”")
      }
      vector.logits.append(number)
      vector.labels?.append(element.label ?? "class \(index + 1)")
    }
    return try logarithms(LogitTable([vector]), key)
  }

  private func object(_ members: [JSONValue.Member]) throws(FileProblem) -> LogitTable? {
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
    if numbers.contains(where: { $0 != nil }),
      members.allSatisfy({ $0.value.asNumber != nil || $0.value == .null })
    {
      let index = numbers.firstIndex { $0 == nil } ?? 0
      throw .notANumber("“\(members[index].key)”: null", line: 1)
    }
    return nil
  }

  private func logarithms(_ table: LogitTable, _ key: String) throws(FileProblem) -> LogitTable {
    switch key {
    case "prob", "probability": return try table.logarithms(of: key)
    case "score" where table.mayBeProbabilities: return try table.logarithms(of: key)
    case "score":
      var table = table
      table.notices.append("“score” goes beyond 0 to 1 and is taken for logits.")
      return table
    default: return table
    }
  }

  /// The first key, at any depth, under which there are rows.
  private func search(_ value: JSONValue, depth: Int) throws(FileProblem) -> LogitTable? {
    for (name, areProbabilities) in Self.keys {
      let found = value.all(name)
      guard !found.isEmpty else { continue }
      var table = LogitTable([])
      for element in found {
        guard let more = try rows(element) else { continue }
        table.rows += more.rows
        table.notices += more.notices.filter { !table.notices.contains($0) }
      }
      guard !table.rows.isEmpty, table.rows.contains(where: { !$0.logits.isEmpty }) else {
        continue
      }
      if case .array(let labels)? = value["labels"], table.rows.count == 1,
        labels.count == table.rows[0].logits.count
      {
        table.rows[0].labels = labels.map { $0.text ?? "" }
      }
      let isDone = table.notices.contains { $0.contains("logarithms") }
      return areProbabilities && !isDone
        ? try logarithms(table, name == "scores" ? "score" : "prob")
        : table
    }
    return nil
  }
}

extension JSONValue {
  /// A number, or a string that is one, such as `"-inf"`.
  package var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): parseNumber(text)
    default: nil
    }
  }

  fileprivate var text: String? {
    if case .string(let text) = self { return text }
    return asNumber.map { DecimalText.shortest($0) }
  }

  fileprivate var label: String? {
    for key in ["token_str", "decoded_token", "tok_str", "token", "label", "text", "class", "name"]
    {
      if let text = self[key]?.text { return text }
    }
    return nil
  }

  /// The key of a candidate's number.
  fileprivate var numberKey: String? {
    ["logit", "logprob", "score", "prob", "probability", "value"].first { self[$0] != nil }
  }

  fileprivate var kindWord: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .string(let text): "“\(text.prefix(20))”"
    case .number: "a number"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// Every value under a key, at any depth, in order; what is inside a found value is not searched.
  fileprivate func all(_ key: String) -> [JSONValue] {
    switch self {
    case .object(let members):
      if let found = self[key], found != .null { return [found] }
      return members.flatMap { $0.value.all(key) }
    case .array(let elements): return elements.flatMap { $0.all(key) }
    default: return []
    }
  }
}
