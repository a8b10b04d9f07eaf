/// A text to look for in labels, in either case: prepared once, since there may be many labels.
///
/// ASCII is compared byte by byte; other texts and labels as lower-case strings.
struct SearchText {
  private let wanted: [UInt8]
  private let isASCII: Bool

  init(_ text: String) {
    wanted = Array(text.lowercased().utf8)
    isASCII = wanted.allSatisfy { $0 < 0x80 }
  }

  var isEmpty: Bool { wanted.isEmpty }

  /// Whether the label has it as a part, or begins with it.
  func occurs(in label: String, asPrefix: Bool = false) -> Bool {
    // Only capitals beyond ASCII change their length, and to three times as much at most.
    guard label.utf8.count * 3 >= wanted.count else { return false }
    let answer = label.utf8.withContiguousStorageIfAvailable {
      isFound(in: $0, asPrefix: asPrefix)
    }
    if let answer, let answer { return answer }
    let lowered = Array(label.lowercased().utf8)
    guard lowered.count >= wanted.count else { return false }
    if asPrefix { return label.lowercased().hasPrefix(String(decoding: wanted, as: UTF8.self)) }
    return (0...lowered.count - wanted.count).contains { lowered[$0...].starts(with: wanted) }
  }

  /// The same for the label "class 12", which is not made.
  func occurs(inNumber number: Int, asPrefix: Bool = false) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { bytes in
      var (rest, start) = (number, 32)
      repeat {
        start -= 1
        bytes[start] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      } while rest > 0
      for byte in "class ".utf8.reversed() {
        start -= 1
        bytes[start] = byte
      }
      return isFound(in: UnsafeBufferPointer(rebasing: bytes[start...]), asPrefix: asPrefix)
        ?? false
    }
  }

  /// `nil` where the bytes are not all ASCII.
  private func isFound(in label: UnsafeBufferPointer<UInt8>, asPrefix: Bool) -> Bool? {
    var bits: UInt8 = 0
    for byte in label { bits |= byte }
    guard bits < 0x80 else { return nil }
    guard isASCII, label.count >= wanted.count else { return false }
    return wanted.withUnsafeBufferPointer { wanted in
      guard let first = wanted.first else { return true }
      for start in 0...(asPrefix ? 0 : label.count - wanted.count)
      where SearchText.lowered(label[start]) == first {
        var offset = 1
        while offset < wanted.count,
          SearchText.lowered(label[start + offset]) == wanted[offset]
        {
          offset += 1
        }
        if offset == wanted.count { return true }
      }
      return false
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
