package import LogitExplorer

extension TableRow {
  /// Reads a line of a stream: a JSON array of logits, an object of labels with logits, or an object
  /// with `logits` and perhaps `step`, `target` and `labels`.
  ///
  /// - Throws: Why it is none of these.
  package init(line: ArraySlice<UInt8>) throws(FileProblem) {
    let table = try LogitTable(json: line)
    guard table.count == 1 else {
      throw .unreadable("one row of logits was expected, and these are \(table.count)")
    }
    let row = try table.row(0)
    let value = try? JSONValue.parse(line, isFile: true)
    let step: String? =
      switch value?["step"] {
      case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
      case .string(let text): singleLine(text)
      default: nil
      }
    self.init(logits: row.logits, labels: row.labels, target: row.target, step: step)
  }
}
