/// Logits in a table of cells: what each column is follows from its name and what it holds.
///
/// A table is *tall*, a class per line with its label and its logit, or *wide*, a class per column
/// and a row of logits per line.
struct CellTable {
  let lines: [CellLines.Line]
  let style: NumberStyle
  /// The names of the columns; nil without a header.
  private let header: CellLines.Line?
  private let body: ArraySlice<CellLines.Line>
  private var notices: [String] = []

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

  init(_ cells: CellLines, style: NumberStyle) throws(FileProblem) {
    lines = cells.lines
    self.style = style
    guard let first = lines.first else { throw .empty }
    let isHeader = try CellTable.isHeader(first, of: cells, style: style)
    header = isHeader ? first : nil
    body = lines.dropFirst(isHeader ? 1 : 0)
    if let notice = style.notice { notices.append(notice) }
  }

  /// Whether the first line names columns: no cell of it is a number, and none a number with a slip.
  private static func isHeader(
    _ line: CellLines.Line, of cells: CellLines, style: NumberStyle
  ) throws(FileProblem) -> Bool {
    let names = line.cells
    if names.first == "", names.count > 1, cells.lines.count > 1 { return true }
    guard names.allSatisfy({ style.number($0) == nil && !isMissing($0) }) else { return false }
    let slips = names.filter(looksLikeSlippedNumber)
    // `V1,V2,V3` are names, since no slip happens three times alike.
    let areNumbered = names.count > 1 && Set(names.map { $0.filter { !$0.isNumber } }).count == 1
    if !slips.isEmpty, !areNumbered, !cells.hasQuotes {
      throw .notANumber(slips[0], line: line.number)
    }
    if names.count == 1 || names.contains(where: { logitNames.contains($0.lowercased()) }) {
      return true
    }
    // Labels in the first column and numbers in the second are no header.
    return cells.lines.count > 1 && names.allSatisfy { style.number($0) == nil }
  }

  private static func isMissing(_ cell: String) -> Bool {
    ["na", "n/a", "null", "none"].contains(cell.lowercased())
  }

  /// The table's rows.
  func table() throws(FileProblem) -> LogitTable {
    guard !body.isEmpty else { throw .noLogits }
    guard let header else { return try withoutHeader() }
    let width = body.first?.cells.count ?? 0
    var names = header.cells
    // R leaves the name of the column of row names out.
    let firsts = body.map { $0.cells.first ?? "" }
    let areRowNames =
      firsts.allSatisfy { style.number($0) == nil } || body.count > 1 && areNumbers(firsts)
    if names.count + 1 == width, areRowNames { names.insert("", at: 0) }
    let columns = Columns(names: names, body: body, style: style)
    if let tall = try tall(columns) { return tall }
    return try wide(columns)
  }
}

extension CellTable {
  /// What the columns of a table with a header are.
  struct Columns {
    let names: [String]
    let lowered: [String]
    let isText: [Bool]
    /// Columns with neither a name nor a value that matters: an index, or the numbers of rows.
    let indices: [Int]

    init(names: [String], body: ArraySlice<CellLines.Line>, style: NumberStyle) {
      self.names = names
      lowered = names.map { $0.lowercased() }
      isText = names.indices.map { column in
        body.allSatisfy {
          !$0.cells.indices.contains(column) || style.number($0.cells[column]) == nil
        }
      }
      let first = names.indices.first { CellTable.indexNames.contains(names[$0].lowercased()) }
      indices = first.map { [$0] } ?? []
    }

    /// Columns of numbers that are no index.
    var numeric: [Int] { names.indices.filter { !isText[$0] && !indices.contains($0) } }
    var text: [Int] { names.indices.filter { isText[$0] && !indices.contains($0) } }
  }

