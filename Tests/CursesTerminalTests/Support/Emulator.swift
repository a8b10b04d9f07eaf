import TerminalCells

/// As much of a terminal as frames need, written for these tests alone.
struct Emulator {
  /// A cell as it can be seen: of a blank, only what shows on it.
  struct Shown: Equatable {
    var text = " "
    var rendition: Set<String> = []

    init() {}

    init(_ text: String, _ rendition: Set<String>) {
      self.text = text
      let isDrawnOn = !rendition.isDisjoint(with: ["4", "7"])
      self.rendition =
        text == " " && !isDrawnOn ? rendition.filter { $0.hasPrefix("4") } : rendition
    }
  }

  let size: Size
  private(set) var cells: [Point: Shown] = [:]
  private(set) var cursor = Point(row: 0, column: 0)
  /// The parameters that are set, a colour with its form: `1`, `38;5;245`.
  private(set) var rendition: Set<String> = []

  init(size: Size) { self.size = size }

  subscript(place: Point) -> Shown { cells[place] ?? Shown() }

  mutating func feed(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let character = rest.popFirst() {
      switch character {
      case "\u{1B}": sequence(&rest)
      case "\n": cursor.row += 1
      case "\r": cursor.column = 0
      case "\u{8}": cursor.column -= 1
      case "\r\n": cursor = Point(row: cursor.row + 1, column: 0)
      default: write(String(character))
      }
      precondition(cursor.row < size.height, "a line feed in the last row")
      precondition(cursor.column >= 0, "back beyond the first column")
    }
  }

  private mutating func write(_ text: String) {
    let width = max(1, CellWidth.of(text))
    precondition(cursor.column + width <= size.width, "written behind the last column")
    cutGlyph(at: cursor.column)
    cutGlyph(at: cursor.column + width)
    cells[cursor] = Shown(text, rendition)
    for column in cursor.column + 1..<cursor.column + width {
      cells[Point(row: cursor.row, column: column)] = Shown("", rendition)
    }
    cursor.column += width
  }

  /// A wide glyph of which one half is written over leaves a blank in the other.
  private mutating func cutGlyph(at column: Int) {
    let place = Point(row: cursor.row, column: column)
    guard cells[place]?.text == "" else { return }
    cells[place] = Shown()
    cells[Point(row: place.row, column: column - 1)] = Shown()
  }

  private mutating func sequence(_ rest: inout Substring) {
    precondition(rest.popFirst() == "[", "not a control sequence")
    let parameters = rest.prefix { "0123456789;".contains($0) }
    rest = rest[parameters.endIndex...]
    let all = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let numbers = all.compactMap(\.self)
    switch rest.popFirst() {
    case "m": setRendition(all.map { $0 ?? 0 })
    case "H":
      cursor = Point(row: (numbers.first ?? 1) - 1, column: (numbers.dropFirst().first ?? 1) - 1)
    case "G": cursor.column = (numbers.first ?? 1) - 1
    case "C": cursor.column += numbers.first ?? 1
    case "D": cursor.column -= numbers.first ?? 1
    case "K":
      for column in cursor.column..<size.width {
        cells[Point(row: cursor.row, column: column)] = Shown(" ", rendition)
      }
    case let final: preconditionFailure("unknown: \(parameters)\(final, default: "")")
    }
  }

  private mutating func setRendition(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: rendition = []
      case 1...9: rendition.insert("\(number)")
      case 22: rendition.subtract(["1", "2"])
      case 24, 27: rendition.remove("\(number - 20)")
      case 39, 49: rendition = rendition.filter { !$0.hasPrefix("\(number - 1)") }
      case 38, 48:
        rendition = rendition.filter { !$0.hasPrefix("\(number)") }
        rendition.insert("\(number);\(rest.removeFirst());\(rest.removeFirst())")
      default: preconditionFailure("unknown rendition \(number)")
      }
    }
  }
}
