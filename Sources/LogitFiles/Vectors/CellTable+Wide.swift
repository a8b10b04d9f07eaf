internal import LogitKernel

extension CellTable {
  /// A row of logits per line.
  func wide(_ columns: Columns) throws(FileProblem) -> LogitTable {
    let (names, lowered) = (columns.names, columns.lowered)
    let target = lowered.lastIndex(where: Self.targetNames.contains).flatMap { $0 > 0 ? $0 : nil }
    let left = columns.text.filter { $0 != target }
    let classes = columns.numeric.filter { $0 != target }
    // A column of text in a table of one row, or without any number, is a mistake, not a remark.
    guard !classes.isEmpty, left.isEmpty || body.count > 1 else {
      let cell = cells.cell(body.lowerBound, left.first ?? 0)
      throw cell.isElision
        ? .elided(line: cells.number(body.lowerBound))
        : .notANumber(cell.quotation, line: cells.number(body.lowerBound))
    }
    for column in classes { try requireName(of: column, columns) }
    let labels = classes.map { names[$0] }
    let rows = try rows(labels, classes, target: target, width: names.count)
    var table = LogitTable(rows, notices: notices)
    if let index = columns.index, !lowered[index].isEmpty {
      table.notices.append("The column “\(names[index])” is taken for an index.")
    }
    table.notices += leftOut(left, of: names)
    let areProbabilities = classes.allSatisfy {
      lowered[$0].hasPrefix("prob") || lowered[$0].hasPrefix("p_")
    }
    return areProbabilities || style == .percent ? try table.logarithms(of: labels[0]) : table
  }

  /// The rows, which share their labels.
  private func rows(
    _ labels: [String], _ classes: [Int], target: Int?, width: Int
  ) throws(FileProblem) -> [LogitVector] {
    var (rows, finder) = ([LogitVector](), ClassFinder())
    rows.reserveCapacity(body.count)
    var pace = Pace("reading the numbers", of: body.count, every: max(1, (1 << 16) / width))
    for line in body {
      try pace.pass(line)
      try check(line, count: width)
      var vector = LogitVector(labels: labels, logits: [])
      vector.logits.reserveCapacity(classes.count)
      for column in classes { vector.logits.append(try number(line, column)) }
      if let target { vector.target = try self.target(line, target, labels, &finder) }
      rows.append(vector)
    }
    return rows
  }

  private func target(
    _ line: Int, _ column: Int, _ labels: [String], _ finder: inout ClassFinder
  ) throws(FileProblem) -> Int? {
    let cell = cells.cell(line, column)
    if let index = finder.index(of: cell.string, in: labels) { return index }
    guard let number = style.number(cell) else {
      throw .unknownLabel(key: "target", cell.quotation, line: cells.number(line))
    }
    guard let index = Int(exactly: number), labels.indices.contains(index) else {
      throw .refused(
        key: "target",
        "\(cell.quotation) is no class; classes are counted from 0 to \(labels.count - 1)",
        line: cells.number(line))
    }
    return index
  }
}

extension CellTable {
  func withoutHeader() throws(FileProblem) -> LogitTable {
    let first = body.lowerBound
    let width = cells.width(first)
    for line in body { try check(line, count: width) }
    let table: LogitTable
    if width == 1 {
      table = LogitTable([try column(0)])
    } else if body.allSatisfy({ style.number(cells.cell($0, 0)) == nil }) {
      table = try named(width: width)
    } else if width == 2, body.count >= 3, areNumbers(column: 0) {
      table = LogitTable([try column(1)], notices: ["The first column is taken for an index."])
    } else {
      table = LogitTable(try rows(from: 0, width: width))
    }
    let all = LogitTable(table.rows, notices: notices + table.notices)
    return style == .percent ? try all.logarithms(of: "%") : all
  }

  /// Names in the first column: of the classes, or of the rows.
  private func named(width: Int) throws(FileProblem) -> LogitTable {
    let slip = body.first { body.count == 1 || cells.cell($0, 0).isSlippedNumberAmongNames }
    if let slip { throw .notANumber(cells.cell(slip, 0).quotation, line: cells.number(slip)) }
    if width == 2 {
      var vector = try column(1)
      vector.labels = body.map { cells.cell($0, 0).string }
      return LogitTable([vector])
    }
    return LogitTable(
      try rows(from: 1, width: width), notices: ["The first column is taken for names of rows."])
  }

  private func column(_ column: Int) throws(FileProblem) -> LogitVector {
    var numbers: [Double] = []
    numbers.reserveCapacity(body.count)
    var pace = Pace("reading the numbers", of: body.count)
    for line in body {
      try pace.pass(line)
      numbers.append(try number(line, column))
    }
    return LogitVector(logits: numbers)
  }

  private func rows(from start: Int, width: Int) throws(FileProblem) -> [LogitVector] {
    var rows: [LogitVector] = []
    rows.reserveCapacity(body.count)
    var pace = Pace("reading the numbers", of: body.count, every: max(1, (1 << 16) / width))
    for line in body {
      try pace.pass(line)
      var numbers: [Double] = []
      numbers.reserveCapacity(width)
      for column in start..<width { numbers.append(try number(line, column)) }
      rows.append(LogitVector(logits: numbers))
    }
    return rows
  }
}