  /// A class per line, where a name or the shape says so; nil where neither does.
  private func tall(_ columns: Columns) throws(FileProblem) -> LogitTable? {
    let (names, numeric) = (columns.lowered, columns.numeric)
    let labels = names.indices.first { Self.labelNames.contains(names[$0]) }
    var value = names.firstIndex(where: Self.logitNames.contains)
    if value == nil, let column = names.firstIndex(where: Self.probabilityNames.contains),
      numeric.allSatisfy({ $0 == column || $0 == labels || Self.valueNames.contains(names[$0]) }),
      labels != nil || columns.text.count == 1 || names.count - columns.indices.count == 1
    {
      value = column
    }
    if value == nil, numeric.count == 1, columns.text.count <= 1,
      labels == nil || columns.text.contains(labels ?? -1),
      columns.indices.count == 1 || columns.text.count == 1 || names.count == 1
    {
      value = numeric[0]
    }
    if value == nil, names.count == 2, let labels,
      let other = names.indices.first(where: { $0 != labels }),
      !Self.targetNames.contains(names[other]), labels == 0,
      body.count > 1 || columns.isText[labels]
    {
      value = other
    }
    if value == nil, names.count == 2, columns.text.isEmpty == false, body.count > 0 {
      value = names.indices.first { !columns.text.contains($0) } ?? 1
    }
    if value == nil, names.count == 1 { value = 0 }
    guard let value else { return nil }
    let label = labels.flatMap { $0 == value ? nil : $0 } ?? columns.text.first { $0 != value }
    return try tall(value: value, label: label, columns)
  }

  private func tall(
    value: Int, label: Int?, _ columns: Columns
  ) throws(FileProblem) -> LogitTable {
    var vector = LogitVector(labels: nil, logits: [])
    vector.logits.reserveCapacity(body.count)
    for line in body {
      try check(line, count: columns.names.count)
      vector.logits.append(try number(line, value))
    }
    if let column = label ?? columns.indices.first, column != value {
      let names = body.map { $0.cells[column] }
      if label != nil || !areNumbers(names) { vector.labels = names }
    }
    let used = [value, label, columns.indices.first].compactMap(\.self)
    var notices = notices
    notices += leftOut(columns.names.indices.filter { !used.contains($0) }, of: columns.names)
    return try logarithms(
      LogitTable([vector], notices: notices), name: columns.names[value])
  }

  /// A row of logits per line.
  private func wide(_ columns: Columns) throws(FileProblem) -> LogitTable {
    let (names, lowered) = (columns.names, columns.lowered)
    let target = lowered.indices.last { Self.targetNames.contains(lowered[$0]) && $0 > 0 }
    let left = columns.text.filter { $0 != target }
    let classes = names.indices.filter {
      $0 != target && !columns.indices.contains($0) && !left.contains($0)
    }
    // A column of text in a table of one row, or without any number, is a mistake, not a remark.
    guard !classes.isEmpty, left.isEmpty || body.count > 1 else {
      let line = body[body.startIndex]
      let column = left.first ?? 0
      throw .notANumber(
        line.cells.indices.contains(column) ? line.cells[column] : "", line: line.number)
    }
    let labels = classes.map { names[$0] }
    var rows: [LogitVector] = []
    rows.reserveCapacity(body.count)
    for line in body {
      try check(line, count: names.count)
      var vector = LogitVector(labels: labels, logits: [])
      for column in classes { vector.logits.append(try number(line, column)) }
      if let target { vector.target = try self.target(line, target, labels) }
      rows.append(vector)
    }
    var notices = notices
    if let index = columns.indices.first, !lowered[index].isEmpty {
      notices.append("The column “\(names[index])” is taken for an index.")
    }
    notices += leftOut(left, of: names)
    let isProbability = lowered.indices.filter(classes.contains).allSatisfy {
      lowered[$0].hasPrefix("prob") || lowered[$0].hasPrefix("p_")
    }
    let table = LogitTable(rows, notices: notices)
    return isProbability || style == .percent ? try table.logarithms(of: labels[0]) : table
  }

  private func target(
    _ line: CellLines.Line, _ column: Int, _ labels: [String]
  ) throws(FileProblem) -> Int? {
    let cell = line.cells[column]
    if let index = labels.firstIndex(of: cell) { return index }
    guard let number = style.number(cell) else {
      throw .unknownLabel(key: "target", cell, line: line.number)
    }
    guard let index = Int(exactly: number), labels.indices.contains(index) else {
      throw .refused(
        key: "target", "\(cell) is no class; classes are counted from 0 to \(labels.count - 1)",
        line: line.number)
    }
    return index
  }

