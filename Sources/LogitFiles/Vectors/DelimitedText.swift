extension LogitTable {
  /// Reads separated values: the separator is the one asked for, unless the first line has none of it
  /// and has another.
  ///
  /// - Throws: What is not a number, with its line.
  package init(delimited bytes: [UInt8], separator: Unicode.Scalar) throws(FileProblem) {
    let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let asked = UInt8(separator.value)
    let others: [UInt8] = [asked, 0x3B, 0x09, 0x2C, 0x7C]
    let chosen =
      first.contains(0x3B) && !first.contains(0x09) && asked == 0x2C
      ? 0x3B : others.first { first.contains($0) } ?? asked
    let cells = CellLines(bytes, separator: chosen)
    var table = try LogitTable(cells, separator: chosen)
    if chosen != asked {
      table.notices.insert("Columns are separated by \(LogitTable.word(for: chosen)).", at: 0)
    }
    self = table
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
    do throws(FileProblem) {
      self = try CellTable(cells, style: .plain).table()
    } catch {
      for style in NumberStyle.allCases where style != .plain {
        if style == .decimalComma, separator == 0x2C { continue }
        guard let table = try? CellTable(cells, style: style).table() else { continue }
        self = table
        return
      }
      throw error
    }
  }
}
