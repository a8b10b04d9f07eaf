internal import LogitKernel

extension EntryPurpose {
  /// What the text of a field would change in `document`; `nil` for a field that changes nothing in
  /// it, and for a field without text.
  func proposal(_ text: String, in document: Document) throws(Refusal) -> Proposal? {
    if case .rename(let index) = self { return try .rename(text, of: index, in: document) }
    guard let old = oldValue(in: document), !text.allSatisfy(\.isWhitespace) else { return nil }
    let value = try typedValue(text, old: old)
    switch self {
    case .logit(let index):
      let words = "\(document.shortName(index)) to \(DecimalText.shortest(value))"
      return Proposal(
        edit: .setLogit(index, value), title: "set \(words)",
        note: document.isMasked[index] ? "Set \(words); it stays masked until m." : nil)
    case .probability(let index): return try .probability(value, of: index, in: document)
    case .weight(let index): return try .weight(value, of: index, in: document)
    case .temperature: return try .temperature(value)
    case .labelSmoothing: return try .labelSmoothing(value)
    case .shift: return try .shift(by: value, in: document)
    case .rename, .find, .open, .save, .step: return nil
    }
  }

  /// The number that `*2` and `+=1` start from; `nil` where the field is not for a number of the
  /// document.
  func oldValue(in document: Document) -> Double? {
    switch self {
    case .logit(let index): document.logits[index]
    case .probability(let index):
      LogitRow(document.effectiveLogits, temperature: document.temperature).probability(at: index)
    case .weight(let index): document.target.weight(at: index)
    case .temperature: document.temperature
    case .labelSmoothing: document.labelSmoothing
    case .shift: 0
    case .rename, .find, .open, .save, .step: nil
    }
  }

  /// The class it is about, if it is about one.
  var classIndex: Int? {
    switch self {
    case .logit(let index), .probability(let index), .weight(let index), .rename(let index): index
    case .temperature, .labelSmoothing, .shift, .find, .open, .save, .step: nil
    }
  }

  /// The kind that a command names.
  var kind: EntryPurposeKind {
    switch self {
    case .logit: .logit
    case .probability: .probability
    case .weight: .weight
    case .rename: .rename
    case .temperature: .temperature
    case .labelSmoothing: .labelSmoothing
    case .shift: .shift
    case .find: .find
    case .open: .open
    case .save: .save
    case .step: .step
    }
  }
}

/// The value of a typed expression, or why it has none.
func typedValue(_ text: String, old: Double) throws(Refusal) -> Double {
  do {
    return try ValueExpression.value(of: text, old: old)
  } catch {
    throw Refusal(error.sentence, isUnfinished: error.isUnfinished)
  }
}
