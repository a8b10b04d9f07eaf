import TerminalCells

/// How a glyph looks, as SGR sequences (ECMA-48) set it.
struct SGR: Equatable {
  /// Bit n for the parameter n: 1 bold, 2 faint, 4 underlined, 7 reversed.
  private(set) var attributes: UInt8 = 0
  /// By the terminal's numbers; −1 for its own.
  private(set) var foreground: Int16 = -1
  private(set) var background: Int16 = -1
  /// The form in which colours are sent.
  private var hasManyColors = false

  init() {}

  static func == (a: SGR, b: SGR) -> Bool {
    a.attributes == b.attributes && a.foreground == b.foreground && a.background == b.background
  }

  init(_ look: Appearance, depth: ColorDepth) {
    attributes =
      (look.isBold ? 1 << 1 : 0) | (look.isDim ? 1 << 2 : 0) | (look.isUnderlined ? 1 << 4 : 0)
      | (look.isReversed ? 1 << 7 : 0)
    hasManyColors = depth == .full
    guard depth != .mono else { return }
    foreground = Int16(look.foreground ?? -1)
    background = Int16(look.background ?? -1)
  }

  /// Whether a blank shows it: a background, a line, or the foreground as one.
  var showsOnBlanks: Bool { background >= 0 || attributes & (1 << 4 | 1 << 7) != 0 }

  /// How many bytes make this rendition out of another.
  func length(from other: SGR) -> Int {
    guard self != other else { return 0 }
    var bytes: [UInt8] = []
    append(to: &bytes, from: other)
    return bytes.count
  }

  /// Appends the shortest sequence that makes this rendition out of another.
  func append(to bytes: inout [UInt8], from other: SGR) {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    // Not every terminal takes back one attribute or colour alone, and a reset is mostly shorter.
    let loses =
      other.attributes & ~attributes != 0 || (foreground < 0 && other.foreground >= 0)
      || (background < 0 && other.background >= 0)
    let base = loses ? SGR() : other
    // A bare `CSI m` means reset, so the leading 0 is omitted.
    let start = loses ? bytes.count - 1 : bytes.count
    for bit in 1...7 where (attributes & ~base.attributes) & (1 << UInt8(bit)) != 0 {
      add(bit, to: &bytes, start)
    }
    if foreground != base.foreground { addColor(Int(foreground), 30, to: &bytes, start) }
    if background != base.background { addColor(Int(background), 40, to: &bytes, start) }
    bytes.append(UInt8(ascii: "m"))
  }

  private func addColor(_ color: Int, _ base: Int, to bytes: inout [UInt8], _ start: Int) {
    if hasManyColors {
      add(base + 8, to: &bytes, start)
      add(5, to: &bytes, start)
      add(color, to: &bytes, start)
    } else {
      add(color < 8 ? base + color : base + 52 + color, to: &bytes, start)
    }
  }

  private func add(_ parameter: Int, to bytes: inout [UInt8], _ start: Int) {
    if bytes.count > start { bytes.append(UInt8(ascii: ";")) }
    ControlSequence.append(parameter, to: &bytes)
  }
}

/// What styles look like, and the bytes of glyphs.
struct Looks {
  private let palette: Palette
  /// Those that were asked for, the last one first: neighbours mostly look alike.
  private var known: [(style: Style, rendition: SGR)] = []

  init(_ palette: Palette) { self.palette = palette }

  mutating func rendition(of style: Style) -> SGR {
    let index = known.firstIndex { $0.style == style }
    guard let index else {
      let rendition = SGR(palette.appearance(of: style), depth: palette.depth)
      known.insert((style, rendition), at: 0)
      return rendition
    }
    if index > 0 { known.swapAt(0, index) }
    return known[0].rendition
  }

  /// What the C library takes for another width would shift the rest of the row.
  func append(_ cell: Cell, to bytes: inout [UInt8]) {
    let base = cell.glyph.base
    guard !cell.glyph.isASCII else { return bytes.append(UInt8(base.value)) }
    guard base.isASCII || Capabilities.width(of: base) == Int(cell.width) else {
      for _ in 0..<cell.width { bytes.append(UInt8(ascii: "?")) }
      return
    }
    cell.glyph.forEachScalar { bytes.append(contentsOf: UTF8.encode($0) ?? .init()) }
  }
}
