internal import LogitKernel

/// Logits in a table of cells: what each column is follows from its name and what it holds.
///
/// A table is *tall*, a class per line with its label and its logit, or *wide*, a class per column
/// and a row of logits per line.
struct CellTable {
  let cells: CellLines
  let style: NumberStyle
  /// Whether the first line names the columns.
  private let hasHeader: Bool
  let body: Range<Int>
  private(set) var notices: [String] = []

  static let logitNames: Set = ["logit", "logits", "logprob", "logprobs", "log_prob", "log_probs"]
  static let probabilityNames: Set = [
    "prob", "probs", "probability", "probabilities", "score", "scores", "confidence", "p",
  ]
  static let valueNames: Set = ["value", "values", "x"]
  static let labelNames: Set = ["label", "labels", "class", "classes", "token", "name", "category"]
  static let targetNames: Set = [
    "label", "target", "y", "class", "truth", "true", "gold", "true_label", "y_true", "answer",
  ]
  static let indexNames: Set = [
    "", "index", "id", "idx", "row", "rowname", "rownames", "sample", "sample_id", "example",
    "image_id", "step", "unnamed: 0",
  ]

  /// Whether the first line names the columns is found out where it is not given.
  init(_ cells: CellLines, style: NumberStyle, hasHeader: Bool? = nil) throws(FileProblem) {
    self.cells = cells
    self.style = style
    guard !cells.isEmpty else { throw .empty }
    let hasHeader =
      if let hasHeader { hasHeader } else { try CellTable.isHeader(cells, style: style) }
    self.hasHeader = hasHeader
    body = (hasHeader ? 1 : 0)..<cells.count
    if hasHeader, cells.line(0).contains(where: \.isElision) {
      throw .elided(line: cells.number(0))
    }
    if let notice = style.notice { notices.append(notice) }
  }

  /// Whether the first line names columns: no cell of it is a number, and none a number with a slip.
  private static func isHeader(_ cells: CellLines, style: NumberStyle) throws(FileProblem) -> Bool {
    let names = cells.line(0)
    // Above the row names there may be nothing, and pandas numbers columns.
    if names.count > 1, names[0].isEmpty, cells.count > 1, Array(names.dropFirst()).areIndices {
      return true
    }
    guard names.allSatisfy({ style.number($0) == nil && !isMissing($0) }) else { return false }
    // `V1,V2,V3` are names, since no slip happens three times alike.
    let areNumbered = names.count > 1 && Set(names.map { $0.filter { !$0.isDigit } }).count == 1
    let slip = names.first { $0.looksLikeSlippedNumber || names.count == 1 && $0.beginsAsNumber }
    if let slip, !areNumbered, !cells.hasQuotes {
      throw .notANumber(slip.quotation, line: cells.number(0))
    }
    // Labels in the first column and numbers in the second are no header.
    return cells.count > 1 || names.count == 1
      || names.contains { logitNames.contains($0.string.lowercased()) }
  }

  private static func isMissing(_ cell: Bytes) -> Bool {
    cell.count <= 4 && ["na", "n/a", "null", "none"].contains(cell.string.lowercased())
  }

  /// The table's rows.
  func table() throws(FileProblem) -> LogitTable {
    guard !body.isEmpty else { throw .noLogits }
    guard hasHeader else { return try withoutHeader() }
    var names = cells.line(0).map(\.string)
    // R leaves the name of the column of row names out.
    if names.count + 1 == cells.width(1) {
      let areNames = body.allSatisfy { style.number(cells.cell($0, 0)) == nil }
      if areNames || body.count > 1 && areNumbers(column: 0) { names.insert("", at: 0) }
    }
    let columns = Columns(names: names, of: self)
    guard let value = valueColumn(columns) else { return try wide(columns) }
    let label = columns.label.flatMap { $0 == value ? nil : $0 }
    return try tall(value: value, label: label ?? columns.text.first { $0 != value }, columns)
  }
}

extension CellTable {
  /// What the columns of a table with a header are.
  struct Columns {
    let names: [String]
    let lowered: [String]
    /// The column that numbers the rows, where there is one.
    let index: Int?
    /// The column that a name of labels stands over.
    let label: Int?
    /// Columns without any number, and those with one, apart from the index.
    let text: [Int]
    let numeric: [Int]

    init(names: [String], of table: CellTable) {
      let lowered = names.map { $0.lowercased() }
      let index = lowered.indices.first {
        CellTable.indexNames.contains(lowered[$0]) && ($0 == 0 || !lowered[$0].isEmpty)
      }
      let others = names.indices.filter { $0 != index }
      // Most columns end with their first number, so that nobody knows how much there is to do.
      var (pace, looked) = (Pace("looking for numbers", of: nil), 0)
      let isText = names.indices.map { column in
        table.body.allSatisfy { line in
          looked += 1
          return pace.goesOn(at: looked)
            && table.style.number(table.cells.cell(line, column)) == nil
        }
      }
      (self.names, self.lowered, self.index) = (names, lowered, index)
      (text, numeric) = (others.filter { isText[$0] }, others.filter { !isText[$0] })
      label = lowered.firstIndex(where: CellTable.labelNames.contains)
    }
  }

