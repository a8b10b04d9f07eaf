import TerminalCells

/// Turns one frame into the next on a terminal that follows ECMA-48.
///
/// Curses draws whole screens. Of a frame that differs little from the one before it would send
/// twice the bytes, piece by piece, at several times the cost: so the difference is written here.
/// Blanks are plain, a move is the shortest there is.
struct FrameWriter {
  private var looks: Looks
  private var output: [UInt8] = []
  private var rendition = Rendition()
  /// Where the terminal's cursor is; unknown at first and behind the last column.
  private var place: Point?

  init(palette: Palette) { looks = Looks(palette) }

  /// The bytes from one frame to another of the same size.
  ///
  /// Between frames the terminal's rendition is the plain one.
  mutating func bytes(from old: CellGrid, to new: CellGrid) -> [UInt8] {
    output = []
    output.reserveCapacity(1024)
    place = nil
    for row in 0..<new.size.height {
      guard let columns = new.difference(inRow: row, from: old) else { continue }
      old.withRow(row) { before in
        new.withRow(row) { after in
          write(Row(number: row, old: before, new: after), columns)
        }
      }
    }
    set(Rendition())
    return output
  }

  /// To be sent where curses has drawn, which leaves a rendition of its own.
  static let reset: [UInt8] = [0x1B, UInt8(ascii: "["), UInt8(ascii: "m")]

  /// Goes to a cell, for the cursor that the user sees.
  static func move(to place: Point) -> [UInt8] {
    var bytes: [UInt8] = []
    ControlSequence.append(to: &bytes, [place.row + 1, place.column + 1], "H")
    return bytes
  }

  /// One row of both frames.
  private struct Row {
    let number: Int
    let old: UnsafeBufferPointer<Cell>
    let new: UnsafeBufferPointer<Cell>

    subscript(column: Int) -> Cell { new[column] }
  }

  /// Whether nothing can be seen of a cell.
  private mutating func isEmpty(_ cell: Cell) -> Bool {
    cell.glyph == .space && cell.width == 1 && !looks.rendition(of: cell.style).showsOnBlanks
  }

  /// Whether a glyph looks another way than before, in one of its cells.
  private mutating func differs(_ row: Row, _ columns: Range<Int>) -> Bool {
    for column in columns {
      let (old, new) = (row.old[column], row.new[column])
      if old != new, !isEmpty(old) || !isEmpty(new) { return true }
    }
    return false
  }

  private mutating func write(_ row: Row, _ columns: ClosedRange<Int>) {
    // Behind this there is nothing to see.
    var end = row.new.count
    while end > 0, isEmpty(row[end - 1]) { end -= 1 }
    var column = columns.lowerBound
    // A wide glyph is sent by its first cell, and covers its second.
    if row[column].isContinuation, column > 0 { column -= 1 }
    while column <= columns.upperBound {
      if row.old[column] == row.new[column], row[column].width == 1 {
        column += 1
        continue
      }
      let width = max(1, Int(row[column].width))
      guard differs(row, column..<min(column + width, row.new.count)) else {
        column += width
        continue
      }
      go(to: Point(row: row.number, column: column), row)
      if column >= end, columns.upperBound - column > 2 {
        // What is erased takes the rendition that blanks show.
        if rendition.showsOnBlanks { set(Rendition()) }
        ControlSequence.append(to: &output, [], "K")
        return
      }
      put(row[column], row.new.count)
      column += width
    }
  }

  private mutating func put(_ cell: Cell, _ columns: Int) {
    // A blank of which nothing shows is a plain one, so that no trace of its neighbours stays in it.
    set(isEmpty(cell) ? Rendition() : looks.rendition(of: cell.style))
    if cell.glyph == .space {
      output.append(0x20)
    } else {
      looks.append(cell, to: &output)
    }
    guard var next = place else { return }
    next.column += max(1, Int(cell.width))
    place = next.column < columns ? next : nil
  }

  private mutating func set(_ next: Rendition) {
    guard next != rendition else { return }
    next.append(to: &output, from: rendition)
    rendition = next
  }

  private mutating func go(to target: Point, _ row: Row) {
    defer { place = target }
    guard let place, place.row == target.row else {
      let column = target.column == 0 ? [] : [target.column + 1]
      return ControlSequence.append(to: &output, [target.row + 1] + column, "H")
    }
    let ahead = target.column - place.column
    guard ahead > 0 else { return }
    // A few letters that stand there already are shorter than a move over them.
    let between = place.column..<target.column
    if ahead <= 4, passes(row, between) {
      for column in between { output.append(UInt8(row[column].glyph.base.value)) }
    } else if ahead < 10 || target.column + 1 >= 100 && ahead < 100 {
      ControlSequence.append(to: &output, ahead == 1 ? [] : [ahead], "C")
    } else {
      ControlSequence.append(to: &output, [target.column + 1], "G")
    }
  }

  /// Whether cells can be written in a byte each and nothing else.
  private mutating func passes(_ row: Row, _ columns: Range<Int>) -> Bool {
    for column in columns {
      let cell = row[column]
      let isPlain = cell.glyph.isASCII && cell.width == 1
      guard isPlain else { return false }
      let fits =
        rendition == (isEmpty(cell) ? Rendition() : looks.rendition(of: cell.style))
      guard fits else { return false }
    }
    return true
  }
}

/// CSI sequences of ECMA-48.
enum ControlSequence {
  static func append(to bytes: inout [UInt8], _ parameters: [Int], _ final: Unicode.Scalar) {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    for (place, parameter) in parameters.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ";")) }
      append(parameter, to: &bytes)
    }
    bytes.append(UInt8(ascii: final))
  }

  /// A number of no more than five digits.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var unit = 10_000
    while unit > number, unit > 1 { unit /= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
  }
}
