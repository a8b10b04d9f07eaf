import TerminalCells

/// Says what curses writes in fewer bytes.
///
/// Curses sets colours for blanks that show none, takes attributes back one by one, chooses the
/// character set that is chosen already, and names the row that the cursor is in. Here a rendition
/// is sent when a glyph needs it, and a move along a row by its column. What is not known passes
/// as it is. After each frame the terminal's rendition is what curses takes it to be.
struct FrameThinner {
  /// What the terminal has, and what curses believes it has; only while `isKnown`.
  private var shown = Rendition()
  private var wanted = Rendition()
  private var isKnown = false
  private var hasOtherCharacterSet = false
  /// The cursor's place, counted from 1, as far as it is known.
  private var row: Int?
  private var column: Int?
  private var columns = 0
  private var output: [UInt8] = []
  /// Whether the terminal can go to a column of the row it is in.
  private let canSetColumn: Bool

  /// - Parameter canSetColumn: Whether the terminal knows CHA (ECMA-48).
  init(canSetColumn: Bool) { self.canSetColumn = canSetColumn }

  /// Something else wrote to the terminal.
  mutating func forget() { (isKnown, row, column) = (false, nil, nil) }

  /// The bytes of one frame on a screen so many columns wide.
  mutating func thinned(_ bytes: [UInt8], columns: Int) -> [UInt8] {
    self.columns = columns
    (row, column) = (nil, nil)
    output = []
    output.reserveCapacity(bytes.count + 8)
    var rest = bytes[...]
    while let byte = rest.first {
      switch byte {
      case 0x1B: takeSequence(&rest)
      case 0x20: takeBlank(&rest)
      case 0x00..<0x20, 0x7F: takeControl(&rest)
      default: takeGlyph(&rest)
      }
    }
    sync()
    return output
  }

  /// Gives the terminal the rendition that curses wants.
  private mutating func sync() {
    guard isKnown else { return }
    wanted.append(to: &output, from: shown)
    shown = wanted
  }

  private mutating func advance(by cells: Int) {
    column = column.map { $0 + cells }
    // Behind the last column terminals differ in where the cursor is.
    if let column, column <= columns { return }
    (row, column) = (nil, nil)
  }

  private mutating func takeBlank(_ rest: inout ArraySlice<UInt8>) {
    if !wanted.blanksLikeOf(shown) { sync() }
    output.append(rest.removeFirst())
    advance(by: 1)
  }

  private mutating func takeControl(_ rest: inout ArraySlice<UInt8>) {
    let byte = rest.removeFirst()
    output.append(byte)
    switch byte {
    // Padding and the choice of a character set.
    case 0x00, 0x0E, 0x0F: break
    case 0x08: column = column.map { max(1, $0 - 1) }
    case 0x0D: column = 1
    default: (row, column) = (nil, nil)
    }
  }

  private mutating func takeGlyph(_ rest: inout ArraySlice<UInt8>) {
    sync()
    let first = rest.removeFirst()
    output.append(first)
    var value =
      first < 0x80 ? UInt32(first) : UInt32(first) & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0xF : 7)
    while let next = rest.first, next & 0xC0 == 0x80 {
      value = value << 6 | UInt32(next & 0x3F)
      output.append(rest.removeFirst())
    }
    advance(by: value < 0x80 ? 1 : Unicode.Scalar(value).map { CellWidth.of($0) } ?? 2)
  }
}

extension FrameThinner {
  /// Escape and what belongs to it.
  private mutating func takeSequence(_ rest: inout ArraySlice<UInt8>) {
    let start = rest
    rest.removeFirst()
    switch rest.popFirst() {
    case UInt8(ascii: "["):
      let parameters = rest.prefix { (0x20...0x3F).contains($0) }
      rest = rest[parameters.endIndex...]
      guard let final = rest.popFirst() else { return pass(start) }
      takeControlSequence(final, parameters, start[..<rest.startIndex])
    case UInt8(ascii: "("):
      let set = rest.popFirst()
      if set != UInt8(ascii: "B") { hasOtherCharacterSet = true }
      if hasOtherCharacterSet { output += start[..<rest.startIndex] }
    default:
      forget()
      pass(start[..<rest.startIndex])
    }
  }

  private mutating func takeControlSequence(
    _ final: UInt8, _ parameters: ArraySlice<UInt8>, _ whole: ArraySlice<UInt8>
  ) {
    guard let numbers = FrameThinner.numbers(parameters) else { return pass(whole) }
    switch final {
    case UInt8(ascii: "m"): setRendition(numbers, whole)
    case UInt8(ascii: "H"):
      move(toRow: max(1, numbers.first ?? 1), column: max(1, numbers.dropFirst().first ?? 1), whole)
    case UInt8(ascii: "G"):
      output += whole
      column = max(1, numbers.first ?? 1)
    case UInt8(ascii: "d"):
      output += whole
      row = max(1, numbers.first ?? 1)
    case UInt8(ascii: "C"):
      output += whole
      advance(by: max(1, numbers.first ?? 1))
    // Erased cells take the background.
    case UInt8(ascii: "K"), UInt8(ascii: "J"), UInt8(ascii: "X"):
      if !wanted.blanksLikeOf(shown) { sync() }
      output += whole
    // Repeats the glyph before it, which has the rendition that it needs; nothing may come between.
    case UInt8(ascii: "b"):
      output += whole
      advance(by: max(1, numbers.first ?? 1))
    default: pass(whole)
    }
  }

  /// What is not known passes, with the rendition that it may need.
  private mutating func pass(_ bytes: ArraySlice<UInt8>) {
    sync()
    output += bytes
    (row, column) = (nil, nil)
  }

  private mutating func setRendition(_ numbers: [Int], _ whole: ArraySlice<UInt8>) {
    let numbers = numbers.isEmpty ? [0] : numbers
    var next = wanted
    let isUnderstood = next.apply(numbers)
    if isKnown, isUnderstood {
      wanted = next
      return
    }
    sync()
    output += whole
    // From a reset on, what the terminal has is known.
    isKnown = isUnderstood && numbers.first == 0
    (shown, wanted) = (next, next)
  }

  private mutating func move(toRow target: Int, column other: Int, _ whole: ArraySlice<UInt8>) {
    defer { (row, column) = (target, other) }
    guard canSetColumn, row == target else {
      output += whole
      return
    }
    let ahead = column.map { other - $0 } ?? 0
    let isShort = ahead > 1 && String(ahead).utf8.count < String(other).utf8.count
    output += (isShort ? "\u{1B}[\(ahead)C" : "\u{1B}[\(other)G").utf8
  }

  /// Decimal numbers between semicolons, an empty one for 0; `nil` for anything else.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int]? {
    guard !bytes.isEmpty else { return [] }
    var numbers = [0]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let last = numbers[numbers.count - 1]
        guard last < 100_000 else { return nil }
        numbers[numbers.count - 1] = last * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: ";"): numbers.append(0)
      default: return nil
      }
    }
    return numbers
  }
}
