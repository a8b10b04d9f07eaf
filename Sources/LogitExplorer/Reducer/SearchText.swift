/// A text to look for in labels, in either case: prepared once, since there may be many labels.
struct SearchText {
  private let wanted: [UInt8]

  init(_ text: String) { wanted = Array(text.lowercased().utf8) }

  var isEmpty: Bool { wanted.isEmpty }

  /// Whether the label has it as a part.
  func occurs(in label: String) -> Bool {
    // Only capitals beyond ASCII change their length, and to three times as much at most.
    guard label.utf8.count * 3 >= wanted.count else { return false }
    let lowered = Array(label.lowercased().utf8)
    guard lowered.count >= wanted.count else { return false }
    return (0...lowered.count - wanted.count).contains { start in
      lowered[start] == wanted[0] && lowered[start...].starts(with: wanted)
    }
  }
}
