// The tables: which key or mouse event a whole sequence is.
extension InputDecoder {
  /// A control character's key.
  ///
  /// Several have two names; these are the ones that people press.
  static func controlKey(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: Key(.backspace)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x1B: Key(.escape)
    case 0x00: Key(" ", .control)
    case 0x01...0x1A: Key(Character(Unicode.Scalar(byte + 0x60)), .control)
    case 0x1C...0x1F: Key(Character(Unicode.Scalar(byte + 0x40)), .control)
    default: nil
    }
  }

  static func event(for sequence: ControlSequence) -> InputEvent? {
    switch sequence.prefix {
    case nil: key(for: sequence).map { .key($0) }
    case UInt8(ascii: "<"): mouse(sequence)
    default: nil  // a terminal's reply
    }
  }

  private static func key(for sequence: ControlSequence) -> Key? {
    if sequence.isRelease { return nil }
    let modifiers = modifiers(of: sequence)
    switch sequence.final {
    case UInt8(ascii: "~"):
      if sequence.number(0) == 27 { return typed(sequence.number(2), modifiers) }
      return sequence.number(0).flatMap(numberedKey).map { Key($0, modifiers) }
    case UInt8(ascii: "u"): return typed(sequence.number(0), modifiers)
    case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
    // rxvt says the modifiers by the final character.
    case UInt8(ascii: "$"): return sequence.number(0).flatMap(numberedKey).map { Key($0, .shift) }
    case UInt8(ascii: "^"): return sequence.number(0).flatMap(numberedKey).map { Key($0, .control) }
    case UInt8(ascii: "@"):
      return sequence.number(0).flatMap(numberedKey).map { Key($0, [.control, .shift]) }
    case UInt8(ascii: "a")...UInt8(ascii: "d") where sequence.number(0) == nil:
      return letterKey(sequence.final - 0x20).map { Key($0, .shift) }
    case UInt8(ascii: "R") where sequence.number(0) ?? 1 != 1: return nil  // a cursor report
    default: return letterKey(sequence.final).map { Key($0, modifiers) }
    }
  }

  private static func modifiers(of sequence: ControlSequence) -> Key.Modifiers {
    guard let code = sequence.number(1), (2...16).contains(code) else { return [] }
    var modifiers = Key.Modifiers(rawValue: UInt8(code - 1) & 7)
    if (code - 1) & 8 != 0 { modifiers.insert(.alt) }  // Meta
    return modifiers
  }

  private static func letterKey(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  private static func numberedKey(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    // The VT220 left gaps between its groups of function keys.
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  static func consoleKey(_ letter: UInt8) -> Key? {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return nil }
    return Key(.function(Int(letter - UInt8(ascii: "A")) + 1))
  }

  static func keypadKey(_ sequence: ControlSequence) -> Key? {
    let letter = sequence.final
    switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return letterKey(letter - 0x20).map { Key($0, .control) }
    case UInt8(ascii: "M"): return Key(.enter)
    case UInt8(ascii: "I"): return Key(.tab)
    case UInt8(ascii: "X"): return Key("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return Key(Character(Unicode.Scalar(letter - 0x40)))
    default:
      let only = sequence.numbers.count == 1 ? sequence.number(0) : nil
      let shifted = only.map { ControlSequence(ArraySlice("1;\($0)".utf8), final: letter) }
      return letterKey(letter).map { Key($0, modifiers(of: shifted ?? sequence)) }
    }
  }

  /// A key that is sent as its character's number.
  private static func typed(_ code: Int?, _ modifiers: Key.Modifiers) -> Key? {
    guard let code, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
      return nil
    }
    if scalar.isASCII, let named = controlKey(UInt8(scalar.value)), named.modifiers.isEmpty {
      return Key(named.code, modifiers)
    }
    // The private area has the numbers of keys without a character.
    guard case .glyph = CellWidth.kind(of: scalar), scalar.properties.generalCategory != .privateUse
    else { return nil }
    let character = Character(scalar)
    guard modifiers.contains(.shift), !modifiers.contains(.control) else {
      return Key(character, modifiers)
    }
    let upper = character.uppercased()
    return Key(upper.count == 1 ? Character(upper) : character, modifiers.subtracting(.shift))
  }

  private static func mouse(_ sequence: ControlSequence) -> InputEvent? {
    guard let code = sequence.number(0), let column = sequence.number(1),
      let row = sequence.number(2), sequence.numbers.count == 3
    else { return nil }
    let isRelease = sequence.final == UInt8(ascii: "m")
    guard isRelease || sequence.final == UInt8(ascii: "M") else { return nil }
    return mouse(code: code, column: column, row: row, isRelease: isRelease)
  }

  /// The form before 1006, which a terminal may still send.
  static func oldMouse(_ bytes: [UInt8]) -> InputEvent? {
    guard bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    let code = Int(bytes[0]) - 32
    let isRelease = code & 0b1110_0011 == 3
    return mouse(
      code: code, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32, isRelease: isRelease)
  }

  private static func mouse(code: Int, column: Int, row: Int, isRelease: Bool) -> InputEvent? {
    guard column > 0, row > 0, code < 128 else { return nil }
    let button: MouseEvent.Button = [.left, .middle, .right, .none][code & 3]
    let action: MouseEvent.Action
    switch (code & 64, code & 32) {
    case (64, 0) where code & 2 == 0 && !isRelease: action = code & 1 == 0 ? .wheelUp : .wheelDown
    case (64, _): return nil
    case (_, 32) where button == .none: return nil  // moved with no button down
    case (_, 32): action = .drag
    default: action = isRelease ? .release : .press
    }
    guard action != .press || button != .none else { return nil }
    return .mouse(
      MouseEvent(
        action, code & 64 != 0 ? .none : button, at: Point(row: row - 1, column: column - 1),
        modifiers: mouseModifiers(code)))
  }

  private static func mouseModifiers(_ code: Int) -> Key.Modifiers {
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return modifiers
  }
}
