package import LogitExplorer
internal import LogitKernel
internal import TOMLKit

extension Document {
  /// Reads a document from TOML.
  ///
  /// Indices in it, those of `masked` and of `target`, count from 0; labels may stand in their
  /// place. Only `logits` is required. An unknown key is refused, since saving would lose it.
  ///
  /// - Parameters:
  ///   - toml: The text; a byte order mark and either line ending are fine.
  ///   - name: The document's name where the text gives none.
  /// - Throws: What is wrong, with its line.
  package init(toml: String, name: String) throws(FileProblem) {
    let source = try TOMLText(toml)
    self = try DocumentReader(table: source.root, line: source.line).document(named: name)
  }
}

/// Reads the keys of a document.
struct DocumentReader {
  let table: TOMLTable
  /// The line on which a key stands.
  let line: (String) -> Int

  func document(named name: String) throws(FileProblem) -> Document {
    for key in table.keys
    where DocumentKey(rawValue: key) == nil && ArithmeticOption.named(key) == nil {
      throw .unknownKey(key, line: line(key))
    }
    guard let logits = try numbers(.logits) else { throw .missingKey("logits") }
    let labels = try labels(count: logits.count)
    var document = Document(
      name: try string(.name) ?? name, note: try string(.note) ?? "", labels: labels,
      logits: logits)
    document.isMasked = ClassMask(try mask(document.labels.array))
    document.temperature = try number(.temperature) ?? 1
    document.target = try target(document.labels.array)
    document.labelSmoothing = try labelSmoothing()
    document.loss = try loss()
    document.arithmetic = try arithmetic()
    return document
  }

  private func labels(count: Int) throws(FileProblem) -> [String]? {
    guard let values = try array(.labels) else { return nil }
    var labels: [String] = []
    for (index, value) in values.enumerated() {
      guard let label = value.string else {
        throw wrongKind(.labels, "an array of strings", element: index)
      }
      labels.append(label)
    }
    guard labels.count == count else {
      throw .countsDiffer(
        key: "labels", count: labels.count, logits: count, line: line("labels"))
    }
    return labels
  }

  private func mask(_ labels: [String]) throws(FileProblem) -> [Bool] {
    var isMasked = Array(repeating: false, count: labels.count)
    for (element, value) in (try array(.masked) ?? TOMLArray()).enumerated() {
      guard let index = try index(.masked, value, labels) else {
        throw wrongKind(.masked, "an array of indices or labels", element: element)
      }
      isMasked[index] = true
    }
    return isMasked
  }

  private func target(_ labels: [String]) throws(FileProblem) -> TargetSetting {
    let weights = try numbers(.targetProbabilities)
    guard let value = table[DocumentKey.target.rawValue] else {
      return try weights.map { (weights) throws(FileProblem) in
        .weights(try checked(weights, count: labels.count))
      } ?? .none
    }
    guard weights == nil else { throw .twoTargets(line: line("target")) }
    guard let index = try index(.target, value, labels) else {
      throw wrongKind(.target, "an index, counted from 0, or a label")
    }
    return .index(index)
  }

  private func checked(_ weights: [Double], count: Int) throws(FileProblem) -> [Double] {
    let key = DocumentKey.targetProbabilities.rawValue
    guard weights.count == count else {
      throw .countsDiffer(key: key, count: weights.count, logits: count, line: line(key))
    }
    if let bad = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .notAWeight(key: key, element: bad, weights[bad], line: line(key))
    }
    return weights
  }

  private func labelSmoothing() throws(FileProblem) -> Double {
    let value = try number(.labelSmoothing) ?? 0
    guard (0...1).contains(value) else {
      throw .outOfRange(key: "label_smoothing", value, line: line("label_smoothing"))
    }
    return value
  }

  private func loss() throws(FileProblem) -> LossKind {
    guard let word = try string(.loss) else { return .crossEntropy }
    guard let loss = LossKind(rawValue: word) else {
      throw .notAChoice(
        key: "loss", word, choices: LossKind.allCases.map(\.rawValue), line: line("loss"))
    }
    return loss
  }
}

extension DocumentReader {
  private func arithmetic() throws(FileProblem) -> Arithmetic {
    var arithmetic = Arithmetic.exact
    for option in ArithmeticOption.catalog {
      guard let item = table[option.key] else { continue }
      guard let text = item.scalarText else {
        throw .wrongKind(
          key: option.key, element: nil, expected: "a string, a number, true or false",
          line: line(option.key))
      }
      do throws(Refusal) {
        try option.set(text, &arithmetic)
      } catch {
        throw .refused(key: option.key, error.sentence, line: line(option.key))
      }
    }
    return arithmetic
  }

  private func string(_ key: DocumentKey) throws(FileProblem) -> String? {
    guard let value = table[key.rawValue] else { return nil }
    guard let string = value.string else { throw wrongKind(key, "a string") }
    return string
  }

  private func number(_ key: DocumentKey) throws(FileProblem) -> Double? {
    guard let value = table[key.rawValue] else { return nil }
    guard let number = value.number else { throw wrongKind(key, "a number") }
    return number
  }

  private func numbers(_ key: DocumentKey) throws(FileProblem) -> [Double]? {
    guard let values = try array(key) else { return nil }
    var numbers: [Double] = []
    for (index, value) in values.enumerated() {
      if let number = value.number {
        numbers.append(number)
      } else if let run = NumberRun(value) {
        let count = numbers.count + run.count
        try FileProblem.requireMemory(forClasses: count)
        numbers += run.numbers
      } else {
        throw wrongKind(key, "an array of numbers", element: index)
      }
    }
    return numbers
  }

  private func array(_ key: DocumentKey) throws(FileProblem) -> TOMLArray? {
    guard let value = table[key.rawValue] else { return nil }
    guard let array = value.array else { throw wrongKind(key, "an array") }
    return array
  }

  /// The class that an index or a label stands for; nil where the value is neither.
  private func index(
    _ key: DocumentKey, _ value: any TOMLValueConvertible, _ labels: [String]
  ) throws(FileProblem) -> Int? {
    if let index = value.int {
      guard labels.indices.contains(index) else {
        throw .indexOutOfRange(
          key: key.rawValue, index: index, count: labels.count, line: line(key.rawValue))
      }
      return index
    }
    guard let label = value.string else { return nil }
    guard let index = labels.firstIndex(of: label) else {
      throw .unknownLabel(key: key.rawValue, label, line: line(key.rawValue))
    }
    guard labels.lastIndex(of: label) == index else {
      throw .severalClasses(key: key.rawValue, label, line: line(key.rawValue))
    }
    return index
  }

  private func wrongKind(
    _ key: DocumentKey, _ expected: String, element: Int? = nil
  ) -> FileProblem {
    .wrongKind(
      key: key.rawValue, element: element, expected: expected, line: line(key.rawValue))
  }
}

extension TOMLValueConvertible {
  /// A single value as it would be typed; nil for an array, a table, and a date.
  fileprivate var scalarText: String? {
    if let bool { return bool ? "true" : "false" }
    return string ?? int.map { String($0) } ?? double.map { DecimalText.shortest($0) }
  }
}
