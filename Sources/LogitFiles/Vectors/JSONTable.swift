internal import LogitKernel

extension LogitTable {
  /// Reads logits from JSON in the shapes they come in.
  ///
  /// A list of numbers, or of such lists; an object of label and number; an object with `logits`, or a
  /// list or lines of such; lists of objects with a label and a number; what pandas writes; and what
  /// servers of models answer, with `top_logprobs`, `prompt_logprobs`, `probs` or `predictions` at any
  /// depth.
  package init(json bytes: [UInt8]) throws(FileProblem) { try self.init(json: bytes[...]) }

  init(json bytes: Bytes) throws(FileProblem) {
    let value: JSONValue
    do {
      value = try JSONValue.parse(bytes, isFile: true)
    } catch {
      guard case .expected = error.reason, let table = try LogitTable(jsonLines: bytes) else {
        throw error.problem(in: bytes)
      }
      self = table
      return
    }
    self = try JSONReader.table(value)
  }

  /// JSON, or lines of JSON; nil for a text that is neither, such as a list of Python.
  init?(ifJSON bytes: Bytes) throws(FileProblem) {
    do throws(FileProblem) {
      try self.init(json: bytes)
    } catch {
      if case .json = error { return nil }
      throw error
    }
  }

  /// One JSON value per line, each with a row; nil where there is only one line, or other text.
  private init?(jsonLines bytes: Bytes) throws(FileProblem) {
    var (values, numbers, number) = ([JSONValue](), [Int](), 0)
    var rest = bytes
    var pace = Pace("reading the lines", of: bytes.endIndex)
    while !rest.isEmpty {
      try pace.pass(rest.startIndex)
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      number += 1
      guard let first = line.first(where: { $0 > 0x20 }) else { continue }
      guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
      do {
        values.append(try JSONValue.parse(line, isFile: true))
        numbers.append(number)
      } catch {
        if values.isEmpty { return nil }
        switch error.problem(in: line) {
        case .json(_, let column, let words):
          throw .json(line: number, column: column, expected: words)
        case .stopped: throw .stopped
        case .repeatedKey(let key, _, let column):
          throw .repeatedKey(key, line: number, column: column)
        case let other: throw other
        }
      }
    }
    guard values.count > 1 else { return nil }
    self = try JSONReader.table(values, lines: numbers)
  }
}

extension JSONReader {
  static func table(_ value: JSONValue) throws(FileProblem) -> LogitTable {
    guard let table = try JSONReader().table(value) else {
      throw value.hasChosenTokens ? .chosenTokens : .jsonShape
    }
    let rows = table.withoutColumn
    if let odd = rows.oddRow {
      throw .unreadable(
        "row \(odd), counted from 0, has \(rows.width(odd)) of the \(rows.width(0)) logits of the first"
      )
    }
    return rows
  }

  /// One row of lines with a label and a logit each, of which no label is there twice.
  private static func classes(_ values: [JSONValue]) -> LogitTable? {
    guard let logits = values.allMapped({ $0["logit"]?.asNumber }),
      let labels = values.allMapped(\.label), Set(labels).count == labels.count
    else { return nil }
    return LogitTable([LogitVector(labels: labels, logits: logits)])
  }

  /// Lines of records are a table; any others are read one by one.
  static func table(_ values: [JSONValue], lines: [Int]) throws(FileProblem) -> LogitTable {
    if let records = try JSONReader().records(values, lines: lines) { return records }
    if let classes = JSONReader.classes(values) { return classes }
    var table = LogitTable([])
    var pace = Pace("reading the rows", of: lines.last, every: 256)
    for (value, line) in zip(values, lines) {
      try pace.pass(line)
      do throws(FileProblem) {
        let more = try Self.table(value)
        table.rows += more.rows
        table.add(more.notices)
      } catch {
        throw .inLine(line, error.sentence(for: "its JSON"))
      }
      if let last = table.rows.indices.last, table.isOdd(last) {
        throw .ragged(count: table.width(last), expected: table.width(0), line: line)
      }
    }
    return table
  }
}
