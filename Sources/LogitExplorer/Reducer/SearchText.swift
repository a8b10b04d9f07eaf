/// A text to look for in labels, in either case: prepared once, since there may be a million labels.
struct SearchText {
  private let wanted: [UInt8]
  private let isASCII: Bool

  init(_ text: String) {
    wanted = Array(text.lowercased().utf8)
    isASCII = wanted.allSatisfy { $0 < 0x80 }
  }

  var isEmpty: Bool { wanted.isEmpty }

  /// Whether the label has it as a part.
  func occurs(in label: String) -> Bool {
    // Only capitals beyond ASCII change their length, and to three times as much at most.
    guard label.utf8.count * 3 >= wanted.count else { return false }
    let quick = label.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? isASCII && occurs(inASCII: bytes) : nil
    }
    return (quick ?? nil) ?? occurs(inAny: Array(label.lowercased().utf8))
  }

  /// Whether a label of ASCII letters in either case has it.
  private func occurs(inASCII label: UnsafeBufferPointer<UInt8>) -> Bool {
    guard label.count >= wanted.count, let first = wanted.first else { return false }
    return (0...label.count - wanted.count).contains { start in
      lowercased(label[start]) == first
        && wanted.indices.allSatisfy { lowercased(label[start + $0]) == wanted[$0] }
    }
  }

  private func lowercased(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte | 32 : byte }

  private func occurs(inAny lowered: [UInt8]) -> Bool {
    guard lowered.count >= wanted.count else { return false }
    return (0...lowered.count - wanted.count).contains { start in
      lowered[start] == wanted[0] && lowered[start...].starts(with: wanted)
    }
  }

  /// Whether the name "class 1", "class 2", … of an index has it, without making the name.
  func occurs(inNumbered index: Int) -> Bool {
    guard isASCII else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { bytes in
      var start = 32
      var rest = index + 1
      repeat {
        start -= 1
        bytes[start] = UInt8(48 + rest % 10)
        rest /= 10
      } while rest > 0
      for byte in SearchText.numberedStart.reversed() {
        start -= 1
        bytes[start] = byte
      }
      return occurs(inASCII: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[start...]))
    }
  }

  private static let numberedStart = Array("class ".utf8)
}

extension Labels {
  /// Whether a label has a text as a part, in either case.
  func hasLabel(at index: Int, with text: SearchText) -> Bool {
    areNumbered ? text.occurs(inNumbered: index) : text.occurs(in: self[index])
  }
}
