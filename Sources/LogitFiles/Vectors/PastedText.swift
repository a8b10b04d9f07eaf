internal import LogitExplorer
internal import LogitKernel

extension LogitVector {
  /// Reads whatever form of logits a person copies from somewhere.
  ///
  /// JSON; a TOML document; a table with tabs or a header; a Python list, tuple or dictionary, alone
  /// or as `tensor(…)` or `array(…)`, the first row of a nested one; numbers separated by commas,
  /// semicolons or spaces; one number a line; and lines of a label and a number with a colon, an
  /// equals sign, a tab, a comma or spaces between.
  package init(pasted text: String, row: Int = 0) throws(FileProblem) {
    let body = text.trimmed
    guard !body.isEmpty else { throw .empty }
    if body.first == "[" || body.first == "{" || body.first == "\"",
      let value = try? JSONValue.parse(Array(body.utf8))
    {
      self = try LogitVector(value, row: row).checked()
    } else if isDocument(body) {
      let document = try Document(toml: text, name: "")
      self.init(labels: document.labels, logits: document.effectiveLogits)
    } else if let separator = tableSeparator(body) {
      self = try LogitVector(delimited: text, separator: separator, row: row)
    } else if let inside = insideBrackets(body) {
      self = try LogitVector(items: inside).checked()
    } else {
      self = try LogitVector(lines: text).checked()
    }
  }

  /// Python's elements, on however many lines.
  private init(items: Substring) throws(FileProblem) {
    let items = split(items, at: ",").flatMap { $0.contains(":") ? [$0] : words($0) }
    try self.init(entries: items.map { ($0, 1) })
  }

  private init(lines text: String) throws(FileProblem) {
    var entries: [(Substring, Int)] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let numbers = line.split { ",;".contains($0) || $0.isWhitespace }
      let areNumbers = numbers.allSatisfy { parseNumber($0) != nil }
      entries += (areNumbers ? numbers : [line]).map { ($0, index + 1) }
    }
    try self.init(entries: entries)
  }

  /// Each entry is a number or a label with its number.
  private init(entries: [(text: Substring, line: Int)]) throws(FileProblem) {
    self.init(logits: [])
    var found: [String?] = []
    for entry in entries {
      var text = entry.text.trimmed
      if text.hasSuffix(",") { text.removeLast() }
      guard !text.isEmpty else { continue }
      if let number = parseNumber(text) {
        logits.append(number)
        found.append(nil)
      } else if let (label, number) = labelled(text) {
        logits.append(number)
        found.append(label)
      } else {
        throw .notANumber(text, line: entry.line)
      }
    }
    guard found.contains(where: { $0 != nil }) else { return }
    labels = found.enumerated().map { $1 ?? "class \($0 + 1)" }
  }
}

/// A label and the number at the end of the text.
private func labelled(_ text: String) -> (String, Double)? {
  let separators: Set<Character> = [":", "=", "\t", ",", ";", " "]
  guard let mark = text.lastIndex(where: separators.contains),
    let number = parseNumber(text[text.index(after: mark)...])
  else { return nil }
  var rest = text[..<mark]
  while let last = rest.last, last.isWhitespace || ":=,;".contains(last) && text[mark] == " " {
    rest.removeLast()
  }
  var label = rest.trimmed
  if let quote = label.first, "'\"“".contains(quote), label.count > 1,
    label.last == (quote == "“" ? "”" : quote)
  {
    label = String(label.dropFirst().dropLast())
  }
  return (label, number)
}

private func isDocument(_ text: String) -> Bool {
  text.split { $0.isNewline }.contains { line in
    line.hasPrefix("logits") && line.dropFirst(6).drop { $0 == " " }.first == "="
  }
}

/// The separator of a table that has a header with a column of logits, or tabs.
private func tableSeparator(_ text: String) -> Unicode.Scalar? {
  let lines = text.split { $0.isNewline }
  guard let header = lines.first, lines.count > 1 else { return nil }
  for separator in ["\t", ",", ";"] as [Character] {
    let names = header.split(separator: separator).map { $0.trimmed.lowercased() }
    if names.count > 1, !Set(names).isDisjoint(with: ["logit", "logits", "logprob"]) {
      return separator.unicodeScalars.first
    }
  }
  return nil
}

/// What is between the innermost first brackets of a Python expression; nil where it is none.
private func insideBrackets(_ text: String) -> Substring? {
  let name = text.prefix { $0.isLetter || $0 == "." || $0 == "_" }
  let rest = text.dropFirst(name.count)
  guard let first = rest.first, "[({".contains(first) else { return nil }
  var inside = rest.dropFirst()
  while let bracket = inside.drop(while: { $0.isWhitespace }).first, "[({".contains(bracket) {
    inside = inside.drop { $0.isWhitespace }.dropFirst()
  }
  return inside.prefix { !"])}".contains($0) }
}

/// Splits outside quotes.
private func split(_ text: Substring, at separator: Character) -> [Substring] {
  var (pieces, start, quote) = ([Substring](), text.startIndex, Character?.none)
  for index in text.indices {
    let character = text[index]
    if let open = quote {
      if character == open { quote = nil }
    } else if "'\"".contains(character) {
      quote = character
    } else if character == separator {
      pieces.append(text[start..<index])
      start = text.index(after: index)
    }
  }
  return pieces + [text[start...]]
}

private func words(_ text: Substring) -> [Substring] { text.split { $0.isWhitespace } }
