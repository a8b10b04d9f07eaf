internal import LogitKernel

extension LogitVector {
  /// Reads comma- or tab-separated values (RFC 4180).
  ///
  /// These layouts are told apart by where the numbers are: one row of numbers; a header of labels
  /// over rows of numbers, of which one is taken, with a last column `label` or `target` for the
  /// target; a column of numbers; a column of labels and one of numbers; a header that names a
  /// column `logit`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - separator: The comma, tab or semicolon between fields.
  ///   - row: Which row of a table of rows, counted from 0.
  /// - Throws: What is no number, with its line.
  package init(
    delimited text: String, separator: Unicode.Scalar, row: Int = 0
  ) throws(FileProblem) {
    let table = DelimitedTable(text, separator: separator)
    self = try table.vector(row: row).checked()
  }
}

private struct DelimitedTable {
  typealias Line = (cells: [String], number: Int)

  var lines: [Line] = []

  static let logitNames: Set = ["logit", "logits", "logprob", "score", "value"]
  static let labelNames: Set = ["label", "class", "token", "name"]
  static let targetNames: Set = ["label", "target", "y", "class"]

  func vector(row: Int) throws(FileProblem) -> LogitVector {
    guard let first = lines.first else { throw .empty }
    let names = first.cells.map { $0.lowercased() }
    if let column = names.firstIndex(where: Self.logitNames.contains) {
      return try tall(
        lines.dropFirst(), logits: column, labels: names.firstIndex(where: Self.labelNames.contains)
      )
    }
    let isHeader = first.cells.allSatisfy { parseNumber($0) == nil }
    if first.cells.count == 1 {
      return try tall(lines.dropFirst(isHeader ? 1 : 0), logits: 0, labels: nil)
    }
    if isHeader, lines.count > 1 { return try wide(header: first.cells, row: row) }
    if first.cells.count == 2, parseNumber(first.cells[0]) == nil {
      return try tall(lines[...], logits: 1, labels: 0)
    }
    return LogitVector(logits: try numbers(lines.row(row)))
  }

  private func wide(header: [String], row: Int) throws(FileProblem) -> LogitVector {
    let line = try Array(lines.dropFirst()).row(row)
    if header.count == 2, parseNumber(line.cells[0]) == nil {
      return try tall(lines.dropFirst(), logits: 1, labels: 0)
    }
    let values = try numbers(line)
    guard values.count == header.count else {
      throw .countsDiffer(
        key: "header", count: header.count, logits: values.count, line: line.number)
    }
    guard Self.targetNames.contains(header.last?.lowercased() ?? "") else {
      return LogitVector(labels: header, logits: values)
    }
    return LogitVector(
      labels: header.dropLast(), logits: values.dropLast(),
      target: values.last.flatMap { Int(exactly: $0) })
  }

  private func tall(
    _ lines: ArraySlice<Line>, logits: Int, labels: Int?
  ) throws(FileProblem) -> LogitVector {
    var vector = LogitVector(labels: labels.map { _ in [] }, logits: [])
    for line in lines {
      vector.logits.append(try number(line, logits))
      if let labels {
        vector.labels?.append(labels < line.cells.count ? line.cells[labels] : "")
      }
    }
    return vector
  }

  private func numbers(_ line: Line) throws(FileProblem) -> [Double] {
    var numbers: [Double] = []
    for column in line.cells.indices { numbers.append(try number(line, column)) }
    return numbers
  }

  private func number(_ line: Line, _ column: Int) throws(FileProblem) -> Double {
    let cell = column < line.cells.count ? line.cells[column] : ""
    guard let number = parseNumber(cell) else { throw .notANumber(cell, line: line.number) }
    return number
  }
}

extension DelimitedTable {
  /// Splits the text into lines of fields; a field in quotes may hold separators and line breaks.
  init(_ text: String, separator: Unicode.Scalar) {
    var (cells, cell) = ([String](), String.UnicodeScalarView())
    var (isQuoted, number, start) = (false, 1, 1)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\n" { number += 1 }
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"": cell.append(rest.removeFirst())
      case "\"" where isQuoted || cell.isEmpty: isQuoted.toggle()
      case _ where isQuoted: cell.append(scalar)
      case separator:
        cells.append(String(cell))
        cell = .init()
      case "\n":
        add(cells + [String(cell)], at: start)
        (cells, cell, start) = ([], .init(), number)
      case "\r": break
      default: cell.append(scalar)
      }
    }
    add(cells + [String(cell)], at: start)
  }

  /// A blank line is none.
  private mutating func add(_ cells: [String], at number: Int) {
    let cells = cells.map { $0.trimmed }
    if cells.contains(where: { !$0.isEmpty }) { lines.append((cells, number)) }
  }
}

extension StringProtocol {
  /// Without the spaces at both ends.
  var trimmed: String {
    var rest = drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
