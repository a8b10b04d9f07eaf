extension TextLines {
  /// Marks between a label and its number, the most telling first.
  private static let marks = ["->", "=>", "→", "\t", ":", "="]

  /// Lines of a label and a number; nil where the first line is no such line.
  func labelled(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    if let list = try namedList(style) { return list }
    let mark = Self.marks.first { mark in
      lines.allSatisfy { splits($0.text, at: mark, style) != nil }
    }
    if let mark {
      let pairs = lines.compactMap { splits($0.text, at: mark, style) }
      let isIndex = isSeries && areIndices(pairs.map(\.label))
      return LogitTable([
        LogitVector(labels: isIndex ? nil : pairs.map(\.label), logits: pairs.map(\.number))
      ])
    }
    return try spaced(style)
  }

  /// `a: 2, b: 1` on a line, or `logits: 2 1 0.1`.
  private func namedList(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard lines.count == 1, let line = lines.first else { return nil }
    for mark in [":", "=", "->", "=>"] {
      let isSpaced = !line.text.contains(where: { ",;".contains($0) })
      let pieces = line.text.split { isSpaced ? $0.isBlank : ",;".contains($0) }.map(\.trimmed)
      if pieces.count > 1, let pairs = pieces.allMapped({ splits($0, at: mark, style) }) {
        return LogitTable([LogitVector(labels: pairs.map(\.label), logits: pairs.map(\.number))])
      }
      guard let range = line.text.firstRange(of: mark) else { continue }
      let name = line.text[..<range.lowerBound].trimmed
      guard ["logits", "logit", "x", "output"].contains(name.lowercased()) else { continue }
      var rest = self
      rest.replace(with: [(line.text[range.upperBound...].trimmed, line.number)])
      return try rest.table(style)
    }
    return nil
  }

  /// A label, a space or a comma, and a number, on every one of several lines.
  private func spaced(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard let first = lines.first, lines.count > 1 || isSeries,
      isSeries || !areNumbers(first.text, style)
    else {
      return nil
    }
    let pairs = lines.map { line -> (label: String, number: Double)? in
      var text = line.text
      if text.last == "," { text.removeLast() }
      guard let end = text.lastIndex(where: { $0.isBlank || $0 == "," || $0 == ";" }),
        let number = style.number(String(text[text.index(after: end)...]))
      else { return nil }
      let label = text[..<end].trimmed.trimmingMark.unquoted
      return isLabel(label, style) || isSeries ? (label, number) : nil
    }
    guard pairs.contains(where: { $0 != nil }) else { return nil }
    for (pair, line) in zip(pairs, lines) where pair == nil {
      throw .notANumber(line.text, line: line.number)
    }
    let labels = pairs.compactMap { $0?.label }
    let isIndex = isSeries && areIndices(labels)
    return LogitTable([
      LogitVector(labels: isIndex ? nil : labels, logits: pairs.compactMap { $0?.number })
    ])
  }

  private func splits(
    _ text: String, at mark: String, _ style: NumberStyle
  ) -> (label: String, number: Double)? {
    guard let (end, start) = text.lastPlace(of: mark) else { return nil }
    let rest = text[start...].trimmed
    guard let number = style.number(rest.last == "," ? String(rest.dropLast()) : rest) else {
      return nil
    }
    let label = text[..<end].trimmed
    // A number with a point is no name: “2.0: 1.0” is a list with a slip.
    let words = label.split(separator: " ")
    let areNumbers = words.allSatisfy { style.number(String($0)) != nil }
    if areNumbers, words.count > 1 || label.utf8.contains(0x2E) { return nil }
    let name = label.unquoted
    let isOpen = name.utf8.count == label.utf8.count
    // “a: 2.0 b” is no name but another pair.
    if isOpen, words.count > 1, let (_, start) = label.lastPlace(of: mark) {
      let value = label[start...].split(separator: " ").first
      if let value, style.number(String(value)) != nil { return nil }
    }
    return isOpen && label.utf8.contains(where: { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 })
      ? nil : (name, number)
  }

  /// Whether a text without a mark after it is a name and not a list of numbers with a slip.
  private func isLabel(_ text: String, _ style: NumberStyle) -> Bool {
    let words = text.split { $0.isBlank || ",;".contains($0) }
    guard let first = words.first?.first, !first.isNumber, !"+-.−".contains(first) else {
      return false
    }
    return !looksLikeSlippedNumber(text) && !text.contains(",") && !text.contains(";")
      && !words.contains { $0.contains(".") && style.number(String($0)) != nil }
  }

  private func areIndices(_ labels: [String]) -> Bool {
    labels.enumerated().allSatisfy { $1 == String($0) }
  }

  /// A table whose first line names its columns: several rows, or R's named vector, on as many blocks
  /// of two lines as it takes; nil where it is none.
  func columns(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard let first = lines.first, style.number(first.text) == nil else { return nil }
    for separator in ["\t", ";", ","] as [Character]
    where !(style == .decimalComma && separator == ",") {
      let head = first.text.split(separator: separator, omittingEmptySubsequences: false)
      guard head.count > 1, names(head.map(\.trimmed), style) else { continue }
      let cells = lines.map { line in
        line.text.split(separator: separator, omittingEmptySubsequences: false).map(\.trimmed)
      }
      guard let width = cells.first?.count, cells.count > 1,
        cells.allSatisfy({ $0.count == width })
      else { continue }
      return try CellTable(
        CellLines(zip(cells, lines).map { ($0, $1.number) }), style: style
      ).table()
    }
    return try spacedColumns(style)
  }

  private func spacedColumns(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard lines.count > 1, names(words(lines[0].text), style) else { return nil }
    let cells = lines.map { words($0.text) }
    let isNamed = stride(from: 0, to: cells.count, by: 2).allSatisfy {
      $0 + 1 < cells.count && names(cells[$0], style) && cells[$0].count == cells[$0 + 1].count
        && cells[$0 + 1].allSatisfy { style.number($0) != nil }
    }
    if isNamed {
      let halves = stride(from: 0, to: cells.count, by: 2).map { (cells[$0], cells[$0 + 1]) }
      let labels = halves.flatMap(\.0)
      if cells.count == 2 || Set(labels).count == labels.count {
        let logits = halves.flatMap(\.1).compactMap(style.number)
        return LogitTable([LogitVector(labels: labels, logits: logits)])
      }
    }
    guard
      cells.dropFirst().allSatisfy({ $0.count == cells[0].count || $0.count == cells[0].count + 1 })
    else { return nil }
    return try CellTable(
      CellLines(zip(cells, lines).map { ($0, $1.number) }), style: style
    ).table()
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isBlank).map { String($0) }
  }

  private func areNumbers(_ text: String, _ style: NumberStyle) -> Bool {
    style.number(text) != nil
      || text.split { $0.isBlank || ",;".contains($0) }.allSatisfy {
        style.number(String($0)) != nil
      }
  }

  private func names(_ cells: [String], _ style: NumberStyle) -> Bool {
    cells.count > 0
      && cells.allSatisfy {
        style.number($0) == nil && !looksLikeSlippedNumber($0) && $0.first?.isNumber == false
      }
  }

  private mutating func replace(with lines: [Line]) { self = TextLines(self, lines: lines) }
}

extension String {
  /// Where the last occurrence of a mark begins and ends.
  fileprivate func lastPlace(of mark: String) -> (Index, Index)? {
    let (bytes, marks) = (utf8, mark.utf8)
    guard let last = marks.last else { return nil }
    var end = bytes.endIndex
    while let place = bytes[..<end].lastIndex(of: last) {
      let after = bytes.index(after: place)
      if bytes[..<after].reversed().starts(with: marks.reversed()) {
        return (bytes.index(after, offsetBy: -marks.count), after)
      }
      end = place
    }
    return nil
  }

  /// Without the quotes around it.
  fileprivate var unquoted: String {
    guard let quote = first, "'\"“".contains(quote), count > 1,
      last == (quote == "“" ? "”" : quote)
    else { return self }
    return String(dropFirst().dropLast())
  }

  /// Without a comma or colon at its end.
  fileprivate var trimmingMark: String {
    guard let last, ",;:=".contains(last) else { return self }
    return String(dropLast()).trimmed
  }
}
