internal import LogitKernel

extension LogitVector {
  /// Reads logits from JSON in the shapes they come in.
  ///
  /// A list of numbers or strings of numbers; a list of such lists, of which one is taken; an object
  /// of label and number; an object with `logits` and perhaps `labels`; a list of objects with
  /// `token` or `label` and `logprob` or `logit`; and the answer of a language model's interface
  /// with `top_logprobs` at any depth, of which one position is taken.
  package init(json bytes: [UInt8], row: Int = 0) throws(FileProblem) {
    let value: JSONValue
    do {
      value = try JSONValue.parse(bytes)
    } catch {
      throw error.problem(in: bytes)
    }
    self = try LogitVector(value, row: row).checked()
  }

  init(_ value: JSONValue, row: Int) throws(FileProblem) {
    if let logits = value["logits"] {
      try self.init(logits, row: row)
      try addLabels(of: value)
    } else if let positions = value.positions {
      self = try positions.row(row)
    } else if let vector = LogitVector(row: value) {
      self = vector
    } else if case .array(let rows) = value, case .array? = rows.first {
      guard let vector = LogitVector(row: try rows.row(row)) else { throw .jsonShape }
      self = vector
    } else {
      throw .jsonShape
    }
  }

  private mutating func addLabels(of value: JSONValue) throws(FileProblem) {
    if case .array(let labels)? = value["labels"] {
      guard labels.count == logits.count else {
        throw .countsDiffer(key: "labels", count: labels.count, logits: logits.count, line: 1)
      }
      self.labels = labels.map { $0.text ?? "" }
    }
    if case .number(let index)? = value["target"] { target = Int(exactly: index) }
  }

  /// One row of logits, or nil where the value is none.
  fileprivate init?(row value: JSONValue) {
    self.init(logits: [])
    switch value {
    case .array(let elements):
      for element in elements {
        if let number = element.asNumber {
          logits.append(number)
        } else if let label = element.label, let number = element.logit {
          labels = (labels ?? []) + [label]
          logits.append(number)
        } else {
          return nil
        }
      }
    case .object(let members):
      labels = members.map(\.key)
      logits = members.compactMap(\.value.asNumber)
    default: return nil
    }
    if let labels, labels.count != logits.count { return nil }
  }
}

extension JSONValue {
  /// A number, or a string that is one, such as `"-inf"`.
  package var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): parseNumber(text)
    default: nil
    }
  }

  fileprivate var text: String? {
    if case .string(let text) = self { return text }
    return asNumber.map { DecimalText.shortest($0) }
  }

  fileprivate var label: String? {
    for key in ["token", "label", "decoded_token"] {
      if let text = self[key]?.text { return text }
    }
    return nil
  }

  fileprivate var logit: Double? {
    for key in ["logit", "logprob", "score"] {
      if let number = self[key]?.asNumber { return number }
    }
    return nil
  }

  /// The candidates at each position of a generated text, where the value holds such.
  fileprivate var positions: [LogitVector]? {
    switch self {
    case .object(let members):
      if let candidates = self["top_logprobs"] {
        if case .array(let rows) = candidates, rows.allSatisfy({ $0.label == nil }), !rows.isEmpty {
          return rows.compactMap { LogitVector(row: $0) }
        }
        return LogitVector(row: candidates).map { [$0] }
      }
      return members.lazy.compactMap(\.value.positions).first
    case .array(let elements):
      let found = elements.compactMap(\.positions)
      return found.isEmpty ? nil : found.flatMap(\.self)
    default: return nil
    }
  }
}
