/// The lines of a table, each split into cells.
struct CellLines {
  typealias Line = (cells: [String], number: Int)

  var lines: [Line] = []
  /// Whether any cell was in quotes.
  private(set) var hasQuotes = false

  /// Lines that have been split already.
  init(_ lines: [Line]) { self.lines = lines }

  /// Splits comma-separated values (RFC 4180) and their relatives.
  ///
  /// Blank lines and lines of comments are passed over. A line may end with LF, CR LF or CR.
  init(_ bytes: [UInt8], separator: UInt8) {
    var splitter = CellSplitter(bytes: bytes, separator: separator)
    while let line = splitter.nextLine() { add(line.cells, at: line.number) }
    hasQuotes = splitter.hasQuotes
    dropEmptyLastColumn()
  }

  private mutating func add(_ cells: [String], at number: Int) {
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    if let first = cells.first?.first, first == "#" { return }
    lines.append((cells, number))
  }

  /// A separator at the end of every line adds no column.
  mutating func dropEmptyLastColumn() {
    guard let first = lines.first, first.cells.count > 1,
      lines.allSatisfy({ $0.cells.count == first.cells.count && $0.cells.last == "" })
    else { return }
    for index in lines.indices { lines[index].cells.removeLast() }
  }
}

/// Cuts lines of cells off the front of a text.
private struct CellSplitter {
  let bytes: [UInt8]
  let separator: UInt8
  private(set) var hasQuotes = false
  private var position = 0
  private var number = 1

  init(bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  mutating func nextLine() -> CellLines.Line? {
    guard position < bytes.count else { return nil }
    let start = number
    var cells: [String] = []
    while true {
      cells.append(nextCell())
      guard position < bytes.count else { break }
      let byte = bytes[position]
      position += 1
      if byte == separator {
        // A separator at the very end leaves an empty cell behind it.
        if position == bytes.count { cells.append("") }
        continue
      }
      number += 1
      if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      break
    }
    return (cells, start)
  }

  /// Up to the next separator or end of a line, which is not taken.
  private mutating func nextCell() -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte == 0x22, bytes[start..<position].allSatisfy({ $0 == 0x20 }) { return quotedCell() }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self).trimmed
  }

  /// A cell in quotes, in which two quotes are one; what follows the last quote is kept.
  private mutating func quotedCell() -> String {
    hasQuotes = true
    position += 1
    var (content, isInside) = ([UInt8](), true)
    while position < bytes.count {
      let byte = bytes[position]
      if !isInside, byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte == 0x22 {
        if isInside, position + 1 < bytes.count, bytes[position + 1] == 0x22 {
          content.append(byte)
          position += 1
        } else {
          isInside.toggle()
        }
      } else {
        if byte == 0x0A { number += 1 }
        content.append(byte)
      }
      position += 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}
