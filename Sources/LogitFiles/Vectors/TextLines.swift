internal import LogitKernel

/// The lines of a text that hold something, without what programs print around numbers.
struct TextLines {
  typealias Line = (text: Bytes, number: Int)

  let text: Bytes
  private(set) var lines: [Line] = []
  /// The power of ten that MATLAB prints above numbers.
  private(set) var scale = ""
  /// How many elements Julia announces.
  private(set) var expectedCount: Int?
  /// Whether pandas printed it: the first column is the index.
  private(set) var isSeries = false
  /// What the first line names, where it does nothing else.
  private(set) var heading: String?
  /// How many lines precede each block of columns of a row that was too wide.
  private(set) var blocks: [Int] = []

  init(_ text: Bytes) {
    self.text = text
    var number = 0
    var pace = Pace("splitting into lines", of: text.endIndex)
    for line in ByteLines(text) {
      guard pace.goesOn(at: line.startIndex) else { break }
      number += 1
      let line = line.trimmed
      if line.isEmpty || line.isComment || take(line) { continue }
      lines.append((line, number))
    }
    dropIndexName()
  }

  /// Takes away the name of the index, which pandas prints on a line of its own.
  private mutating func dropIndexName() {
    guard lines.count > 2, NumberStyle.plain.number(lines[0].text) == nil else { return }
    let name = lines[isSeries ? 0 : 1].text
    guard !name.hasBlank, name.first.map({ $0.isASCIILetter }) == true,
      NumberStyle.plain.number(name) == nil
    else { return }
    if isSeries {
      lines.removeFirst()
      return
    }
    let (names, width) = (lines[0].text.words(), lines[2].text.words().count)
    // With a name of the columns before it, the head is as long as the rows.
    guard names.count + 1 == width || names.count == width && width > 2 else { return }
    if names.count == width { lines[0].text = lines[0].text[names[1].startIndex...] }
    lines.remove(at: 1)
  }

  /// The same text with other lines.
  init(_ other: TextLines, lines: [Line]) {
    self = other
    self.lines = lines
  }

  /// The line in which something was left out, where one was.
  var elision: FileProblem? {
    for line in lines where line.text.words(0x2C, 0x5B, 0x5D).contains(where: \.isElision) {
      return .elided(line: line.number)
    }
    return nil
  }

  /// Takes note of a line that is about the numbers; false for one that holds some.
  private mutating func take(_ line: Bytes) -> Bool {
    // Most lines are numbers, and one look at both ends shows it: patterns are slow.
    switch (line.first, line.last) {
    case (_, UInt8(ascii: "*")):
      guard let scale = line.string.wholeMatch(of: /1\.0+e([+-]?\d+)\s*\*/) else { return false }
      self.scale = String(scale.1)
      return true
    case (UInt8(ascii: "C"), _)
    where line.string.wholeMatch(of: /Columns? \d+( through \d+)?( and \d+)?:?/) != nil:
      blocks.append(lines.count)
      return true
    case (_, UInt8(ascii: ":")) where lines.isEmpty, (_, UInt8(ascii: "=")) where lines.isEmpty:
      let text = line.string
      if let count = text.wholeMatch(of: /(\d+)-element .*:/) { expectedCount = Int(count.1) }
      if let name = text.wholeMatch(of: /([A-Za-z_][\w.]*)\s*[:=]/) {
        heading = String(name.1)
        return true
      }
      return text.wholeMatch(of: /\d+(×\d+ |-element ).*:/) != nil
    // The types of columns, and the size of the table.
    case (UInt8(ascii: "<"), UInt8(ascii: ">")):
      return line.string.wholeMatch(of: /(<[a-z]{3,4}>\s*)+/) != nil
    case (UInt8(ascii: "["), UInt8(ascii: "]")):
      return line.string.wholeMatch(of: /\[\d+ rows? x \d+ columns?\]/) != nil
    case (UInt8(ascii: "N"), _), (UInt8(ascii: "L"), _), (UInt8(ascii: "d"), _):
      let pattern = /(Name: (.*?), )?(Length: \d+, )?dtype: \w+/
      guard let note = line.string.wholeMatch(of: pattern) else { return false }
      heading = note.2.map { String($0) } ?? heading
      isSeries = true
      return true
    default: return false
    }
  }
}

extension TextLines {
  /// Lines of numbers, of labels and numbers, or a table of columns.
  func table(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard !lines.isEmpty else { return nil }
    var table = try form(style)
    if let heading, style != .percent { table = try table.logarithms(where: heading) }
    table.add([style.notice].compactMap(\.self))
    return table
  }

