package import LogitKernel

extension NumericsResult {
  /// The result of the document, for the selected class where it is of one.
  package func quantity(
    in document: Document, selection: Int, baseline: LogitRow? = nil
  ) -> NumericsQuantity {
    guard document.logits.indices.contains(selection) else { return .row(.logSumExp) }
    let weight = document.target.weight(at: selection)
    let target = LossReadout.target(of: document) ?? .index(selection)
    switch self {
    case .probability: return .row(.probability(selection))
    case .logProbability: return .row(.logProbability(selection))
    case .logSumExp: return .row(.logSumExp)
    case .entropy: return .row(.entropy)
    case .sum: return .row(.sumOfProbabilities)
    case .loss: return .row(.crossEntropy(target))
    case .gradient: return .row(.crossEntropyGradient(target, selection))
    case .sigmoid: return .oneLogit(.sigmoid, selection)
    case .logSigmoid: return .oneLogit(.logSigmoid, selection)
    case .softplus: return .oneLogit(.softplus, selection)
    case .logOdds: return .oneLogit(.logOdds, selection)
    case .binaryLoss: return .oneLogit(.binaryLoss(target: weight), selection)
    case .binaryGradient: return .oneLogit(.binaryGradient(target: weight), selection)
    case .divergence:
      guard let baseline, baseline.count == document.count else { return .selfDivergence }
      return .divergence(baseline)
    }
  }

  /// The result that a document is most likely about.
  static func suiting(_ document: Document) -> NumericsResult {
    if document.loss == .binaryCrossEntropy { return .binaryLoss }
    return document.count == 1 ? .sigmoid : .logProbability
  }

  /// What it is of a document's class, for a heading.
  package func title(in document: Document, selection: Int) -> String {
    let isClass = document.labels.indices.contains(selection)
    let name = isClass ? document.shortName(selection) : ""
    return switch self {
    case .probability: "p of \(name)"
    case .logProbability: "log p of \(name)"
    case .logSumExp: "log Σ exp"
    case .loss: "the loss"
    case .gradient: "the gradient of the loss for \(name)"
    case .entropy: "the entropy, in nats"
    case .sum: "the sum of all p"
    case .sigmoid: "sigmoid"
    case .logSigmoid: "log of sigmoid"
    case .softplus: "softplus"
    case .logOdds: "logit, the log-odds"
    case .binaryLoss: "the binary cross-entropy"
    case .binaryGradient: "the gradient of the binary cross-entropy"
    case .divergence: "KL of p with itself, log q by log-softmax"
    }
  }
}

extension Document {
  /// The target where it is one class, else the first class.
  package var targetClass: Int {
    if case .index(let index) = target { index } else { 0 }
  }
}
