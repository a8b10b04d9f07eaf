internal import LogitExplorer
internal import LogitKernel

/// One row of logits from a file that is not a document, with what came with it.
package struct LogitVector: Equatable, Sendable {
  package var labels: [String]?
  package var logits: [Double]
  /// The class that a column of targets names.
  package var target: Int?

  package init(labels: [String]? = nil, logits: [Double], target: Int? = nil) {
    self.labels = labels
    self.logits = logits
    self.target = target
  }
}

/// All rows of logits that a file holds.
package struct LogitTable: Equatable, Sendable {
  package var rows: [LogitVector]
  /// Rows that are made from the bytes of the file when they are asked for.
  private var stored: StoredRows?
  /// What was guessed or left out while reading, a sentence each.
  package var notices: [String] = []

  init(_ rows: [LogitVector], notices: [String] = []) {
    self.rows = rows
    self.notices = notices
  }

  init(_ stored: StoredRows) {
    rows = []
    self.stored = stored
  }

  var count: Int { stored?.count ?? rows.count }

  /// One row, refused when there is none of this number, without logits, or with too many.
  package func row(_ index: Int) throws(FileProblem) -> LogitVector {
    guard (0..<count).contains(index) else {
      if count == 0 { throw .noLogits }
      throw .noSuchRow(index, count: count)
    }
    let row = stored?[index] ?? rows[index]
    guard !row.logits.isEmpty else { throw .noLogits }
    guard row.logits.count <= FileProblem.classLimit else {
      throw .tooManyClasses(row.logits.count)
    }
    if let labels = row.labels, labels.count != row.logits.count {
      throw .countsDiffer(
        key: "labels", count: labels.count, logits: row.logits.count, line: nil)
    }
    if let target = row.target, !row.logits.indices.contains(target) {
      throw .indexOutOfRange(key: "target", index: target, count: row.logits.count, line: nil)
    }
    return row
  }

  /// One row as a document that says which row it is and what was guessed.
  func document(named name: String, row index: Int) throws(FileProblem) -> Document {
    let row = try row(index)
    var document = Document(
      name: name, labels: row.labels, logits: row.logits,
      target: row.target.map { .index($0) } ?? .none)
    let place = count > 1 ? ["Row \(index + 1) of \(count) (--row \(index))."] : []
    document.source = DocumentSource(rows: count, remarks: place + notices)
    return document
  }

  /// The same table with every number replaced by its natural logarithm.
  ///
  /// - Throws: The first number that is no probability.
  func logarithms(of name: String) throws(FileProblem) -> LogitTable {
    var table = self
    for row in rows.indices {
      for index in rows[row].logits.indices {
        let probability = rows[row].logits[index]
        guard probability.isNaN || (0...1).contains(probability) else {
          throw .notAProbability(probability, name: name)
        }
        table.rows[row].logits[index] = naturalLogarithm(probability)
      }
    }
    table.notices.append("“\(name)” holds probabilities; their logarithms are the logits.")
    return table
  }

  /// The logarithms where the name of the numbers says that they are probabilities; scores may be both.
  func logarithms(where name: String) throws(FileProblem) -> LogitTable {
    let lowered = name.lowercased()
    guard CellTable.probabilityNames.contains(lowered) else { return self }
    guard lowered.hasPrefix("score") || lowered == "p", !mayBeProbabilities else {
      return try logarithms(of: name)
    }
    var table = self
    table.add(["“\(name)” goes beyond 0 to 1 and is taken for logits."])
    return table
  }

  /// A column of one number per row is one row.
  var withoutColumn: LogitTable {
    guard rows.count > 1, rows.allSatisfy({ $0.logits.count == 1 && $0.labels == nil }),
      rows.allSatisfy({ $0.target == nil })
    else { return self }
    return LogitTable(
      [LogitVector(logits: rows.flatMap(\.logits))],
      notices: notices + ["One column is read as one row."])
  }

  /// Whether every number lies between 0 and 1.
  private var mayBeProbabilities: Bool {
    rows.allSatisfy { $0.logits.allSatisfy { $0.isNaN || (0...1).contains($0) } }
  }

  /// Adds what another table says, once.
  mutating func add(_ others: [String]) {
    for notice in others where !notices.contains(notice) { notices.append(notice) }
  }
}
