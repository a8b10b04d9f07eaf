package import LogitExplorer

extension Document {
  /// Reads a document or a vector from a file.
  ///
  /// - Parameters:
  ///   - path: The file; its name without the ending names a document that has no name.
  ///   - row: Which row of a table of logits, counted from 0.
  /// - Throws: Why it cannot be read.
  package init(path: String, row: Int = 0) throws(FileProblem) {
    let file = path.split(separator: "/").last ?? "logits"
    let dot = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : $0 }
    let ending = dot.map { file[file.index(after: $0)...].lowercased() } ?? ""
    try self.init(
      bytes: try readFile(path), ending: ending, name: String(dot.map { file[..<$0] } ?? file),
      row: row)
  }

  /// Reads a document or a vector from bytes, whose kind the ending or else the content tells.
  package init(
    bytes: [UInt8], ending: String = "", name: String, row: Int = 0
  ) throws(FileProblem) {
    if bytes.starts(with: LogitVector.numpyMark) || ending == "npy" {
      self = try LogitVector(numpy: bytes, row: row).document(named: name)
      return
    }
    let text = try decode(bytes)
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
    switch ending {
    case "toml": try self.init(toml: text, name: name)
    case "csv":
      self = try LogitVector(delimited: text, separator: ",", row: row).document(named: name)
    case "tsv":
      self = try LogitVector(delimited: text, separator: "\t", row: row).document(named: name)
    case "json": self = try LogitVector(json: Array(text.utf8), row: row).document(named: name)
    default: try self.init(unnamedKind: text, name: name, row: row)
    }
  }

  private init(unnamedKind text: String, name: String, row: Int) throws(FileProblem) {
    if let document = try? Document(toml: text, name: name) {
      self = document
    } else {
      self = try LogitVector(pasted: text, row: row).document(named: name)
    }
  }
}

extension PastedLogits {
  /// Reads pasted text.
  package init(_ text: String) throws(FileProblem) {
    let vector = try LogitVector(pasted: text)
    self.init(labels: vector.labels, logits: vector.logits)
  }
}