  /// Numbers that can be probabilities become logits where their column's name says so.
  private func logarithms(_ table: LogitTable, name: String) throws(FileProblem) -> LogitTable {
    if style == .percent { return try table.logarithms(of: name) }
    let lowered = name.lowercased()
    guard Self.probabilityNames.contains(lowered) else { return table }
    let isScore = lowered.hasPrefix("score") || lowered == "p"
    if isScore, !table.mayBeProbabilities {
      var table = table
      table.notices.append("“\(name)” goes beyond 0 to 1 and is taken for logits.")
      return table
    }
    return try table.logarithms(of: name)
  }

  private func leftOut(_ columns: [Int], of names: [String]) -> [String] {
    guard !columns.isEmpty else { return [] }
    let list = columns.prefix(4).map { "“\(names[$0])”" }.joined(separator: ", ")
    return ["Left out: the column\(columns.count == 1 ? "" : "s") \(list)."]
  }
}

extension CellTable {
  private func withoutHeader() throws(FileProblem) -> LogitTable {
    let first = body[body.startIndex]
    let width = first.cells.count
    for line in body where line.cells.count != width {
      throw .ragged(count: line.cells.count, expected: width, line: line.number)
    }
    if width == 1 {
      let logits = try column(0)
      let table = LogitTable([LogitVector(logits: logits)], notices: notices)
      return style == .percent ? try table.logarithms(of: "%") : table
    }
    let firsts = body.map { $0.cells[0] }
    if firsts.allSatisfy({ style.number($0) == nil }) { return try named(firsts) }
    if width == 2, body.count >= 3, areNumbers(firsts) {
      let vector = LogitVector(logits: try column(1))
      return LogitTable([vector], notices: notices + ["The first column is taken for an index."])
    }
    var rows: [LogitVector] = []
    for line in body { rows.append(LogitVector(logits: try numbers(line, from: 0))) }
    let table = LogitTable(rows, notices: notices)
    return style == .percent ? try table.logarithms(of: "%") : table
  }

  /// Names in the first column: of the classes, or of the rows.
  private func named(_ names: [String]) throws(FileProblem) -> LogitTable {
    for (name, line) in zip(names, body) where looksLikeSlippedNumber(name) {
      throw .notANumber(name, line: line.number)
    }
    guard body.count > 1 else { throw .notANumber(names[0], line: body[body.startIndex].number) }
    if body[body.startIndex].cells.count == 2 {
      let vector = LogitVector(labels: names, logits: try column(1))
      let table = LogitTable([vector], notices: notices)
      return style == .percent ? try table.logarithms(of: "%") : table
    }
    var rows: [LogitVector] = []
    for line in body { rows.append(LogitVector(logits: try numbers(line, from: 1))) }
    return LogitTable(rows, notices: notices + ["The first column is taken for names of rows."])
  }

  /// Whether the cells count up from 0 or 1.
  private func areNumbers(_ cells: [String]) -> Bool {
    guard let first = cells.first.flatMap({ Int($0) }), first == 0 || first == 1 else {
      return false
    }
    return cells.enumerated().allSatisfy { Int($1) == first + $0 }
  }

  private func column(_ column: Int) throws(FileProblem) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(body.count)
    for line in body { numbers.append(try number(line, column)) }
    return numbers
  }

  private func numbers(_ line: CellLines.Line, from start: Int) throws(FileProblem) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(line.cells.count)
    for column in start..<line.cells.count { numbers.append(try number(line, column)) }
    return numbers
  }

  private func number(_ line: CellLines.Line, _ column: Int) throws(FileProblem) -> Double {
    let cell = column < line.cells.count ? line.cells[column] : ""
    guard let number = style.number(cell) else { throw .notANumber(cell, line: line.number) }
    return number
  }

  private func check(_ line: CellLines.Line, count: Int) throws(FileProblem) {
    guard line.cells.count == count else {
      throw .ragged(count: line.cells.count, expected: count, line: line.number)
    }
  }
}
