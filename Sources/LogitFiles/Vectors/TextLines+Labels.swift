internal import LogitKernel

extension TextLines {
  /// Marks between a label and its number, the most telling first.
  private static let marks = ["->", "=>", "→", "\t", ":", "="].map { Array($0.utf8) }

  /// Lines of a label and a number; nil where the first line is no such line.
  func labelled(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    if let list = try namedList(style) { return list }
    for mark in Self.marks {
      guard let pairs = lines.allMapped({ pair(in: $0.text, at: mark, style) }) else { continue }
      return table(of: pairs)
    }
    return try spaced(style)
  }

  private typealias Pair = (label: Bytes, number: Double)

  private func table(of pairs: [Pair]) -> LogitTable {
    let isIndex = isSeries && pairs.map(\.label).areIndices
    return LogitTable([
      LogitVector(labels: isIndex ? nil : pairs.map(\.label.string), logits: pairs.map(\.number))
    ])
  }

  /// `a: 2, b: 1` on a line, or `logits: 2 1 0.1`.
  private func namedList(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard lines.count == 1, let line = lines.first else { return nil }
    let isSpaced = !line.text.contains { $0 == 0x2C || $0 == 0x3B }
    for mark in [":", "=", "->", "=>"].map({ Array($0.utf8) }) {
      guard let place = line.text.firstPlace(of: mark) else { continue }
      let pieces =
        isSpaced
        ? line.text.words() : line.text.split { $0 == 0x2C || $0 == 0x3B }.map(\.trimmed)
      if pieces.count > 1, let pairs = pieces.allMapped({ pair(in: $0, at: mark, style) }) {
        return LogitTable([
          LogitVector(labels: pairs.map(\.label.string), logits: pairs.map(\.number))
        ])
      }
      let name = line.text[..<place].trimmed.prefix(10).string.lowercased()
      guard name == "output" || CellTable.isValueName(name) else { continue }
      let rest = line.text[(place + mark.count)...].trimmed
      return try TextLines(self, lines: rest.isEmpty ? [] : [(rest, line.number)])
        .table(style)?.logarithms(where: name)
    }
    return nil
  }

  /// A label, a space or a comma, and a number, on every one of several lines.
  private func spaced(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard let first = lines.first, lines.count > 1 || isSeries,
      isSeries || !areNumbers(first.text, style), !first.text.words().contains(where: \.isValueName)
    else {
      return nil
    }
    var pairs: [Pair] = []
    var odd: Line?
    var pace = Pace("reading the numbers", of: text.endIndex)
    for line in lines {
      try pace.pass(line.text.startIndex)
      if let pair = pairAtEnd(of: line.text, style) {
        pairs.append(pair)
      } else if odd == nil {
        odd = line
      }
      // Lines of both kinds are a mistake in one of them.
      guard let odd, !pairs.isEmpty else { continue }
      // Next to lines of numbers `o1 2` is one with a slip, which is found where these are read.
      if pairs.contains(where: \.label.looksLikeSlippedNumber) { return nil }
      throw .notANumber(odd.text.quotation, line: odd.number)
    }
    return pairs.isEmpty ? nil : table(of: pairs)
  }

  private func pairAtEnd(of line: Bytes, _ style: NumberStyle) -> Pair? {
    let text = line.last == 0x2C ? line.dropLast() : line
    guard let gap = text.lastGap(commas: !style.hasDecimalComma),
      let number = style.number(text[gap.end...])
    else { return nil }
    let label = text[..<gap.start].trimmed.trimmingMark.unquoted
    return isSeries || isLabel(label, style) ? (label, number) : nil
  }

