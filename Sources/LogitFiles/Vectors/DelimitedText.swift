extension LogitTable {
  /// Reads separated values: the separator is the one asked for, unless the first line has none of it
  /// and has another, or names another as Excel does with `sep=;`.
  ///
  /// - Throws: What is not a number, with its line.
  package init(delimited bytes: [UInt8], separator: Unicode.Scalar) throws(FileProblem) {
    try self.init(delimited: bytes[...], separator: UInt8(separator.value))
  }

  init(delimited bytes: Bytes, separator asked: UInt8) throws(FileProblem) {
    let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    if let named = first.namedSeparator {
      // The line stays, empty, so that the others keep their numbers.
      let rest = bytes[first.endIndex...]
      self = try LogitTable(CellLines(rest, separator: named), separator: named)
      return
    }
    let others: [UInt8] = [asked, 0x3B, 0x09, 0x2C, 0x7C]
    let chosen =
      first.contains(0x3B) && !first.contains(0x09) && asked == 0x2C
      ? 0x3B : others.first { first.contains($0) } ?? asked
    self = try LogitTable(CellLines(bytes, separator: chosen), separator: chosen)
    guard chosen != asked else { return }
    notices.insert("Columns are separated by \(LogitTable.word(for: chosen)).", at: 0)
  }

  private static func word(for separator: UInt8) -> String {
    switch separator {
    case 0x09: "tabs"
    case 0x3B: "semicolons"
    case 0x7C: "vertical bars"
    default: "commas"
    }
  }

  /// Reads a table of cells in the first style of numbers that fits all of it.
  init(_ cells: CellLines, separator: UInt8) throws(FileProblem) {
    try FileProblem.requireWanted()
    do throws(FileProblem) {
      self = try CellTable(cells, style: .plain).table()
    } catch {
      guard !error.isLimit else { throw error }
      for style in NumberStyle.allCases where style != .plain && style.mayOccur(in: cells.text) {
        // A comma in a cell of a line that commas separate is there because of quotes.
        if style.hasDecimalComma, separator == 0x2C, !cells.hasQuotes { continue }
        guard let table = try? CellTable(cells, style: style).table() else { continue }
        self = table
        return
      }
      throw error
    }
  }
}

extension ArraySlice<UInt8> {
  /// What a first line such as `sep=;` names.
  fileprivate var namedSeparator: UInt8? {
    guard count >= 5, prefix(4).string.lowercased() == "sep=" else { return nil }
    return dropFirst(5).trimmed.isEmpty ? self[startIndex + 4] : nil
  }
}
