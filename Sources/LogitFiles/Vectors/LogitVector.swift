package import LogitExplorer

/// Logits from a file that is no document, with what came beside them.
package struct LogitVector: Equatable, Sendable {
  package var labels: [String]?
  package var logits: [Double]
  /// The class a column of targets names.
  package var target: Int?

  package init(labels: [String]? = nil, logits: [Double], target: Int? = nil) {
    self.labels = labels
    self.logits = logits
    self.target = target
  }

  /// Refuses a vector without logits and one with more than the limit.
  func checked() throws(FileProblem) -> LogitVector {
    guard !logits.isEmpty else { throw .noLogits }
    guard logits.count <= FileProblem.classLimit else { throw .tooManyClasses(logits.count) }
    return self
  }

  /// The vector as a document with this name.
  package func document(named name: String) -> Document {
    let target = target.flatMap { logits.indices.contains($0) ? $0 : nil }
    return Document(
      name: name, labels: labels, logits: logits, target: target.map { .index($0) } ?? .none)
  }
}

extension Array {
  /// The element at an index, or what is thrown when a table has no such row.
  func row(_ index: Int) throws(FileProblem) -> Element {
    guard indices.contains(index) else { throw .noSuchRow(index, count: count) }
    return self[index]
  }
}
