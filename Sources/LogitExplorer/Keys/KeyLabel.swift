/// Key notations as they are shown to people.
package enum KeyLabel {
  /// A key's name: `←` (or `Left` in ASCII), `Shift-←`, `Ctrl-R`, `Space`, `<`; a plain character
  /// is its own.
  package static func text(_ notation: String, isASCII: Bool = false) -> String {
    guard notation.utf8.count > 2, notation.first == "<", notation.last == ">" else {
      return notation
    }
    var (rest, prefix) = (notation.dropFirst().dropLast(), "")
    while rest.count > 2, rest.dropFirst().first == "-", let word = modifiers[rest.prefix(1)] {
      prefix += word
      rest = rest.dropFirst(2)
    }
    if let arrow = arrows[rest], !isASCII { return prefix + arrow }
    if rest == "lt" { return prefix + "<" }
    return prefix + (prefix.isEmpty || rest.count > 1 ? String(rest) : rest.uppercased())
  }

  private static let modifiers: [Substring: String] = ["C": "Ctrl-", "A": "Alt-", "S": "Shift-"]
  private static let arrows: [Substring: String] = [
    "Up": "↑", "Down": "↓", "Left": "←", "Right": "→",
  ]
}
