internal import LogitExplorer
internal import LogitKernel

extension LogitTable {
  /// Reads whatever form of logits a person copies from somewhere.
  package init(pasted text: String) throws(FileProblem) {
    let bytes = Array(text.utf8)[...]
    if let document = try Document(ifDocument: bytes, name: "") {
      self.init([LogitVector(labels: document.labels.array, logits: document.effectiveLogits.array)]
      )
      var plain = Document(
        name: document.name, labels: document.labels.array, logits: document.logits.array)
      (plain.note, plain.isMasked) = (document.note, document.isMasked)
      if document != plain {
        notices.append("Only the labels and logits of the document are taken.")
      }
    } else {
      try self.init(text: bytes)
    }
  }

  /// Reads a text that is no document.
  ///
  /// The forms are tried in this order: JSON and lines of JSON; a table drawn with bars; what R prints;
  /// an array as programs print it; separated values; lines of numbers; and lines of labels and
  /// numbers. Each is tried in all styles of numbers before the next.
  init(text: Bytes) throws(FileProblem) {
    let body = text.trimmed
    guard let first = body.first else { throw .empty }
    if "[{\"".utf8.contains(first), let table = try LogitTable(ifJSON: body) {
      self = table
    } else {
      try self.init(forms: text)
    }
  }

  private init(forms original: Bytes) throws(FileProblem) {
    let text = original.withoutFrames
    let lines = TextLines(text)
    try FileProblem.requireWanted()
    if let table = try lines.barTable {
      self = table
      return
    }
    if let table = try lines.numberedPrint {
      self = table
      return
    }
    var problem: FileProblem?
    if let entries = try BracketNode.parse(text), entries.contains(where: \.hasGroup) {
      do throws(FileProblem) {
        self = try LogitTable(entries, of: text)
        return
      } catch {
        problem = error
      }
    }
    do throws(FileProblem) {
      self = try LogitTable.inEveryStyle(of: text) { (style) throws(FileProblem) in
        try lines.table(style)
      }
    } catch {
      let isArray = text.trimmed.first == 0x28 || text.contains { $0 == 0x5B || $0 == 0x7B }
      throw lines.elision ?? (isArray ? problem ?? error : error)
    }
  }

  private init(_ entries: [BracketEntry], of text: Bytes) throws(FileProblem) {
    if let value = BracketNode.json(entries) {
      self = try JSONReader.table(value)
    } else {
      self = try LogitTable.inEveryStyle(of: text) { (style) throws(FileProblem) in
        try ArrayText.table(entries, style: style)
      }
    }
  }

  /// What the first style gives in which the text can be read.
  ///
  /// - Throws: Why the plain one cannot read it.
  private static func inEveryStyle(
    of text: Bytes, _ read: (NumberStyle) throws(FileProblem) -> LogitTable?
  ) throws(FileProblem) -> LogitTable {
    var first: FileProblem?
    for style in NumberStyle.allCases where style.mayOccur(in: text) {
      do throws(FileProblem) {
        guard let table = try read(style) else { continue }
        return style == .percent ? try table.logarithms(of: "%") : table
      } catch {
        first = first ?? error
        // No style makes a text shorter.
        if error.isLimit { throw error }
      }
    }
    throw first ?? .noLogits
  }
}

extension Document {
  /// Reads a text as a document where a line of it sets the key `logits` to a list, as TOML does; nil
  /// where none does, and where that is all there is and it is no TOML but another language.
  init?(ifDocument bytes: Bytes, name: String) throws(FileProblem) {
    let statements = ByteLines(bytes).lazy.compactMap(\.statement)
    guard statements.contains(where: { $0.key == "logits" && $0.value.first == 0x5B }) else {
      return nil
    }
    do throws(FileProblem) {
      try self.init(toml: bytes.string, name: name)
    } catch {
      guard case .toml = error, statements.allSatisfy({ $0.key == "logits" }) else { throw error }
      return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// A key and what an equals sign gives it; nil for a line of another kind.
  fileprivate var statement: (key: Bytes, value: Bytes)? {
    guard let sign = firstIndex(of: 0x3D), sign < endIndex - 1, self[sign + 1] != 0x3D else {
      return nil
    }
    var key = self[..<sign].trimmed
    if let quote = key.first, quote == 0x22 || quote == 0x27, key.count > 2, key.last == quote {
      key = key.dropFirst().dropLast()
    }
    guard !key.isEmpty, key.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 == 0x5F }) else {
      return nil
    }
    return (key, self[(sign + 1)...].trimmed)
  }
}
