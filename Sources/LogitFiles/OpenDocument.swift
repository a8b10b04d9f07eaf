package import LogitExplorer

extension Document {
  /// Reads a document or a vector from a file.
  ///
  /// - Parameters:
  ///   - path: The file; its name without the ending names a document that has no name.
  ///   - row: Which row of a table of logits, counted from 0.
  ///   - canWait: Whether it may be a pipe or a device.
  /// - Throws: Why it cannot be read.
  package init(path: String, row: Int = 0, canWait: Bool = true) throws(FileProblem) {
    let file = path.split(separator: "/").last ?? "logits"
    let dot = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : $0 }
    let ending = dot.map { file[file.index(after: $0)...].lowercased() } ?? ""
    try self.init(
      bytes: try readFile(path, canWait: canWait), ending: ending,
      name: String(dot.map { file[..<$0] } ?? file),
      row: row)
  }

  /// Reads a document or a vector from bytes, whose kind follows from the ending, or else from the content.
  package init(
    bytes: [UInt8], ending: String = "", name: String, row: Int = 0
  ) throws(FileProblem) {
    if ending == "npy" {
      self = try LogitTable(numpy: bytes).document(named: name, row: row)
    } else if let table = try LogitTable(binary: bytes) {
      self = try table.document(named: name, row: row)
    } else {
      try self.init(text: try decode(bytes), ending: ending, name: name, row: row)
    }
  }

  private init(text: Bytes, ending: String, name: String, row: Int) throws(FileProblem) {
    guard !text.trimmed.isEmpty else { throw .empty }
    let table: LogitTable
    switch ending {
    case "toml":
      self = try Document(toml: text.string, name: name).only(row: row)
      return
    case "csv": table = try LogitTable(delimited: text, separator: 0x2C)
    case "tsv": table = try LogitTable(delimited: text, separator: 0x09)
    case "json", "jsonl", "ndjson": table = try LogitTable(json: text)
    default:
      if let document = try Document(ifDocument: text, name: name) {
        self = try document.only(row: row)
        return
      }
      table = try LogitTable(text: text)
    }
    self = try table.document(named: name, row: row)
  }

  /// A document has one row.
  private func only(row: Int) throws(FileProblem) -> Document {
    guard row == 0 else { throw .noSuchRow(row, count: 1) }
    return self
  }
}

extension PastedLogits {
  /// Reads pasted text.
  package init(_ text: String) throws(FileProblem) {
    let table = try LogitTable(pasted: text)
    let row = try table.row(0)
    let place = table.count > 1 ? ["Only the first of \(table.count) rows is taken."] : []
    self.init(labels: row.labels, logits: row.logits, remarks: place + table.notices)
  }
}
