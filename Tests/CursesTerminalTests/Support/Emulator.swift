import TerminalCells

@testable import CursesTerminal

/// As much of a terminal as the frames of curses need, written for this test alone.
struct Emulator {
  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// A cell as it can be seen: of a blank, only what shows on it.
  struct Shown: Equatable {
    var text = " "
    var attributes: UInt16 = 0
    var colors: [Rendition.Color] = [.own, .own]

    init() {}

    init(_ text: String, _ rendition: Rendition) {
      self.text = text
      (attributes, colors) = (rendition.attributes, [rendition.foreground, rendition.background])
      guard text == " " else { return }
      // Weight and slant need a glyph; the foreground, a glyph or a line.
      attributes &= 0b11_1111_0000
      if attributes == 0 { colors[0] = .own }
    }
  }

  let columns: Int
  private(set) var cells: [Place: Shown] = [:]
  private(set) var cursor = Place(row: 1, column: 1)
  private(set) var rendition = Rendition()
  private(set) var others: [String] = []
  private var latest = " "

  init(columns: Int) { self.columns = columns }

  mutating func feed(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let character = rest.unicodeScalars.first {
      rest.unicodeScalars.removeFirst()
      switch character {
      case "\u{1B}": escape(&rest)
      case "\r": cursor.column = 1
      case "\u{08}": cursor.column = max(1, cursor.column - 1)
      case "\n": cursor.row += 1
      case "\0", "\u{0F}": break
      default: write(String(character))
      }
    }
  }

  func looks(_ place: Place) -> Shown { cells[place] ?? Shown() }

  private mutating func write(_ text: String) {
    cells[cursor] = Shown(text, rendition)
    latest = text
    cursor.column += text.unicodeScalars.reduce(0) { $0 + CellWidth.of($1) }
  }

  private mutating func escape(_ rest: inout Substring) {
    let kind = rest.unicodeScalars.popFirst()
    guard kind == "[" else {
      let set = rest.unicodeScalars.popFirst()
      if kind != "(" || set != "B" { others.append("\(kind, default: "")\(set, default: "")") }
      return
    }
    let parameters = rest.prefix { "0123456789;?:".contains($0) }
    rest = rest[parameters.endIndex...]
    let final = rest.popFirst() ?? " "
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    guard !parameters.contains("?") else { return others.append(parameters + String(final)) }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "m": if !rendition.apply(numbers.isEmpty ? [0] : numbers) { others.append("m") }
    case "H": cursor = Place(row: count, column: max(1, numbers.dropFirst().first ?? 1))
    case "G": cursor.column = count
    case "d": cursor.row = count
    case "C": cursor.column = min(columns, cursor.column + count)
    case "b": for _ in 0..<count { write(latest) }
    case "K": erase(cursor.column...columns)
    case "X": erase(cursor.column...min(columns, cursor.column + count - 1))
    default: others.append(parameters + String(final))
    }
  }

  private mutating func erase(_ range: ClosedRange<Int>) {
    for column in range {
      cells[Place(row: cursor.row, column: column)] = Shown(" ", rendition)
    }
  }
}
