// The grammar: how many bytes belong together.
extension InputDecoder {
  /// What opens a sequence after Escape: CSI, SS3, OSC, DCS, SOS, PM, APC.
  static let openers: Set<UInt8> = Set("[O]PX^_".utf8)
  private static let stringOpeners: Set<UInt8> = Set("]PX^_".utf8)
  private static let longestSequence = 256

  func keyStep(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let first = bytes.first else { return .incomplete }
    guard first == 0x1B else { return characterStep(bytes, alt: false) }
    if let step = extraStep(bytes) { return step }
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return .incomplete }
    if second == 0x1B { return .take(1, .key(Key(.escape))) }
    if second == UInt8(ascii: "[") { return controlSequenceStep(bytes) }
    if second == UInt8(ascii: "O") { return singleShiftStep(bytes) }
    if InputDecoder.stringOpeners.contains(second) {
      return bytes.count > 2 ? .beginString(2) : .incomplete
    }
    switch characterStep(rest, alt: true) {
    case .take(let count, let event): return .take(count + 1, event)
    case let other: return other
    }
  }

  /// The longest of the terminal's own sequences; nil if none can match.
  private func extraStep(_ bytes: ArraySlice<UInt8>) -> Step? {
    guard !extraKeys.isEmpty else { return nil }
    var best: (count: Int, key: Key)?
    for (sequence, key) in extraKeys {
      if sequence.count > bytes.count {
        if sequence.starts(with: bytes) { return .incomplete }
      } else if sequence.count > best?.count ?? 0, bytes.starts(with: sequence) {
        best = (sequence.count, key)
      }
    }
    return best.map { .take($0.count, .key($0.key)) }
  }

  /// A reply's text: nothing until its end, which is ST, BEL or any new sequence.
  func stringStep(_ bytes: ArraySlice<UInt8>) -> Step {
    let ends: [UInt8] = [0x1B, 0x07, 0x18, 0x1A]
    guard let end = bytes.firstIndex(where: { ends.contains($0) }) else {
      return .beginString(bytes.count)
    }
    let before = end - bytes.startIndex
    guard bytes[end] == 0x1B else { return .take(before + 1, nil) }
    guard before == 0 else { return .beginString(before) }
    guard let next = bytes.dropFirst().first else { return .incomplete }
    return .take(next == UInt8(ascii: "\\") ? 2 : 0, nil)
  }

  private func characterStep(_ bytes: ArraySlice<UInt8>, alt: Bool) -> Step {
    let modifiers: Key.Modifiers = alt ? .alt : []
    guard let first = bytes.first else { return .incomplete }
    if first < 0x80 {
      var key = InputDecoder.controlKey(first) ?? Key(Character(Unicode.Scalar(first)))
      key.modifiers.formUnion(modifiers)
      return .take(1, .key(key))
    }
    guard let length = InputDecoder.scalarLength(first) else { return .take(1, nil) }
    let continuation = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
    if continuation.count < length - 1 {
      let isCut = continuation.count == bytes.count - 1
      return isCut ? .incomplete : .take(1 + continuation.count, nil)
    }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      scalar != "\u{FFFD}", CellWidth.kind(of: scalar) != .control
    else { return .take(length, nil) }
    return .take(length, .key(Key(Character(scalar), modifiers)))
  }

  private static func scalarLength(_ lead: UInt8) -> Int? {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private func controlSequenceStep(_ bytes: ArraySlice<UInt8>) -> Step {
    let body = bytes.dropFirst(2)
    guard let first = body.first else { return .incomplete }
    // Two old forms hide their end: the Linux console's "[[A", and X10's three bytes after "M".
    if first == UInt8(ascii: "[") {
      guard let letter = body.dropFirst().first else { return .incomplete }
      guard (0x20..<0x7F).contains(letter) else { return .take(3, nil) }
      return .take(4, InputDecoder.consoleKey(letter).map { .key($0) })
    }
    if first == UInt8(ascii: "M") {
      guard body.count > 3 else { return .incomplete }
      return .take(6, InputDecoder.oldMouse(Array(body.dropFirst().prefix(3))))
    }
    return parameterStep(bytes, body)
  }

  private func parameterStep(_ bytes: ArraySlice<UInt8>, _ body: ArraySlice<UInt8>) -> Step {
    var isNumber = true
    for (index, byte) in body.enumerated() {
      let length = index + 3
      switch byte {
      case UInt8(ascii: "$") where isNumber && index > 0, 0x40...0x7E:
        let sequence = ControlSequence(body.prefix(index), final: byte)
        return sequence.isPasteStart
          ? .beginPaste(length) : .take(length, InputDecoder.event(for: sequence))
      case 0x20...0x3F where length < InputDecoder.longestSequence:
        if !(0x30...0x39).contains(byte) { isNumber = false }
      case 0x20...0x3F: return .take(length, nil)
      default: return .take(index + 2, nil)  // cut short: what follows is something else
      }
    }
    return .incomplete
  }

  private func singleShiftStep(_ bytes: ArraySlice<UInt8>) -> Step {
    for (index, byte) in bytes.dropFirst(2).prefix(8).enumerated() {
      switch byte {
      case 0x30...0x3B: continue
      case 0x40...0x7E:
        let sequence = ControlSequence(bytes.dropFirst(2).prefix(index), final: byte)
        return .take(index + 3, InputDecoder.keypadKey(sequence).map { .key($0) })
      default: return index == 0 ? .take(2, .key(Key("O", .alt))) : .take(index + 2, nil)
      }
    }
    return bytes.count > 10 ? .take(10, nil) : .incomplete
  }
}

/// The numbers and the letter of a control sequence.
struct ControlSequence {
  /// `?`, `<`, `=` or `>` before the numbers, which makes it a sequence of a private kind.
  let prefix: UInt8?
  /// Subparameters after a colon included; nil where a number is left out.
  let numbers: [[Int?]]
  let final: UInt8

  init(_ parameters: ArraySlice<UInt8>, final: UInt8) {
    let isPrivate = parameters.first.map { (0x3C...0x3F).contains($0) } ?? false
    prefix = isPrivate ? parameters.first : nil
    self.final = final
    guard !parameters.isEmpty else {
      numbers = []
      return
    }
    numbers = parameters.dropFirst(isPrivate ? 1 : 0)
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { field in
        field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
          .map(ControlSequence.number)
      }
  }

  func number(_ index: Int) -> Int? {
    index < numbers.count ? numbers[index].first ?? nil : nil
  }

  var isPasteStart: Bool {
    prefix == nil && final == UInt8(ascii: "~") && number(0) == 200
  }

  /// Of a key, where another program left a terminal telling so.
  var isRelease: Bool {
    numbers.count > 1 && numbers[1].count > 1 && numbers[1][1] == 3
  }

  /// Digits to a number, stopping far above any coordinate.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = min(value * 10 + Int(digit - 0x30), 1 << 24)
    }
    return value
  }
}
