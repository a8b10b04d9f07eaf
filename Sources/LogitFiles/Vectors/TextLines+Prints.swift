extension TextLines {
  /// A table with vertical bars, as Markdown, SQL shells and polars draw it; nil where it is none.
  var barTable: LogitTable? {
    get throws(FileProblem) {
      guard let first = lines.first, first.text.contains(0x7C) || first.text.isRule else {
        return nil
      }
      let body = lines.filter { !$0.text.isRule }
      guard body.count < lines.count, body.allSatisfy({ $0.text.contains(0x7C) }) else {
        return nil
      }
      var rows = body.map { line -> Line in
        var text = line.text
        if text.first == 0x7C { text = text.dropFirst() }
        if text.last == 0x7C { text = text.dropLast() }
        return (text, line.number)
      }
      // polars and DuckDB write the types of columns below their names.
      if rows.count > 2, rows[1].text.pieces(at: 0x7C).allSatisfy(\.isColumnType) {
        rows.remove(at: 1)
      }
      return try LogitTable(
        CellLines(rows, of: text, separator: 0x7C), separator: 0x7C)
    }
  }

  /// What R prints: `[1] 2.0 1.0`, on as many lines as it takes, or a matrix with `[1,]`; nil where it
  /// is not that.
  var numberedPrint: LogitTable? {
    get throws(FileProblem) {
      let body = lines.filter { !$0.text.starts(with: "> ") }
      guard let first = body.first else { return nil }
      let isMatrix = body.prefix(2).contains { $0.text.numbered?.isRow == true }
      if isMatrix || first.text.starts(with: "[,") { return try matrix(body) }
      guard first.text.numbered != nil else { return nil }
      var logits: [Double] = []
      for line in body {
        guard let (number, isRow, rest) = line.text.numbered, !isRow, number == logits.count + 1
        else {
          throw .notANumber(line.text.quotation, line: line.number)
        }
        try addNumbers(of: (rest, line.number), .plain, to: &logits)
      }
      return LogitTable([LogitVector(logits: logits)])
    }
  }

  /// A matrix as R prints it, its columns perhaps in several blocks below their names.
  private func matrix(_ body: [Line]) throws(FileProblem) -> LogitTable? {
    var (rows, labels, head) = ([[Double]](), [Bytes](), [Bytes]?.none)
    var (next, isFirst) = (0, true)
    for line in body {
      guard let (number, isRow, rest) = line.text.numbered, isRow else {
        guard next == rows.count else {
          throw .ragged(count: next, expected: rows.count, line: line.number)
        }
        let names = line.text.words()
        // A line of a row that lost its number is no head.
        let areNumbered = names.allSatisfy { $0.starts(with: "[,") }
        guard areNumbered || names.allSatisfy({ $0.first != 0x5B && !$0.looksLikeSlippedNumber })
        else { throw .notANumber(line.text.quotation, line: line.number) }
        (head, next, isFirst) = (names, 0, rows.isEmpty)
        if !areNumbered { labels += names }
        continue
      }
      guard number == next + 1, isFirst || number <= rows.count else {
        throw .notANumber(line.text.quotation, line: line.number)
      }
      next = number
      if isFirst { rows.append([]) }
      let count = rows[number - 1].count
      try addNumbers(of: (rest, line.number), .plain, to: &rows[number - 1])
      let expected = head?.count ?? rows[0].count
      guard rows[number - 1].count - count == expected else {
        throw .ragged(count: rows[number - 1].count - count, expected: expected, line: line.number)
      }
    }
    guard next == rows.count else {
      throw .ragged(count: next, expected: rows.count, line: body[body.count - 1].number)
    }
    guard let first = rows.first else { throw .noLogits }
    if !labels.isEmpty, labels.count != first.count {
      throw .ragged(count: labels.count, expected: first.count, line: body[0].number)
    }
    let names = labels.isEmpty ? nil : labels.map(\.string)
    return LogitTable(rows.map { LogitVector(labels: names, logits: $0) })
  }
}

extension ArraySlice<UInt8> {
  /// A line between rows of a table.
  fileprivate var isRule: Bool { allSatisfy { "|-+: =".utf8.contains($0) } }

  /// Frames of tables in ASCII, and spaces for the shape and name that polars prints above.
  var withoutFrames: Bytes {
    var result = self
    if starts(with: "shape: (") {
      for line in ByteLines(self) {
        guard line.starts(with: "shape: (") || line.starts(with: "Series: ") else { break }
        for place in line.indices { result[place] = 0x20 }
      }
    }
    guard result.contains(0xE2) else { return result }
    var (bytes, place) = ([UInt8](), result.startIndex)
    while place < result.endIndex {
      let isFrame =
        result[place] == 0xE2 && place + 2 < result.endIndex
        && (result[place + 1] == 0x94 || result[place + 1] == 0x95)
      if isFrame {
        // │ ┃ ┆ ┇ ┊ ┋ ║ stand between cells.
        let mark = (result[place + 1], result[place + 2])
        let isBar = mark.0 == 0x94 && [0x82, 0x83, 0x86, 0x87, 0x8A, 0x8B].contains(mark.1)
        bytes.append(isBar || mark == (0x95, 0x91) ? 0x7C : 0x2D)
      } else {
        bytes.append(result[place])
      }
      place += isFrame ? 3 : 1
    }
    return bytes[...]
  }

  /// `f64`, `str`, `double`: what stands below the name of a column.
  fileprivate var isColumnType: Bool {
    string.wholeMatch(
      of: /[iuf](8|16|32|64|128)|str|cat|enum|bool|varchar|float|double|(big|small|tiny)?int(eger)?/
    )
      != nil
  }

  /// What R prints before a line, `[1]` or `[1,]`, and what follows it.
  fileprivate var numbered: (number: Int, isRow: Bool, rest: Bytes)? {
    guard first == 0x5B, let end = firstIndex(of: 0x5D), end < endIndex - 1,
      blankLength(at: end + 1) > 0
    else { return nil }
    var inside = self[(startIndex + 1)..<end]
    let isRow = inside.last == 0x2C
    if isRow { inside = inside.dropLast() }
    guard (1...9).contains(inside.count), inside.allSatisfy(\.isDigit) else { return nil }
    return (inside.reduce(0) { $0 * 10 + Int($1 - 0x30) }, isRow, self[(end + 1)...].trimmed)
  }
}
