package import LogitKernel

/// What a teacher keeps under a sheet of paper until the class has guessed: the one list of words.
///
/// Logits, temperature and target are never covered; they are what the class guesses from.
package enum Cover: String, CaseIterable, Sendable {
  case probability = "p"
  case logProbability = "log-p"
  case odds
  case logOdds = "log-odds"
  case sigmoid
  case entropy
  case logSumExp = "logsumexp"
  case loss
  case gradient

  /// What it covers, for its row.
  package var meaning: String {
    switch self {
    case .probability: "the probabilities, and all that would give them away"
    case .logProbability: "log p, and the loss, which is one of them"
    case .odds: "the odds"
    case .logOdds: "the log-odds, and the lead of the best"
    case .sigmoid: "σ, log σ and the binary loss; p stays in sight"
    case .entropy: "the entropy, e^H, and the floor of the loss"
    case .logSumExp: "log Σ exp, and Σ in the formula"
    case .loss: "the loss and its parts, and log p, which is one"
    case .gradient: "the gradient of the loss"
    }
  }

  /// The numbers under it.
  ///
  /// What says the same in other words goes with a number, what takes a computation does not: log p
  /// can be asked for with p in sight. Only p takes everything along that comes from the shares; σ
  /// does not, and neither does what is made of σ.
  package var kinds: Set<Quantity.Kind> {
    switch self {
    case .probability:
      Set(Quantity.Kind.allCases).subtracting(Cover.ofOneLogit)
    case .logProbability: [.logProbability, .crossEntropy]
    case .odds: [.odds]
    // Of two classes the one is the other.
    case .logOdds: [.logOdds, .margin]
    case .sigmoid: Cover.ofOneLogit.subtracting([.logit])
    case .entropy: [.entropy, .entropyInBits, .perplexity]
    case .logSumExp: [.logSumExp]
    case .loss: [.crossEntropy, .logProbability, .brierScore, .binaryLoss, .logSigmoid]
    case .gradient:
      [
        .crossEntropyGradient, .binaryGradient, .brierGradient, .marginGradient,
        .probabilityGapGradient,
      ]
    }
  }

  private static let ofOneLogit: Set<Quantity.Kind> = Set(
    Quantity.Kind.allCases.filter { $0.scope == .logit })
}

extension Cover {
  /// What stands in place of a number; `#` where there is ASCII only.
  package static let shade: Character = "▒"

  /// As wide as the text, so that nothing moves when it is revealed.
  package static func over(_ text: String) -> String { over(width: text.count) }

  package static func over(width: Int) -> String {
    String(repeating: shade, count: max(0, width))
  }

  /// A sentence in which no number can be read; words with digits in them, as `binary16`, stay.
  static func overNumbers(in sentence: String) -> String {
    sentence.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let start = word.drop { "(-−".contains($0) }
      guard start.first?.isNumber == true else { return String(word) }
      let last = word.lastIndex { !".,;:)".contains($0) } ?? word.startIndex
      let number = over(String(word[start.startIndex...last]))
      return word[..<start.startIndex] + number + word[word.index(after: last)...]
    }.joined(separator: " ")
  }
}

extension Set<Cover> {
  /// The numbers under them.
  var kinds: Set<Quantity.Kind> { reduce(into: []) { $0.formUnion($1.kinds) } }

  /// Their words, in the order of the list.
  var words: String {
    Cover.allCases.filter(contains).map(\.rawValue).joined(separator: ", ")
  }
}
