internal import LogitKernel

/// A change to the document that somebody wants, checked: the edit, its words, and what to say of it.
struct Proposal: Equatable {
  var edit: DocumentEdit
  /// For the undo step: "set setosa to 2.1".
  var title: String
  /// A word on the outcome where it may surprise.
  var note: String?

  /// How the title of a step begins that sets a probability.
  static let probabilityWords = "set the probability of"

  /// A logit for the class so that it has this probability while the others keep theirs.
  static func probability(
    _ probability: Double, of index: Int, in document: Document
  ) throws(Refusal) -> Proposal {
    guard (0...1).contains(probability) else {
      throw Refusal("A probability is between 0 and 1.")
    }
    if let reason = document.reasonAgainstProbability(probability, of: index) {
      throw Refusal(reason)
    }
    let row = document.row
    let logit = row.logitGiving(probability: probability, at: index)
    let (name, isLimit) = (document.shortName(index), probability == 0 || probability == 1)
    guard !logit.isNaN, logit.isFinite || isLimit else {
      throw Refusal("No logit gives \(name) this probability at this temperature.")
    }
    var note: String?
    if isLimit {
      let (value, limit) = (DecimalText.shortest(probability), DecimalText.shortest(logit))
      note = "No finite logit gives p = \(value): the logit is now \(limit)."
    }
    return Proposal(
      edit: .setLogit(index, logit),
      title: "\(probabilityWords) \(name) to \(DecimalText.shortest(probability))", note: note)
  }

  /// The same constant added to every logit, masked ones included.
  static func shift(by constant: Double, in document: Document) throws(Refusal) -> Proposal {
    guard constant.isFinite else {
      throw Refusal("Only a finite constant can be added to every logit.")
    }
    let old = document.logits
    let new = old.map { decimalSum($0, constant) }
    guard !zip(old, new).contains(where: { $0.isFinite && $1.isInfinite }) else {
      throw Refusal("A logit would go beyond the greatest number, 1.797…e308.")
    }
    let text = DecimalText.shortest(constant)
    let isExact = zip(old, new).allSatisfy {
      !$0.isFinite || ($1 - constant == $0 && $1 - $0 == constant)
    }
    let softmax =
      isExact ? "softmax does not move" : "softmax moves by rounding only"
    return Proposal(
      edit: .shiftLogits(by: constant), title: "add \(text) to every logit",
      note: "Added \(text) to every logit: \(softmax), σ does.")
  }

  static func temperature(_ temperature: Double) throws(Refusal) -> Proposal {
    guard !temperature.isNaN else {
      throw Refusal("A temperature is a number; NaN would make every result NaN.")
    }
    return Proposal(
      edit: .setTemperature(temperature),
      title: "set the temperature to \(DecimalText.shortest(temperature))")
  }

  static func labelSmoothing(_ smoothing: Double) throws(Refusal) -> Proposal {
    guard (0...1).contains(smoothing) else {
      throw Refusal("Label smoothing is between 0 (none) and 1 (only the uniform target).")
    }
    return Proposal(
      edit: .setLabelSmoothing(smoothing),
      title: "set the label smoothing to \(DecimalText.shortest(smoothing))")
  }

  /// A soft target in which a class has this weight and the others what they have now.
  static func weight(
    _ weight: Double, of index: Int, in document: Document
  ) throws(Refusal) -> Proposal {
    guard weight.isFinite, weight >= 0 else {
      throw Refusal("A target weight is a finite number, 0 or more.")
    }
    var weights = document.softTarget
    weights[index] = weight + 0
    return Proposal(
      edit: .setTarget(.weights(weights)),
      title: "set the target weight of \(document.shortName(index)) to "
        + DecimalText.shortest(weight))
  }

  static func rename(
    _ label: String, of index: Int, in document: Document
  ) throws(Refusal)
    -> Proposal
  {
    let label = singleLine(label)
    guard !label.allSatisfy(\.isWhitespace) else { throw Refusal("A class needs a name.") }
    return Proposal(
      edit: .renameClass(index, label),
      title: "rename \(document.shortName(index)) to \(shortened(label))")
  }
}

extension Document {
  /// Why a class cannot be given that probability here; `nil` if it can.
  func reasonAgainstProbability(_ probability: Double, of index: Int) -> String? {
    let others = logits.indices.lazy.filter { $0 != index }
    guard count > 1 else { return "One class alone has p = 1 whatever its logit." }
    guard !isMasked[index] else { return "\(shortName(index)) is masked; m unmasks it." }
    if let broken = others.first(where: { effectiveLogit(at: $0).isNaN }) {
      return "\(shortName(broken)) is NaN, so every probability is."
    }
    guard others.contains(where: { effectiveLogit(at: $0) != -.infinity }) else {
      return "All other classes are masked or at -inf, so this one has p = 1 whatever its logit."
    }
    if let winner = others.first(where: { effectiveLogit(at: $0) == .infinity }), probability > 0 {
      return "\(shortName(winner)) is at inf and takes everything."
    }
    guard probability > 0, probability < 1 else { return nil }
    if temperature == 0 { return "At temperature 0 only the greatest logits have a share." }
    if temperature.isInfinite { return "At an infinite temperature all classes share equally." }
    return nil
  }
}
