internal import LogitExplorer

extension LogitTable {
  /// Reads whatever form of logits a person copies from somewhere.
  ///
  /// The forms are tried in this order: JSON and lines of JSON; a TOML document; a table drawn with
  /// vertical bars; what R prints; an array as programs print it; separated values; lines of numbers;
  /// and lines of labels and numbers. Each is tried in all styles of numbers before the next.
  package init(pasted text: String) throws(FileProblem) {
    let body = text.trimmed
    guard !body.isEmpty else { throw .empty }
    if let first = body.first, "[{\"".contains(first), let table = LogitTable.json(body) {
      self = table
    } else if isDocument(body) {
      let document = try Document(toml: text, name: "")
      self.init([LogitVector(labels: document.labels, logits: document.effectiveLogits)])
    } else {
      self = try LogitTable(forms: text)
    }
  }

  /// JSON or lines of JSON; nil where the text is neither, as a Python list is.
  private static func json(_ text: String) -> LogitTable? {
    let bytes = Array(text.utf8)
    if let value = try? JSONValue.parse(bytes) { return try? LogitTable(value) }
    return try? LogitTable(jsonLines: bytes)
  }

  private init(forms text: String) throws(FileProblem) {
    let lines = TextLines(text)
    if let table = try lines.barTable {
      self = table
      return
    }
    if let table = try lines.numberedPrint {
      self = table
      return
    }
    var problem: FileProblem?
    if text.contains(where: { "[({".contains($0) }) {
      switch LogitTable.inEveryStyle({ (style) throws(FileProblem) in
        try ArrayText.table(text, style: style)
      }) {
      case .success(let table?):
        self = table
        return
      case .success(nil): break
      case .failure(let found): problem = found
      }
    }
    switch LogitTable.inEveryStyle({ (style) throws(FileProblem) in try lines.table(style) }) {
    case .success(let table?): self = table
    case .success(nil): throw problem ?? .noLogits
    case .failure(let found):
      let isArray = text.trimmed.first.map { "[({<".contains($0) } ?? false
      throw lines.elision ?? (isArray ? problem ?? found : found)
    }
  }

  /// What the first style gives in which the text can be read, or why the plain one does not.
  private static func inEveryStyle(
    _ read: (NumberStyle) throws(FileProblem) -> LogitTable?
  ) -> Result<LogitTable?, FileProblem> {
    var first: FileProblem?
    for style in NumberStyle.allCases {
      do throws(FileProblem) {
        guard let table = try read(style) else { continue }
        return .success(style == .percent ? try table.logarithms(of: "%") : table)
      } catch {
        if first == nil { first = error }
      }
    }
    return first.map { .failure($0) } ?? .success(nil)
  }
}

/// Whether a line sets the key `logits` as TOML documents do.
private func isDocument(_ text: String) -> Bool {
  text.utf8.split(separator: 0x0A).contains { line in
    line.starts(with: "logits".utf8)
      && line.dropFirst(6).drop { $0 == 0x20 }.first == UInt8(ascii: "=")
      && line.contains(UInt8(ascii: "["))
      && (text.contains("\nlabels") || text.contains("\nname") || text.hasPrefix("name")
        || !text.contains("("))
  }
}