  private func form(_ style: NumberStyle) throws(FileProblem) -> LogitTable {
    if let table = try yaml(style) { return table }
    if let table = try labelled(style) { return table }
    if let table = try columns(style) { return table }
    return try numbers(style)
  }

  /// Lines of nothing but numbers.
  private func numbers(_ style: NumberStyle) throws(FileProblem) -> LogitTable {
    var (all, ends) = ([Double](), [Int]())
    var pace = Pace("reading the numbers", of: text.endIndex)
    for line in lines {
      try pace.pass(line.text.startIndex)
      try addNumbers(of: line, style, to: &all)
      ends.append(all.count)
    }
    if let expectedCount, all.count != expectedCount {
      throw .ragged(count: all.count, expected: expectedCount, line: lines[0].number)
    }
    let starts = [0] + ends.dropLast()
    if !blocks.isEmpty { return try joined(zip(starts, ends).map { Array(all[$0..<$1]) }) }
    try refusePairs()
    guard lines.count > 1, ends.count < all.count else {
      return LogitTable([LogitVector(logits: all)])
    }
    if let column = secondColumn(of: all, ends) { return column }
    let width = ends[0]
    let odd = ends.indices.first { ends[$0] - starts[$0] != width }
    guard let odd else {
      return LogitTable(zip(starts, ends).map { LogitVector(logits: Array(all[$0..<$1])) })
    }
    guard odd == lines.count - 1, ends[odd] - starts[odd] < width else {
      throw .ragged(count: ends[odd] - starts[odd], expected: width, line: lines[odd].number)
    }
    let notice = "\(lines.count) lines are read as one row."
    return LogitTable([LogitVector(logits: all)], notices: [notice])
  }

  /// The second of two columns where the first counts the lines.
  private func secondColumn(of all: [Double], _ ends: [Int]) -> LogitTable? {
    guard lines.count * 2 == all.count, ends.indices.allSatisfy({ ends[$0] == 2 * $0 + 2 }),
      all[0] == 0 || all[0] == 1,
      ends.indices.allSatisfy({ all[2 * $0] == all[0] + Double($0) })
    else { return nil }
    // “1. 2.0” is an item of a list.
    let isList = lines.allSatisfy { $0.text.words().first?.last == 0x2E }
    guard lines.count > 2 || isList else { return nil }
    return LogitTable(
      [LogitVector(logits: ends.map { all[$0 - 1] })],
      notices: ["The first column is taken for an index."])
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

  /// Two readings that are as likely as each other: 2,0 on each line.
  private func refusePairs() throws(FileProblem) {
    guard lines.count > 1, lines[0].text.contains(0x2C),
      lines.allSatisfy({
        $0.text.string.wholeMatch(of: /[+−-]?(\d+|\d{1,3}(\.\d{3})+),\d+/) != nil
      })
    else { return }
    throw .decimalOrPair(lines[0].text.quotation, line: lines[0].number)
  }

  /// Adds the numbers of a line, separated by semicolons, or else by commas and spaces.
  func addNumbers(
    of line: Line, _ style: NumberStyle, to numbers: inout [Double]
  ) throws(FileProblem) {
    if scale.isEmpty, let number = style.number(line.text) {
      numbers.append(number)
      return
    }
    let words = try words(line, style)
    for word in words {
      let scaled = scale.isEmpty ? nil : style.number(word + Array("e\(scale)".utf8))
      guard let number = scaled ?? style.number(word) else {
        throw word.isElision
          ? .elided(line: line.number) : .notANumber(word.quotation, line: line.number)
      }
      numbers.append(number)
    }
  }

  private func words(_ line: Line, _ style: NumberStyle) throws(FileProblem) -> [Bytes] {
    let text = line.text
    let hasSemicolons = text.contains(0x3B)
    guard hasSemicolons || !style.hasDecimalComma && text.contains(0x2C) else {
      return text.words()
    }
    var pieces = text.pieces(at: hasSemicolons ? 0x3B : 0x2C)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    if hasSemicolons { return pieces }
    if pieces.count > 1, !text.contains(0x20), pieces.dropFirst().allSatisfy(\.isThousand) {
      throw .thousandsOrList(text.quotation, line: line.number)
    }
    // Commas and spaces that both separate something: 2,0 1,0 or a number with a space in it.
    if let mixed = pieces.first(where: \.hasBlank) {
      throw .notANumber(mixed.quotation, line: line.number)
    }
    return pieces
  }
}
