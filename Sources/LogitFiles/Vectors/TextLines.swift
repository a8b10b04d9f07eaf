/// The lines of a text that hold something, without what programs print around numbers.
struct TextLines {
  typealias Line = (text: String, number: Int)

  private(set) var lines: [Line] = []
  /// The power of ten that MATLAB prints above numbers.
  private var scale = ""
  /// How many elements Julia announces.
  private var expectedCount: Int?
  /// Whether pandas printed it: the first column is the index.
  private(set) var isSeries = false
  /// How many lines precede each block of columns of a row that was too wide.
  private var blocks: [Int] = []

  init(_ text: String) {
    var number = 0
    var bytes = text.utf8[...]
    while !bytes.isEmpty {
      let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
      bytes = bytes[line.endIndex...]
      // CR LF is one end of a line, CR alone another.
      if bytes.popFirst() == 0x0D, bytes.first == 0x0A { bytes.removeFirst() }
      number += 1
      let trimmed = String(Substring(line)).trimmed
      if trimmed.isEmpty || isComment(trimmed) || take(trimmed) { continue }
      lines.append((trimmed, number))
    }
  }

  /// The same text with other lines.
  init(_ other: TextLines, lines: [Line]) {
    self = other
    self.lines = lines
  }

  /// The line in which something was left out, where one was.
  var elision: FileProblem? {
    for line in lines {
      let words = line.text.split { $0 == " " || $0 == "," || $0 == "[" || $0 == "]" || $0 == "\t" }
      if words.contains(where: { String($0).isElision }) { return .elided(line: line.number) }
    }
    return nil
  }

  private func isComment(_ line: String) -> Bool {
    line.hasPrefix("#") || line.hasPrefix("//") || line.hasPrefix("%") || line == "---"
  }

  /// Takes note of a line that is about the numbers; false for one that holds some.
  private mutating func take(_ line: String) -> Bool {
    // Most lines are numbers, and one look at both ends shows it: patterns are slow.
    guard let first = line.utf8.first, let last = line.utf8.last else { return false }
    switch (first, last) {
    case (_, UInt8(ascii: "*")):
      guard let scale = line.wholeMatch(of: /1\.0+e([+-]?\d+)\s*\*/) else { return false }
      self.scale = String(scale.1)
      return true
    case (UInt8(ascii: "C"), _)
    where line.wholeMatch(of: /Columns? \d+( through \d+)?( and \d+)?:?/) != nil:
      blocks.append(lines.count)
      return true
    case (_, UInt8(ascii: ":")) where lines.isEmpty, (_, UInt8(ascii: "=")) where lines.isEmpty:
      if let count = line.wholeMatch(of: /(\d+)-element .*:/) { expectedCount = Int(count.1) }
      return expectedCount != nil || isHeading(line)
        || line.wholeMatch(of: /\d+×\d+ .*:/) != nil
    case (UInt8(ascii: "N"), _), (UInt8(ascii: "L"), _), (UInt8(ascii: "d"), _):
      guard line.wholeMatch(of: /(Name: .*, |Length: \d+, )*dtype: \w+/) != nil else {
        return false
      }
      isSeries = true
      return true
    default: return false
    }
  }

  /// `ans =`, `logits:`.
  private func isHeading(_ line: String) -> Bool {
    let name = line.dropLast().trimmed
    return name.wholeMatch(of: /[A-Za-z_][\w.]*/) != nil
  }
}

extension TextLines {
  /// A table with vertical bars, as Markdown and SQL shells draw it; nil where it is none.
  var barTable: LogitTable? {
    get throws(FileProblem) {
      let rows = lines.filter { !$0.text.allSatisfy { "|-+: =".contains($0) } }
      guard rows.count < lines.count, rows.allSatisfy({ $0.text.contains("|") }) else { return nil }
      let cells = rows.map { line -> CellLines.Line in
        var text = line.text[...]
        if text.first == "|" { text.removeFirst() }
        if text.last == "|" { text.removeLast() }
        let cells = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        return (cells, line.number)
      }
      return try LogitTable(CellLines(cells), separator: 0x7C)
    }
  }

  /// What R prints: `[1] 2.0 1.0`, on as many lines as it takes, or a matrix with `[1,]`; nil where it
  /// is not that.
  var numberedPrint: LogitTable? {
    get throws(FileProblem) {
      let marks = /\[(\d+)\]\s+(.*)/
      let rowMarks = /\[(\d+),\]\s+(.*)/
      let body = lines.filter { !$0.text.hasPrefix("[,") && !$0.text.hasPrefix("> ") }
      guard let first = body.first, lines.allSatisfy({ !$0.text.isEmpty }) else { return nil }
      if first.text.wholeMatch(of: rowMarks) != nil {
        return try rRows(body.map { ($0.text.wholeMatch(of: rowMarks)?.2, $0) }, labels: nil)
      }
      if body.count > 1, body[1].text.wholeMatch(of: rowMarks) != nil {
        let labels = first.text.split { $0.isBlank }.map { String($0) }
        return try rRows(
          body.dropFirst().map { ($0.text.wholeMatch(of: rowMarks)?.2, $0) }, labels: labels)
      }
      guard first.text.wholeMatch(of: marks) != nil else { return nil }
      var logits: [Double] = []
      for line in body {
        guard let match = line.text.wholeMatch(of: marks), Int(match.1) == logits.count + 1 else {
          throw .notANumber(line.text, line: line.number)
        }
        logits += try numbers(String(match.2), line.number, .plain)
      }
      return LogitTable([LogitVector(logits: logits)])
    }
  }

