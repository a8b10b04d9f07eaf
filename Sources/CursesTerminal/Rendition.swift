/// What SGR sequences (ECMA-48) have set: how the next glyph looks.
struct Rendition: Equatable {
  /// Bit n for each parameter n from 1, bold, to 9, struck out.
  private(set) var attributes: UInt16 = 0
  private(set) var foreground = Color.own
  private(set) var background = Color.own

  /// A colour in the form in which it was given, so that it is sent in the same.
  enum Color: Equatable {
    case own
    /// The last digit of 30…37.
    case basic(Int)
    /// The last digit of 90…97.
    case bright(Int)
    case indexed(Int)
  }

  /// Follows a sequence's parameters; false where one of them is not known here.
  mutating func apply(_ parameters: [Int]) -> Bool {
    var rest = parameters[...]
    while let parameter = rest.popFirst() {
      switch parameter {
      case 0: self = Rendition()
      case 1...9: attributes |= 1 << UInt16(parameter)
      // The font that is chosen from the start.
      case 10: break
      case 22: attributes &= ~0b110
      case 23...25, 27...29: attributes &= ~(1 << UInt16(parameter - 20))
      case 30...37: foreground = .basic(parameter - 30)
      case 40...47: background = .basic(parameter - 40)
      case 90...97: foreground = .bright(parameter - 90)
      case 100...107: background = .bright(parameter - 100)
      case 39: foreground = .own
      case 49: background = .own
      case 38, 48:
        guard rest.count >= 2, rest.popFirst() == 5, let index = rest.popFirst() else {
          return false
        }
        if parameter == 38 { foreground = .indexed(index) } else { background = .indexed(index) }
      default: return false
      }
    }
    return true
  }

  /// Whether a blank looks the same in both: only a background and what is drawn on it show there.
  func blanksLikeOf(_ other: Rendition) -> Bool {
    guard background == other.background else { return false }
    let drawn = Rendition.visibleOnBlanks
    guard attributes & drawn == other.attributes & drawn else { return false }
    return attributes & drawn == 0 || self == other
  }

  /// Underlined, blinking, reversed, hidden, struck out.
  private static let visibleOnBlanks: UInt16 = 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 9

  /// Appends the shortest sequence that makes this rendition out of another.
  func append(to bytes: inout [UInt8], from other: Rendition) {
    guard self != other else { return }
    // Not every terminal can take back one attribute alone.
    let needsReset = other.attributes & ~attributes != 0
    let change = needsReset ? nil : parameters(since: other)
    let anew = self == Rendition() ? "" : "0" + parameters(since: Rendition())
    let shortest = change.map { $0.dropFirst() }.flatMap {
      $0.utf8.count < anew.utf8.count ? $0 : nil
    }
    bytes += "\u{1B}[".utf8
    bytes += (shortest ?? anew[...]).utf8
    bytes.append(UInt8(ascii: "m"))
  }

  /// Each with `;` in front.
  private func parameters(since other: Rendition) -> String {
    var text = ""
    for bit in 1...9 where (attributes & ~other.attributes) & (1 << UInt16(bit)) != 0 {
      text += ";\(bit)"
    }
    if foreground != other.foreground { text += foreground.parameters(base: 30) }
    if background != other.background { text += background.parameters(base: 40) }
    return text
  }
}

extension Rendition.Color {
  fileprivate func parameters(base: Int) -> String {
    switch self {
    case .own: ";\(base + 9)"
    case .basic(let digit): ";\(base + digit)"
    case .bright(let digit): ";\(base + 60 + digit)"
    case .indexed(let index): ";\(base + 8);5;\(index)"
    }
  }
}
