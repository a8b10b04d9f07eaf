package import LogitExplorer
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
///
/// Those of arrays stay in the file, which is read when a row is asked for; rows of a text are in
/// memory and share their labels.
package struct LogitTable: Equatable, Sendable {
  /// What names a document that has no name.
  package internal(set) var name = ""
  var rows: [LogitVector]
  /// Rows that are made from the bytes of the file when they are asked for.
  private(set) var stored: StoredRows?
  /// The document that the file is, of which the one row is a part.
  private var whole: Document?
  /// The labels of the rows of as many classes, where they come from elsewhere.
  private var givenLabels: [String]?
  /// The class of each row, where that is known of all from elsewhere.
  private var givenTargets: [Int]?
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

  init(_ document: Document) {
    rows = [
      LogitVector(labels: document.labels.array, logits: document.effectiveLogits.array)
    ]
    if case .index(let target) = document.target { rows[0].target = target }
    whole = document
  }

  /// How many rows there are.
  package var count: Int { stored?.count ?? rows.count }

  /// One row, refused when there is none of this number, or without logits.
  package func row(_ index: Int) throws(FileProblem) -> LogitVector {
    guard (0..<count).contains(index) else {
      if count == 0 { throw .noLogits }
      throw .noSuchRow(index, count: count)
    }
    var row =
      try stored.map { (stored) throws(FileProblem) in
        LogitVector(logits: try stored.row(index))
      } ?? rows[index]
    guard !row.logits.isEmpty else { throw .noLogits }
    row.labels = labels(index)
    if let labels = row.labels, labels.count != row.logits.count {
      throw .countsDiffer(
        key: "labels", count: labels.count, logits: row.logits.count, line: nil)
    }
    if let givenTargets { row.target = givenTargets[index] }
    if let target = row.target, !row.logits.indices.contains(target) {
      throw .indexOutOfRange(key: "target", index: target, count: row.logits.count, line: nil)
    }
    return row
  }

  /// The logits of several rows, of so many that they take little memory.
  ///
  /// To ask for many at once is the fastest way through an array in Fortran order.
  package func logits(ofRowsFrom first: Int, before end: Int) throws(FileProblem) -> [[Double]] {
    let most = max(1, (1 << 20) / max(1, width(first)))
    let range = first..<min(first + most, end)
    if let stored { return try stored.rows(range) }
    var logits: [[Double]] = []
    for index in range { logits.append(try row(index).logits) }
    return logits
  }

  /// How many classes a row has.
  func width(_ row: Int) -> Int { stored?.columns ?? rows[row].logits.count }

  /// The labels of a row's classes, where there are some.
  func labels(_ row: Int) -> [String]? {
    if let givenLabels, givenLabels.count == width(row) { return givenLabels }
    return stored == nil ? rows[row].labels : nil
  }

  /// The target of each row; nil unless every row has one.
  ///
  /// It is made of the rows each time, unless the targets come from a file of their own.
  package var targets: [Int]? { givenTargets ?? (rows.isEmpty ? nil : rows.allMapped(\.target)) }

  /// The same rows with other labels, for those that have as many classes.
  package func with(labels: [String]) -> LogitTable {
    var table = self
    table.givenLabels = labels
    return table
  }

  /// The same rows with other targets, of which there is one for each row.
  package func with(_ targets: RowTargets) throws(FileProblem) -> LogitTable {
    var table = self
    let targets = targets.withoutHeading(for: self)
    table.givenTargets = try targets.indices(in: self)
    table.add(targets.notices)
    return table
  }

  /// One row as a document that says which row it is and what was guessed.
  package func document(row index: Int = 0) throws(FileProblem) -> Document {
    let row = try row(index)
    if var whole {
      if let givenLabels, givenLabels.count == whole.count { whole.labels = Labels(givenLabels) }
      if let givenTargets { whole.target = .index(givenTargets[index]) }
      return whole
    }
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

  /// The first row that has not as many logits as the first, where no labels say what they are.
  var oddRow: Int? { rows.indices.first(where: isOdd) }

  func isOdd(_ row: Int) -> Bool {
    rows[row].logits.count != rows[0].logits.count && rows[row].labels == nil
      && rows[0].labels == nil
  }

  /// Whether every number lies between 0 and 1.
  private var mayBeProbabilities: Bool {
    rows.allSatisfy { $0.logits.allSatisfy { $0.isNaN || (0...1).contains($0) } }
  }

  /// Adds what another table says, once.
  ///
  /// Nobody reads more than a few, and to look through very many for each line would take long.
  mutating func add(_ others: [String]) {
    for notice in others where notices.count < 20 && !notices.contains(notice) {
      notices.append(notice)
    }
  }
}
