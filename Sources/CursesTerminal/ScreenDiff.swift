import TerminalCells

/// Turns one frame into the next on a terminal that follows ECMA-48.
///
/// Curses would send twice the bytes, piece by piece, at several times the cost. What looks alike is
/// sent together, since a change of colour costs more than a move to another row. Blanks are plain,
/// and every move is the shortest there is.
struct ScreenDiff {
  private var looks: Looks
  private var pieces: [Piece] = []
  /// The looks of pieces that are still to be sent, and the first piece of each.
  private var unsent: [(look: SGR, first: Int)] = []
  private var output: [UInt8] = []
  private var rendition = SGR()
  /// Where the terminal's cursor is; unknown at first and after the last column.
  private var place: Point?

  init(palette: Palette) { looks = Looks(palette) }

  /// Cells side by side that have changed and look alike now.
  private struct Piece {
    let row: Int
    var columns: Range<Int>
    let look: SGR
    /// True where nothing can be seen from here to the end of the row.
    let isRest: Bool
  }

  /// The bytes from one frame to another of the same size.
  ///
  /// Between frames the terminal is left with the plain rendition.
  mutating func bytes(from old: CellGrid, to new: CellGrid) -> [UInt8] {
    pieces.removeAll(keepingCapacity: true)
    unsent.removeAll(keepingCapacity: true)
    for row in 0..<new.size.height {
      guard let columns = new.difference(inRow: row, from: old) else { continue }
      old.withRow(row) { before in
        new.withRow(row) { after in collect(Row(number: row, old: before, new: after), columns) }
      }
    }
    output = []
    output.reserveCapacity(1024)
    place = nil
    while let (look, first) = takeNearestLook() {
      for piece in pieces[first...] where piece.look == look {
        new.withRow(piece.row) { send(piece, $0) }
      }
    }
    set(SGR())
    return output
  }

  /// To be sent where curses has drawn, which leaves a rendition of its own.
  static let reset: [UInt8] = [0x1B, UInt8(ascii: "["), UInt8(ascii: "m")]

  /// Goes to a cell, for the cursor that the user sees.
  static func move(to place: Point) -> [UInt8] {
    var bytes: [UInt8] = []
    ControlSequence.append("H", place.row + 1, place.column + 1, to: &bytes)
    return bytes
  }
}

// What is to be sent.
extension ScreenDiff {
  /// One row of both frames.
  private struct Row {
    let number: Int
    let old: UnsafeBufferPointer<Cell>
    let new: UnsafeBufferPointer<Cell>
  }

  private mutating func collect(_ row: Row, _ columns: ClosedRange<Int>) {
    var column = columns.lowerBound
    // A wide glyph is sent by its first cell, and covers its second.
    if row.new[column].isContinuation, column > 0 { column -= 1 }
    // After this there is nothing to see; looked up at the first blank.
    var end = -1
    while column <= columns.upperBound {
      let cell = row.new[column]
      let next = min(column + max(1, Int(cell.width)), row.new.count)
      defer { column = next }
      guard differs(row, column..<next) else { continue }
      guard isEmpty(cell) else {
        add(row.number, column..<next, looks.rendition(of: cell.style))
        continue
      }
      if end < 0 { end = row.new.lastIndex { !isEmpty($0) }.map { $0 + 1 } ?? 0 }
      let isRest = column >= end && columns.upperBound - column > 2
      // A blank of which nothing shows is a plain one, so that no trace of its neighbours stays.
      add(row.number, column..<next, SGR(), isRest: isRest)
      if isRest { return }
    }
  }

  private mutating func add(
    _ row: Int, _ columns: Range<Int>, _ look: SGR, isRest: Bool = false
  ) {
    if let last = pieces.last, last.row == row, last.columns.upperBound == columns.lowerBound,
      last.look == look, !isRest
    {
      pieces[pieces.count - 1].columns = last.columns.lowerBound..<columns.upperBound
      return
    }
    if !unsent.contains(where: { $0.look == look }) { unsent.append((look, pieces.count)) }
    pieces.append(Piece(row: row, columns: columns, look: look, isRest: isRest))
  }

  /// Whether a glyph looks another way than before, in one of its cells.
  private mutating func differs(_ row: Row, _ columns: Range<Int>) -> Bool {
    for column in columns {
      let (old, new) = (row.old[column], row.new[column])
      // `!=` would be a generic call for every cell.
      if !(old == new), !isEmpty(old) || !isEmpty(new) { return true }
    }
    return false
  }

