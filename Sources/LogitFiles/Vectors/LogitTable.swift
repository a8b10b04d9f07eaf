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
  /// What was guessed or left out while reading, a sentence each.
  package var notices: [String] = []

  init(_ rows: [LogitVector], notices: [String] = []) {
    self.rows = rows
    self.notices = notices
  }

  /// One row, refused when there is none of this number, without logits, or with too many.
  package func row(_ index: Int) throws(FileProblem) -> LogitVector {
    guard rows.indices.contains(index) else {
      if rows.isEmpty { throw .noLogits }
      throw .noSuchRow(index, count: rows.count)
    }
    let row = rows[index]
    guard !row.logits.isEmpty else { throw .noLogits }
    guard row.logits.count <= FileProblem.classLimit else {
      throw .tooManyClasses(row.logits.count)
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
    let place = rows.count > 1 ? ["Row \(index + 1) of \(rows.count)."] : []
    document.source = DocumentSource(rows: rows.count, remarks: place + notices)
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

  /// Whether every number lies between 0 and 1.
  var mayBeProbabilities: Bool {
    rows.allSatisfy { $0.logits.allSatisfy { $0.isNaN || (0...1).contains($0) } }
  }
}
