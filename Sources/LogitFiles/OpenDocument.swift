package import LogitExplorer

extension Document {
  /// Reads a document or a vector from a file.
  ///
  /// - Parameters:
  ///   - path: The file; its name without the ending names a document that has no name.
  ///   - row: Which row of a table of logits, counted from 0.
  /// - Throws: Why it cannot be read.
  package init(path: String, row: Int = 0) throws(FileProblem) {
    self = try LogitTable(path: path).document(row: row)
  }

  /// Reads a document or a vector from bytes, whose kind follows from the ending, or else from the content.
  package init(
    bytes: [UInt8], ending: String = "", name: String, row: Int = 0
  ) throws(FileProblem) {
    self = try LogitTable(bytes: bytes, ending: ending, name: name).document(row: row)
  }
}

extension LogitTable {
  /// Opens a file of any kind with all of its rows.
  ///
  /// Arrays stay in the file, which stays open, until a row is asked for.
  ///
  /// - Parameter path: The file, or pipe; its name without the ending is the name of the table.
  /// - Throws: Why it cannot be read.
  package init(path: String) throws(FileProblem) {
    let file = path.split(separator: "/").last ?? "logits"
    let dot = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : $0 }
    let ending = dot.map { file[file.index(after: $0)...].lowercased() } ?? ""
    let name = String(dot.map { file[..<$0] } ?? file)
    let opened = try OpenFile(path, canWait: true)
    // Files of the system say that they have no bytes, and have some.
    if opened.isRegular, opened.size > 0,
      let table = try LogitTable(binary: StoredBytes(opened), ending: ending)
    {
      self = table
      self.name = name
    } else {
      try self.init(bytes: try opened.readAll(), ending: ending, name: name)
    }
    try FileProblem.requireWanted()
  }

  /// The same from bytes, whose kind follows from the ending, or else from the content.
  package init(bytes: [UInt8], ending: String = "", name: String) throws(FileProblem) {
    if let table = try LogitTable(binary: StoredBytes(bytes[...]), ending: ending) {
      self = table
    } else {
      try self.init(text: try decode(bytes), ending: ending, name: name)
    }
    self.name = name
  }

  private init?(binary bytes: StoredBytes, ending: String) throws(FileProblem) {
    if ending == "npy" {
      guard bytes.count > 0 else { throw .empty }
      try self.init(numpy: bytes)
    } else {
      guard let table = try LogitTable(binary: bytes) else { return nil }
      self = table
    }
  }

  private init(text: Bytes, ending: String, name: String) throws(FileProblem) {
    guard !text.trimmed.isEmpty else { throw .empty }
    switch ending {
    case "toml": self.init(try Document(toml: text.string, name: name))
    case "csv": try self.init(delimited: text, separator: 0x2C)
    case "tsv": try self.init(delimited: text, separator: 0x09)
    case "json", "jsonl", "ndjson": try self.init(json: text)
    default:
      if let document = try Document(ifDocument: text, name: name) {
        self.init(document)
      } else {
        try self.init(text: text)
      }
    }
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
