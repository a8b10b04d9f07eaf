internal import LogitKernel

/// Something about the document that its numbers alone do not show, in one sentence.
package struct Notice: Equatable, Sendable {
  package let text: String
  /// What it says something of.
  var subject = Subject.document

  enum Subject: Sendable {
    /// What was typed or read.
    case document
    /// p of every class, and with it all that is made of the shares.
    case shares
    case loss
  }

  /// Whether it can stand next to these numbers: what it says gives none of those away that are
  /// covered, and is so by an algorithm's numbers too.
  func suits(_ numbers: RowNumbers) -> Bool {
    switch subject {
    case .document: true
    case .shares:
      !Cover.probability.kinds.contains(where: numbers.isCovered) && numbers.hasTrueShares
    case .loss: !numbers.isCovered(.crossEntropy) && numbers.hasTrueLoss
    }
  }

  /// What there is to say, the most important first.
  ///
  /// One pass over the logits and one over the weights; nothing here depends on the selection.
  static func all(
    for document: Document, row: LogitRow
  ) -> [Notice] {
    guard document.count > 0 else { return [] }
    let facts = RowFacts(row, temperature: document.temperature)
    let shares = logits(document, facts) + temperature(document.temperature, facts)
    return shares.map { Notice(text: $0, subject: .shares) } + target(document, facts)
      + shape(document, facts) + document.source.remarks.map { Notice(text: $0) }
  }

  private static func logits(_ document: Document, _ facts: RowFacts) -> [String] {
    var texts: [String] = []
    if facts.nans > 0 {
      texts.append("A logit is NaN, and with it every number of the whole row.")
    }
    if facts.minusInfinities == facts.count, facts.count > 1 {
      texts.append("Every class is masked: 0/0 is no distribution (NaN).")
    }
    if facts.plusInfinities > 1 {
      texts.append(
        "\(facts.plusInfinities) logits are +inf: none of them wins, their p is NaN.")
    } else if facts.plusInfinities == 1, facts.count > 1 {
      texts.append("One logit is +inf: it takes all the probability, p = 1.")
    }
    return texts
  }

  private static func temperature(_ temperature: Double, _ facts: RowFacts) -> [String] {
    switch temperature {
    case _ where temperature.isNaN: ["The temperature is NaN, and so is everything it divides."]
    case 0 where facts.ties > 1:
      ["T = 0, the limit from above: the \(facts.ties) greatest logits share all."]
    case 0: ["T = 0, the limit from above: the greatest logit takes all."]
    case -.infinity, .infinity: ["An infinite T makes all finite logits equal."]
    case ..<0: ["T is below 0: the least logit is the most probable."]
    default: []
    }
  }

  private static func target(_ document: Document, _ facts: RowFacts) -> [Notice] {
    guard document.loss == .crossEntropy else { return [] }
    var notices: [Notice] = []
    switch document.target {
    case .none: break
    case .index(let index):
      if document.effectiveLogit(at: index) == -.infinity, facts.count > 1 {
        notices.append(
          Notice(
            text: "The target is masked: its p is 0 and the loss is inf.", subject: .loss))
      }
    case .weights(let weights):
      let sum = sum(of: weights)
      if abs(sum - 1) > 1e-9 {
        let shown = displayText(sum, digits: 6)
        notices.append(
          Notice(text: "Target weights sum to \(shown), not to 1, and are taken as is."))
      }
      if document.logits.indices.contains(where: {
        weights[$0] > 0 && document.effectiveLogit(at: $0) == -.infinity
      }) {
        notices.append(
          Notice(
            text: "A class with weight in the target is masked: the loss is inf.",
            subject: .loss))
      }
    }
    let isSmoothed = document.labelSmoothing != 0 && document.target != .none
    if isSmoothed, facts.minusInfinities > 0 {
      notices.append(
        Notice(
          text: "Smoothing gives masked classes weight too: the loss is inf.",
          subject: .loss))
    }
    return notices
  }

  private static func shape(_ document: Document, _ facts: RowFacts) -> [Notice] {
    if facts.looksLikeProbabilities {
      return [Notice(text: "These logits look like probabilities: softmax twice?")]
    }
    if facts.looksLikeLogProbabilities {
      let text = "These look like log-probabilities: softmax just undoes the log."
      return [Notice(text: text, subject: .shares)]
    }
    return []
  }
}

/// What the notices ask of the logits.
private struct RowFacts {
  let count: Int
  let nans: Int
  let plusInfinities: Int
  let minusInfinities: Int
  /// How many have the greatest logit.
  let ties: Int
  let looksLikeProbabilities: Bool
  let looksLikeLogProbabilities: Bool

  static let tolerance = 1e-3

  init(_ row: LogitRow, temperature: Double) {
    let facts = row.logits.facts
    (count, nans) = (facts.count, facts.nans)
    (plusInfinities, minusInfinities) = (facts.plusInfinities, facts.minusInfinities)
    ties = plusInfinities > 0 ? plusInfinities : facts.greatest.firstCount
    let isOrdinary = facts.finiteCount > 1 && nans == 0 && plusInfinities == 0
    // Whole numbers that happen to sum to 1 are somebody's example, not what a program put out.
    var isOutput: Bool {
      isOrdinary && row.logits.contains { $0 != $0.rounded() && $0.isFinite }
    }
    looksLikeProbabilities =
      isOrdinary && minusInfinities == 0 && facts.greatest.first <= 1 && facts.least.first <= 0
      && abs(facts.sum - 1) <= RowFacts.tolerance && isOutput
    // Divided by a temperature, log-probabilities are logits like any others.
    looksLikeLogProbabilities =
      isOrdinary && facts.greatest.first <= 0 && temperature == 1
      && abs(row.logSumExp()) <= RowFacts.tolerance && isOutput
  }
}

extension RowNumbers {
  /// Whether p of every class is about the true one.
  fileprivate var hasTrueShares: Bool {
    run == nil
      || row.logits.indices.wanted("comparing with the true values").allSatisfy {
        isAboutTrue(.probability($0))
      }
  }

  fileprivate var hasTrueLoss: Bool {
    run == nil || loss.map { isAboutTrue($0.crossEntropy) } ?? true
  }

  private func isAboutTrue(_ quantity: Quantity) -> Bool {
    let (value, truth) = (value(quantity), quantity.exact(of: row))
    return value == truth || value.isNaN && truth.isNaN || abs(value - truth) < 0.01
  }
}

extension Document {
  /// What the screen says about the document besides its numbers, the most important first.
  package var notices: [String] {
    let numbers = RowNumbers(self)
    return Notice.all(for: self, row: numbers.row).filter { $0.suits(numbers) }.map(\.text)
  }
}
