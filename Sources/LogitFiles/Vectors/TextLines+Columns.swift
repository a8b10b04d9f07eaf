extension TextLines {
  /// A table whose first line names its columns: several rows, or R's named vector, on as many blocks
  /// of two lines as it takes; nil where it is none.
  func columns(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard let first = lines.first, style.number(first.text) == nil else { return nil }
    for separator: UInt8 in [0x09, 0x3B, 0x2C] where separator != 0x2C || !style.hasDecimalComma {
      let head = first.text.pieces(at: separator)
      guard head.count > 1, areNames(head, style), lines.count > 1 else { continue }
      let cells = CellLines(lines, of: text, separator: separator)
      guard cells.areEven else { continue }
      return try CellTable(cells, style: style).table()
    }
    return try spacedColumns(style)
  }

  private func spacedColumns(_ style: NumberStyle) throws(FileProblem) -> LogitTable? {
    guard lines.count > 1, areNames(lines[0].text.words(), style) else { return nil }
    if let named = namedVector(style) { return named }
    let cells = CellLines(lines, of: text, separator: nil)
    let width = cells.width(0)
    guard (1..<cells.count).allSatisfy({ [width, width + 1].contains(cells.width($0)) }) else {
      return nil
    }
    // A sign on its own has lost its number.
    guard !(0..<cells.count).contains(where: { cells.cell($0, 0) == "-" }) else { return nil }
    return try CellTable(cells, style: style).table()
  }

  /// R's named vector: a line of names, a line of numbers, and so on.
  private func namedVector(_ style: NumberStyle) -> LogitTable? {
    guard lines.count.isMultiple(of: 2) else { return nil }
    var (labels, logits) = ([String](), [Double]())
    for index in stride(from: 0, to: lines.count, by: 2) {
      let (names, cells) = (lines[index].text.words(), lines[index + 1].text.words())
      guard names.count == cells.count, areNames(names, style),
        let numbers = cells.allMapped(style.number)
      else { return nil }
      labels += names.map(\.string)
      logits += numbers
    }
    guard labels.count > 1, lines.count == 2 || Set(labels).count == labels.count else {
      return nil
    }
    return LogitTable([LogitVector(labels: labels, logits: logits)])
  }

  private func areNames(_ cells: [Bytes], _ style: NumberStyle) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy {
        !$0.isEmpty && style.number($0) == nil && !$0.looksLikeSlippedNumber && !$0.beginsWithNumber
      }
  }
}
