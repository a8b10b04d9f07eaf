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
    self == other
      ? 0 : min(length(from: other, afterReset: false), length(from: other, afterReset: true))
  }

  /// Appends the shortest sequence that makes this rendition out of another.
  func append(to bytes: inout [UInt8], from other: SGR) {
    let isReset =
      length(from: other, afterReset: true) <= length(from: other, afterReset: false)
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    // A bare `CSI m` means reset, so its 0 is left out.
    var isFirst = !isReset
    forEachParameter(from: other, afterReset: isReset) { parameter in
      if !isFirst { bytes.append(UInt8(ascii: ";")) }
      isFirst = false
      ControlSequence.append(parameter, to: &bytes)
    }
    bytes.append(UInt8(ascii: "m"))
  }

  private func length(from other: SGR, afterReset isReset: Bool) -> Int {
    guard isReset || canTakeBack(other) else { return .max }
    // `ESC [` and `m`, and a separator before each parameter; after a reset the first one has it too.
    var length = isReset ? 3 : 2
    forEachParameter(from: other, afterReset: isReset) {
      length += 1 + ControlSequence.digits(of: $0)
    }
    return length
  }

  /// Whether what is too much of another rendition can be taken back alone.
  ///
  /// Terminals with many colours know how; of older ones not all do.
  private func canTakeBack(_ other: SGR) -> Bool {
    hasManyColors
      || other.attributes & ~attributes == 0 && (foreground >= 0 || other.foreground < 0)
        && (background >= 0 || other.background < 0)
  }

  private func forEachParameter(
    from other: SGR, afterReset isReset: Bool, _ body: (Int) -> Void
  ) {
    var base = isReset ? SGR() : other
    for (bits, parameter) in SGR.takenBack where base.attributes & ~attributes & bits != 0 {
      body(parameter)
      base.attributes &= ~bits
    }
    for bit in 1...7 where (attributes & ~base.attributes) & (1 << UInt8(bit)) != 0 { body(bit) }
    if foreground != base.foreground { forEachParameter(of: Int(foreground), 30, body) }
    if background != base.background { forEachParameter(of: Int(background), 40, body) }
  }

  /// The parameter that ends attributes; one ends both bold and faint.
  private static let takenBack: [(bits: UInt8, parameter: Int)] = [
    (1 << 1 | 1 << 2, 22), (1 << 4, 24), (1 << 7, 27),
  ]

  private func forEachParameter(of color: Int, _ base: Int, _ body: (Int) -> Void) {
    if color < 0 {
      body(base + 9)
    } else if hasManyColors {
      body(base + 8)
      body(5)
      body(color)
    } else {
      body(color < 8 ? base + color : base + 52 + color)
    }
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