  private func rRows(
    _ lines: [(Substring?, Line)], labels: [String]?
  ) throws(FileProblem) -> LogitTable {
    var rows: [LogitVector] = []
    for (text, line) in lines {
      guard let text else { throw .notANumber(line.text, line: line.number) }
      let logits = try numbers(String(text), line.number, .plain)
      let expected = labels?.count ?? rows.first?.logits.count ?? logits.count
      guard logits.count == expected else {
        throw .ragged(count: logits.count, expected: expected, line: line.number)
      }
      rows.append(LogitVector(labels: labels, logits: logits))
    }
    return LogitTable(rows)
  }

  /// Lines of numbers, of labels and numbers, or a table of columns.
  func table(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard !lines.isEmpty else { return nil }
    if let table = try yaml(style) { return finish(table, style) }
    if let table = try labelled(style) { return finish(table, style) }
    if let table = try columns(style) { return finish(table, style) }
    var rows: [[Double]] = []
    for line in lines { rows.append(try numbers(line.text, line.number, style)) }
    if let expectedCount, rows.joined().count != expectedCount {
      throw .ragged(count: rows.joined().count, expected: expectedCount, line: lines[0].number)
    }
    if !blocks.isEmpty { return finish(try joined(rows), style) }
    try refusePairs()
    let width = rows[0].count
    let isTable = rows.count > 1 && width > 1 && rows.allSatisfy { $0.count == width }
    var table = LogitTable(
      isTable
        ? rows.map { LogitVector(logits: $0) } : [LogitVector(logits: Array(rows.joined()))])
    if rows.count > 1, !isTable, !rows.allSatisfy({ $0.count == 1 }) {
      guard rows.dropLast().allSatisfy({ $0.count == width }), rows.last?.count ?? 0 < width else {
        let index = rows.firstIndex { $0.count != width } ?? 0
        throw .ragged(count: rows[index].count, expected: width, line: lines[index].number)
      }
      table.notices.append("\(rows.count) lines are read as one row.")
    }
    return finish(table, style)
  }

  /// Rows whose columns were printed in several blocks, each with a line of every row.
  private func joined(_ parts: [[Double]]) throws(FileProblem) -> LogitTable {
    let ends = blocks.dropFirst() + [parts.count]
    let height = ends[ends.startIndex] - blocks[0]
    for (start, end) in zip(blocks, ends) where end - start != height || blocks[0] != 0 {
      let line = lines[min(start, lines.count - 1)].number
      throw .ragged(count: end - start, expected: height, line: line)
    }
    return LogitTable(
      (0..<height).map { row in LogitVector(logits: blocks.flatMap { parts[$0 + row] }) })
  }

  private func finish(_ table: LogitTable, _ style: NumberStyle) -> LogitTable {
    var table = table
    if let notice = style.notice, !table.notices.contains(notice) { table.notices.append(notice) }
    return table
  }

  /// Two readings that are as likely as each other: 2,0 on each line.
  private func refusePairs() throws(FileProblem) {
    guard lines.count > 1,
      lines.allSatisfy({ $0.text.wholeMatch(of: /[+−-]?\d+,\d+/) != nil })
    else { return }
    throw .decimalOrPair(lines[0].text, line: lines[0].number)
  }

  /// The numbers of a line, separated by semicolons, or else by commas and spaces.
  private func numbers(
    _ text: String, _ line: Int, _ style: NumberStyle
  ) throws(FileProblem) -> [Double] {
    if scale.isEmpty, let number = style.number(text) { return [number] }
    var numbers: [Double] = []
    for word in try words(text, line, style) {
      let scaled = scale.isEmpty ? word : "\(word)e\(scale)"
      guard let number = style.number(scaled) ?? (scale.isEmpty ? nil : style.number(word)) else {
        throw word.isElision ? .elided(line: line) : .notANumber(word, line: line)
      }
      numbers.append(number)
    }
    return numbers
  }

  private func words(
    _ text: String, _ line: Int, _ style: NumberStyle
  ) throws(FileProblem) -> [String] {
    let hasSemicolons = text.utf8.contains(0x3B)
    let hasCommas = text.utf8.contains(0x2C) && style != .decimalComma
    guard hasSemicolons || hasCommas else {
      return text.split { $0.isBlank }.map { String($0) }
    }
    var pieces = text.split(
      separator: hasSemicolons ? ";" : ",", omittingEmptySubsequences: false
    ).map(\.trimmed)
    if pieces.last == "" { pieces.removeLast() }
    // 2,0 1,0 0,1: commas without a space, and spaces, both separate something.
    let isMixed =
      !hasSemicolons && pieces.dropFirst().dropLast().contains { $0.contains(where: \.isBlank) }
    if isMixed, !text.contains(", ") { throw .notANumber(text, line: line) }
    if hasSemicolons { return pieces }
    return pieces.flatMap { piece in
      piece.isEmpty ? [""] : piece.split { $0.isBlank }.map { String($0) }
    }
  }

  /// A list of YAML, `- 2.0`.
  private func yaml(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard lines.count > 1, lines.allSatisfy({ $0.text.hasPrefix("- ") || $0.text.hasPrefix("* ") })
    else { return nil }
    var items = self
    items.lines = lines.map { ($0.text.dropFirst(2).trimmed, $0.number) }
    return try items.table(style)
  }
}