  /// The column that holds a logit per class, where a name or the shape says so.
  private func valueColumn(_ columns: Columns) -> Int? {
    let (names, numeric, text, label) = (
      columns.lowered, columns.numeric, columns.text, columns.label
    )
    if let named = names.firstIndex(where: Self.logitNames.contains) { return named }
    let others = names.count - (columns.index == nil ? 0 : 1)
    if let named = names.firstIndex(where: Self.probabilityNames.contains),
      numeric.allSatisfy({ $0 == named || $0 == label || Self.valueNames.contains(names[$0]) }),
      label != nil || text.count == 1 || others == 1
    {
      return named
    }
    if numeric.count == 1, text.count <= 1, label.map(text.contains) ?? true,
      columns.index != nil || text.count == 1 || names.count == 1
    {
      return numeric[0]
    }
    if names.count == 1 { return 0 }
    guard names.count == 2 else { return nil }
    if label == 0, !Self.targetNames.contains(names[1]), body.count > 1 || text.contains(0) {
      return 1
    }
    let other = text.contains(0) ? 1 : 0
    return text.isEmpty || other == columns.index ? nil : other
  }

  private func tall(
    value: Int, label: Int?, _ columns: Columns
  ) throws(FileProblem) -> LogitTable {
    var vector = LogitVector(labels: nil, logits: [])
    vector.logits.reserveCapacity(body.count)
    try requireName(of: value, columns)
    var pace = Pace("reading the numbers", of: body.count)
    for line in body {
      try pace.pass(line)
      try check(line, count: columns.names.count)
      vector.logits.append(try number(line, value))
    }
    if let column = label ?? columns.index, column != value,
      label != nil || !areNumbers(column: column)
    {
      vector.labels = try texts(ofColumn: column)
    }
    let used = [value, label, columns.index].compactMap(\.self)
    let left = columns.names.indices.filter { !used.contains($0) }
    var notices = notices + leftOut(left, of: columns.names)
    if let name = columns.lowered.first, columns.names.count == 1,
      name.count == 1 || !CellTable.isValueName(name)
    {
      notices.append("The first line, “\(columns.names[0])”, is taken for a name.")
    }
    let table = LogitTable([vector], notices: notices)
    return style == .percent
      ? try table.logarithms(of: columns.names[value])
      : try table.logarithms(where: columns.names[value])
  }

  /// Whether a column of this name holds numbers of classes.
  static func isValueName(_ lowered: String) -> Bool {
    logitNames.contains(lowered) || probabilityNames.contains(lowered)
      || valueNames.contains(lowered)
  }

  /// A column of numbers without a name may have lost it, or the whole line may be of numbers.
  func requireName(of column: Int, _ columns: Columns) throws(FileProblem) {
    guard columns.names[column].isEmpty else { return }
    throw .inLine(cells.number(0) ?? 1, "column \(column + 1) has no name")
  }

  func texts(ofColumn column: Int) throws(FileProblem) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(body.count)
    var pace = Pace("reading the labels", of: body.count)
    for line in body {
      try pace.pass(line)
      texts.append(cells.cell(line, column).string)
    }
    return texts
  }

  func leftOut(_ columns: [Int], of names: [String]) -> [String] {
    guard !columns.isEmpty else { return [] }
    let list = columns.prefix(4).map { "“\(names[$0])”" }.joined(separator: ", ")
    let more = columns.count > 4 ? " and \(columns.count - 4) more" : ""
    return ["Left out: the column\(columns.count == 1 ? "" : "s") \(list)\(more)."]
  }

  func number(_ line: Int, _ column: Int) throws(FileProblem) -> Double {
    let cell = cells.cell(line, column)
    if let number = style.number(cell) { return number }
    throw cell.isElision
      ? .elided(line: cells.number(line)) : .notANumber(cell.quotation, line: cells.number(line))
  }

  func check(_ line: Int, count: Int) throws(FileProblem) {
    let found = cells.width(line)
    guard found == count else {
      throw .ragged(count: found, expected: count, line: cells.number(line))
    }
  }

  /// Whether the cells of a column count up from 0 or 1.
  func areNumbers(column: Int) -> Bool {
    guard let first = Int(cells.cell(body.lowerBound, column).string), first == 0 || first == 1
    else { return false }
    return body.allSatisfy {
      cells.cell($0, column).elementsEqual(String(first + $0 - body.lowerBound).utf8)
    }
  }
}
