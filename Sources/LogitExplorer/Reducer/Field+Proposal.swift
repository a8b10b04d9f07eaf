internal import LogitKernel

extension Field {
  /// What the text would change in `document`; `nil` for a field that changes nothing in it, and for
  /// a field without text.
  func proposal(in document: Document) throws(Refusal) -> Proposal? {
    let (text, index) = (input.text, startSelection)
    if purpose == .rename { return try .rename(text, of: index, in: document) }
    guard let old = oldValue(in: document), !text.allSatisfy(\.isWhitespace) else { return nil }
    let bits = try purpose == .logit ? typedBits(text, in: document) : nil
    let value = if let bits { bits } else { try typedValue(text, old: old) }
    switch purpose {
    case .logit:
      let words = "\(document.shortName(index)) to \(DecimalText.shortest(value))"
      return Proposal(
        edit: .setLogit(index, value), title: "set \(words)",
        note: document.isMasked[index] ? "Set \(words); it stays masked until m." : nil)
    case .probability: return try .probability(value, of: index, in: document)
    case .weight: return try .weight(value, of: index, in: document)
    case .temperature: return try .temperature(value)
    case .labelSmoothing: return try .labelSmoothing(value)
    case .shift: return try .shift(by: value, in: document)
    case .rename, .find, .open, .save, .step, .guess: return nil
    }
  }

  /// The number that `*2` and `+=1` start from; `nil` where the field is not for a number of the
  /// document.
  func oldValue(in document: Document) -> Double? {
    switch purpose {
    case .logit: document.logits[startSelection]
    case .probability: document.row.probability(at: startSelection)
    case .weight: document.target.weight(at: startSelection)
    case .temperature: document.temperature
    case .labelSmoothing: document.labelSmoothing
    case .shift: 0
    case .rename, .find, .open, .save, .step, .guess: nil
    }
  }
}

/// The value whose bits in the document's format are typed, `#3c00` or `0b0011110000000000`; `nil`
/// for any other text.
private func typedBits(_ text: String, in document: Document) throws(Refusal) -> Double? {
  let word = text.trimmingSpaces.lowercased().filter { $0 != "_" && $0 != " " }
  let (isHex, isBinary) = (word.hasPrefix("#"), word.hasPrefix("0b"))
  guard isHex || isBinary else { return nil }
  let format = document.arithmetic.settings.storage
  let digits = word.dropFirst(isHex ? 1 : 2)
  let wanted = isHex ? (format.width + 3) / 4 : format.width
  let kind = isHex ? "hexadecimal digits" : "bits"
  guard let bits = UInt64(digits, radix: isHex ? 16 : 2), digits.count <= wanted else {
    guard digits.isEmpty else {
      throw Refusal("\(format.name) takes at most \(wanted) \(kind).")
    }
    throw Refusal("Type up to \(wanted) \(kind) of a \(format.name) value.", isUnfinished: true)
  }
  guard bits >> UInt64(min(format.width, 63)) == 0 || format.width == 64 else {
    throw Refusal("\(format.name) has \(format.width) bits; this is longer.")
  }
  return format.value(ofBits: bits)
}

/// The value of a typed expression, or why it has none.
func typedValue(_ text: String, old: Double) throws(Refusal) -> Double {
  do {
    return try ValueExpression.value(of: text, old: old)
  } catch {
    throw Refusal(error.sentence, isUnfinished: error.isUnfinished)
  }
}