  /// Whether nothing can be seen of a cell.
  private mutating func isEmpty(_ cell: Cell) -> Bool {
    cell.glyph == .space && cell.width == 1 && !looks.rendition(of: cell.style).showsOnBlanks
  }
}

// How it is sent.
extension ScreenDiff {
  /// Takes the look whose first piece costs the fewest bytes to reach from here.
  private mutating func takeNearestLook() -> (look: SGR, first: Int)? {
    var (best, least) = (-1, Int.max)
    for (index, (look, first)) in unsent.enumerated() {
      let piece = pieces[first]
      let start = Point(row: piece.row, column: piece.columns.lowerBound)
      // A move along the row or to another one, of ordinary length.
      let move = place == start ? 0 : place?.row == start.row ? 5 : 8
      let cost = look.length(from: rendition) + move
      if cost < least { (best, least) = (index, cost) }
    }
    return best < 0 ? nil : unsent.remove(at: best)
  }

  private mutating func send(_ piece: Piece, _ row: UnsafeBufferPointer<Cell>) {
    go(to: Point(row: piece.row, column: piece.columns.lowerBound), row)
    set(piece.look)
    guard !piece.isRest else { return ControlSequence.append("K", to: &output) }
    for column in piece.columns where !row[column].isContinuation {
      looks.append(row[column], to: &output)
    }
    let end = piece.columns.upperBound
    place = end < row.count ? Point(row: piece.row, column: end) : nil
  }

  private mutating func set(_ next: SGR) {
    guard next != rendition else { return }
    next.append(to: &output, from: rendition)
    rendition = next
  }

  private mutating func go(to target: Point, _ row: UnsafeBufferPointer<Cell>) {
    defer { place = target }
    guard let place, place.row <= target.row else { return jump(to: target) }
    guard place.row == target.row else { return descend(from: place, to: target) }
    let ahead = target.column - place.column
    guard ahead != 0 else { return }
    guard ahead > 0 else { return goBack(-ahead, to: target) }
    if (1...4).contains(ahead), passes(row, place.column..<target.column) {
      // A few letters that stand there already are shorter than a move over them.
      for column in place.column..<target.column {
        output.append(UInt8(row[column].glyph.base.value))
      }
    } else if ahead < 10 || target.column + 1 >= 100 && ahead < 100 {
      ControlSequence.append("C", ahead == 1 ? nil : ahead, to: &output)
    } else {
      ControlSequence.append("G", target.column + 1, to: &output)
    }
  }

  /// A return or up to three backspaces are shorter than any sequence.
  private mutating func goBack(_ columns: Int, to target: Point) {
    if target.column == 0 {
      output.append(UInt8(ascii: "\r"))
    } else if columns < 4 {
      for _ in 0..<columns { output.append(0x08) }
    } else if columns < 10 || target.column + 1 >= 100 && columns < 100 {
      ControlSequence.append("D", columns, to: &output)
    } else {
      ControlSequence.append("G", target.column + 1, to: &output)
    }
  }

  private mutating func jump(to target: Point) {
    let column = target.column == 0 ? nil : target.column + 1
    ControlSequence.append("H", target.row + 1, column, to: &output)
  }

  /// Line feeds and a column, which are shorter over a few rows; always an absolute column, so that a
  /// line with ONLCR set does no harm.
  private mutating func descend(from place: Point, to target: Point) {
    let column = ControlSequence.digits(of: target.column + 1)
    let across = target.column == 0 ? 1 : 3 + column
    let direct =
      3 + ControlSequence.digits(of: target.row + 1) + (target.column == 0 ? 0 : 1 + column)
    let down = target.row - place.row
    guard down + across < direct else { return jump(to: target) }
    for _ in 0..<down { output.append(UInt8(ascii: "\n")) }
    if target.column == 0 {
      output.append(UInt8(ascii: "\r"))
    } else {
      ControlSequence.append("G", target.column + 1, to: &output)
    }
  }

  /// Whether cells can be written in a byte each and nothing else.
  private mutating func passes(_ row: UnsafeBufferPointer<Cell>, _ columns: Range<Int>) -> Bool {
    for column in columns {
      let cell = row[column]
      let isPlain = cell.glyph.isASCII && cell.width == 1
      guard isPlain else { return false }
      let fits =
        rendition == (isEmpty(cell) ? SGR() : looks.rendition(of: cell.style))
      guard fits else { return false }
    }
    return true
  }
}
