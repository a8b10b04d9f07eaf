internal import LogitKernel

extension Document {
  #if DEBUG
  /// What the tests take for the most classes.
  @TaskLocal package static var assumedClassLimit: Int?
  /// The most classes a document may have: more than memory holds.
  package static var classLimit: Int { assumedClassLimit ?? 1 << 32 }
  #else
  /// The most classes a document may have: more than memory holds.
  package static let classLimit = 1 << 32
  #endif

  /// What a file with it could be called: its name without what a shell or a folder takes for
  /// something else.
  package var fileName: String {
    let words = name.split { !($0.isLetter || $0.isNumber || "-_.+".contains($0)) }
    return (words.isEmpty ? "untitled" : words.joined(separator: "-")) + ".toml"
  }

  /// A class's name for a sentence: its label, shortened, or its place where it has none.
  package func shortName(_ index: Int) -> String {
    labels[index].isEmpty ? "class \(index + 1)" : shortened(labels[index])
  }

  /// A class's logit as it was typed.
  package func logitText(at index: Int) -> String { DecimalText.shortest(logits[index]) }

  /// The class that a text names: its label, its number on the screen, or the beginning of only one
  /// label, in upper or lower case.
  package func classIndex(named text: String) throws(Refusal) -> Int {
    if let exact = labels.firstIndex(of: text) { return exact }
    if let number = Int(text) {
      guard number >= 1, number <= count else {
        throw Refusal("There is no class \(number): they are numbered from 1 to \(count).")
      }
      return number - 1
    }
    let wanted = SearchText(text)
    // Two are as bad as many.
    let matches = Array(
      labels.indices.lazy.filter { labels.has(wanted, at: $0, asPrefix: true) }.prefix(2))
    guard let first = matches.first else { throw Refusal("There is no class '\(text)'.") }
    guard matches.count == 1 else {
      throw Refusal("'\(text)' could be \(shortName(first)) or \(shortName(matches[1])).")
    }
    return first
  }

  /// A label for a new class that no other has: "class 4".
  func freshLabel() -> String {
    var number = count + 1
    guard labels.contains("class \(number)") else { return "class \(number)" }
    let taken = Set(labels)
    while taken.contains("class \(number)") { number += 1 }
    return "class \(number)"
  }
}

/// A name cut to what a sentence can carry.
func shortened(_ label: String) -> String {
  label.utf8.count > 24 && label.count > 24 ? label.prefix(23) + "…" : label
}

/// A label that stays on its line: line breaks become spaces.
///
/// Other control characters are data; the screen shows them as symbols.
package func singleLine(_ label: String) -> String {
  // Most labels have no byte that begins a line break, and a look at bytes is quick.
  let mayBreak = label.utf8.contains { (0x0A...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
  guard mayBreak, label.contains(where: \.isNewline) else { return label }
  return String(label.map { $0.isNewline ? " " : $0 })
}
