internal import LogitKernel

/// The lines of a table, each split into cells.
///
/// A cell is kept as its place in the text, so that a table costs little more than its numbers.
struct CellLines {
  private struct Line {
    let firstCell: Int32
    /// The number of the line in the file; nil for a table that has none.
    let number: Int32?
  }

  /// The text; what is in quotes was written over by what it stands for.
  private(set) var text: Bytes
  private var cells: [(start: Int32, end: Int32)] = []
  private var lines: [Line] = []
  /// Whether any cell was in quotes.
  private(set) var hasQuotes = false
  /// Whether the last column is empty and adds nothing.
  private var hasEmptyLast = false

  var count: Int { lines.count }
  var isEmpty: Bool { lines.isEmpty }

  func number(_ line: Int) -> Int? { lines[line].number.map { Int($0) } }

  func width(_ line: Int) -> Int {
    let end = line + 1 < lines.count ? Int(lines[line + 1].firstCell) : cells.count
    return end - Int(lines[line].firstCell) - (hasEmptyLast ? 1 : 0)
  }

  /// A cell; empty beyond the end of a line.
  func cell(_ line: Int, _ column: Int) -> Bytes {
    guard column < width(line) else { return [] }
    let place = cells[Int(lines[line].firstCell) + column]
    return text[Int(place.start)..<Int(place.end)]
  }

  func line(_ line: Int) -> [Bytes] { (0..<width(line)).map { cell(line, $0) } }

  /// Whether all lines have as many cells as the first.
  var areEven: Bool { lines.indices.allSatisfy { width($0) == width(0) } }

  /// Splits comma-separated values (RFC 4180) and their relatives.
  ///
  /// Blank lines and lines of comments are passed over. A line may end with LF, CR LF or CR.
  init(_ bytes: Bytes, separator: UInt8) {
    text = bytes
    var (position, number) = (bytes.startIndex, 1)
    var pace = Pace("splitting into cells", of: bytes.endIndex)
    while position < text.endIndex {
      let (first, start) = (cells.count, number)
      takeLine(&position, &number, separator, &pace)
      endLine(from: first, number: start)
    }
    dropEmptyLastColumn()
  }

  /// Splits lines at a separator, or else at spaces.
  init(_ lines: [TextLines.Line], of text: Bytes, separator: UInt8?) {
    self.text = text
    for line in lines {
      let first = cells.count
      let pieces = separator.map { line.text.pieces(at: $0) } ?? line.text.words()
      for cell in pieces {
        cells.append((Int32(cell.startIndex), Int32(cell.endIndex)))
      }
      endLine(from: first, number: line.number)
    }
  }

  /// A table of texts that come from elsewhere; `numbers` are the lines of all rows but the first,
  /// which holds the names.
  init(rows: [[String]], numbers: [Int]?) {
    var bytes: [UInt8] = []
    for (index, row) in rows.enumerated() {
      let first = cells.count
      for cell in row {
        let start = bytes.count
        bytes += cell.utf8
        cells.append((Int32(start), Int32(bytes.count)))
      }
      let number = index == 0 ? nil : numbers.map { Int32($0[index - 1]) }
      lines.append(Line(firstCell: Int32(first), number: number))
    }
    text = bytes[...]
  }

  private mutating func endLine(from first: Int, number: Int) {
    let line = text[Int(cells[first].start)..<Int(cells[cells.count - 1].end)]
    if line.first == 0x23 && line.isComment || cells[first...].allSatisfy({ $0.start == $0.end }) {
      cells.removeSubrange(first...)
      return
    }
    lines.append(Line(firstCell: Int32(first), number: Int32(number)))
  }

  /// A separator at the end of every line adds no column.
  private mutating func dropEmptyLastColumn() {
    guard !isEmpty, width(0) > 1, areEven else { return }
    hasEmptyLast = lines.indices.allSatisfy { cell($0, width($0) - 1).isEmpty }
  }
}

extension CellLines {
  private mutating func takeLine(
    _ position: inout Int, _ number: inout Int, _ separator: UInt8, _ pace: inout Pace
  ) {
    while true {
      takeCell(&position, &number, separator)
      // Nobody looks at the lines when they are not wanted.
      if !pace.goesOn(at: position) { position = text.endIndex }
      guard position < text.endIndex else { return }
      let byte = text[position]
      position += 1
      guard byte == separator else {
        number += 1
        if byte == 0x0D, position < text.endIndex, text[position] == 0x0A { position += 1 }
        return
      }
      // A separator at the very end leaves an empty cell behind it.
      if position == text.endIndex { cells.append((Int32(position), Int32(position))) }
    }
  }

  /// Up to the next separator or end of a line, which is not taken.
  private mutating func takeCell(_ position: inout Int, _ number: inout Int, _ separator: UInt8) {
    let start = position
    while position < text.endIndex {
      let byte = text[position]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte == 0x22, text[start..<position].allSatisfy({ $0 == 0x20 }) {
        return takeQuoted(&position, &number, separator)
      }
      position += 1
    }
    let cell = text[start..<position].trimmed
    cells.append((Int32(cell.startIndex), Int32(cell.endIndex)))
  }

  /// A cell in quotes, in which two quotes are one; what follows the last quote is kept.
  private mutating func takeQuoted(_ position: inout Int, _ number: inout Int, _ separator: UInt8) {
    hasQuotes = true
    position += 1
    let start = position
    var (end, isInside) = (start, true)
    while position < text.endIndex {
      let byte = text[position]
      if !isInside, byte == separator || byte == 0x0A || byte == 0x0D { break }
      let isPair =
        isInside && byte == 0x22 && position + 1 < text.endIndex && text[position + 1] == 0x22
      if isPair { position += 1 }
      if byte == 0x22, !isPair {
        isInside.toggle()
      } else {
        if byte == 0x0A { number += 1 }
        if end != position { text[end] = byte }
        end += 1
      }
      position += 1
    }
    cells.append((Int32(start), Int32(end)))
  }
}