  private func pair(in text: Bytes, at mark: [UInt8], _ style: NumberStyle) -> Pair? {
    guard let place = text.lastPlace(of: mark) else { return nil }
    let rest = text[(place + mark.count)...].trimmed
    guard let number = style.number(rest.last == 0x2C ? rest.dropLast() : rest) else { return nil }
    let label = text[..<place].trimmed
    // A number with a point is no name: “2.0: 1.0” is a list with a slip.
    let isSpaced = label.contains(0x20)
    if isSpaced || label.contains(0x2E),
      label.split(separator: 0x20).allSatisfy({ style.number($0) != nil })
    {
      return nil
    }
    let name = label.unquoted
    guard name.count == label.count else { return (name, number) }
    // “logits=[2.0 1.0] loss: 0.3” holds other numbers than the last.
    if let bracket = label.firstIndex(where: { $0 == 0x5B || $0 == 0x7B }),
      label[bracket...].contains(where: { $0 == 0x20 || $0 == 0x2E })
    {
      return nil
    }
    // A tab separates numbers as well.
    let isSlip = label.looksLikeSlippedNumber && label.beginsAsNumber
    if mark == [0x09], isSlip || lines.count == 1 {
      return nil
    }
    // “a: 2.0 b” is no name but another pair.
    if isSpaced, let place = label.lastPlace(of: mark) {
      let value = label[(place + mark.count)...].split(separator: 0x20).first
      if let value, style.number(value) != nil { return nil }
    }
    return label.contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 } ? nil : (name, number)
  }

  private func areNumbers(_ text: Bytes, _ style: NumberStyle) -> Bool {
    style.number(text) != nil || text.words(0x2C, 0x3B).allSatisfy { style.number($0) != nil }
  }

  /// Whether a text without a mark after it is a name and not a list of numbers with a slip.
  private func isLabel(_ text: Bytes, _ style: NumberStyle) -> Bool {
    let words = text.words(0x2C, 0x3B)
    guard let first = words.first, !first.beginsWithNumber,
      !"+-.".utf8.contains(first[first.startIndex]),
      !first.starts(with: "−")
    else { return false }
    let isSlip =
      lines.count == 1 ? text.looksLikeSlippedNumber : text.isSlippedNumberAmongNames
    return !isSlip && !text.contains(0x2C) && !text.contains(0x3B)
      && !words.contains { $0.contains(0x2E) && style.number($0) != nil }
  }
}

extension [Bytes] {
  /// Whether they count up from 0.
  var areIndices: Bool {
    enumerated().allSatisfy { $1.elementsEqual(String($0).utf8) }
  }
}

extension ArraySlice<UInt8> {
  /// Where the first occurrence of a mark begins.
  fileprivate func firstPlace(of mark: [UInt8]) -> Int? {
    indices.first { self[$0] == mark[0] && self[$0...].starts(with: mark) }
  }

  /// Where the last occurrence of a mark begins.
  fileprivate func lastPlace(of mark: [UInt8]) -> Int? {
    var place = endIndex - mark.count
    while place >= startIndex {
      if self[place] == mark[0], mark.count == 1 || self[place...].starts(with: mark) {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// Where the last space, semicolon or comma begins and ends.
  fileprivate func lastGap(commas: Bool) -> (start: Int, end: Int)? {
    var place = endIndex - 1
    while place >= startIndex {
      if self[place] == 0x2C && commas || self[place] == 0x3B { return (place, place + 1) }
      let length = blankLength(at: place)
      if length > 0 { return (place, place + length) }
      place -= 1
    }
    return nil
  }

  /// Without the quotes around it.
  var unquoted: Bytes {
    guard let quote = first, count > 1 else { return self }
    if quote == 0x22 || quote == 0x27, last == quote { return dropFirst().dropLast() }
    let isCurved = count > 5 && starts(with: "“") && suffix(3) == "”"
    return isCurved ? dropFirst(3).dropLast(3) : self
  }

  /// Whether it is the name of a column of numbers, and no label.
  fileprivate var isValueName: Bool {
    (2..<20).contains(count) && CellTable.isValueName(string.lowercased())
  }

  /// Without a comma or colon at its end.
  fileprivate var trimmingMark: Bytes {
    guard let last, ",;:=".utf8.contains(last) else { return self }
    return dropLast().trimmed
  }

  /// Whether the first character is a digit, of any script.
  var beginsWithNumber: Bool {
    guard let first else { return false }
    return first < 0x80 ? first.isDigit : prefix(4).string.first?.isNumber == true
  }
}
