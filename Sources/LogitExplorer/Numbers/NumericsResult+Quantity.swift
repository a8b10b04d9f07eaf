package import LogitKernel

extension NumericsResult {
  /// The result of the document, for the selected class where it is of one.
  package func quantity(
    in document: Document, selection: Int, baseline: LogitRow? = nil
  ) -> Quantity {
    guard document.logits.indices.contains(selection) else { return .logSumExp }
    let weight = document.target.weight(at: selection)
    let target = Loss(document)?.target ?? .index(selection)
    switch self {
    case .probability: return .probability(selection)
    case .logProbability: return .logProbability(selection)
    case .logSumExp: return .logSumExp
    case .entropy: return .entropy
    case .sum: return .sumOfProbabilities
    case .loss: return .crossEntropy(target)
    case .gradient: return .crossEntropyGradient(target, selection)
    case .sigmoid: return .logit(.sigmoid, selection)
    case .logSigmoid: return .logit(.logSigmoid, selection)
    case .softplus: return .logit(.softplus, selection)
    case .logOdds: return .logit(.logOdds, selection)
    case .binaryLoss: return .logit(.binaryLoss(target: weight), selection)
    case .binaryGradient: return .logit(.binaryGradient(target: weight), selection)
    case .brierScore: return .brierScore(target)
    case .brierGradient: return .brierGradient(target, selection)
    case .margin: return .margin
    case .marginGradient: return .marginGradient(selection)
    case .probabilityGap: return .probabilityGap
    case .probabilityGapGradient: return .probabilityGapGradient(selection)
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
    case .brierScore: "the Brier score"
    case .brierGradient: "the gradient of the Brier score for \(name)"
    case .margin: "the margin, best z less second"
    case .marginGradient: "the gradient of the margin for \(name)"
    case .probabilityGap: "the gap between the best two p"
    case .probabilityGapGradient: "the gradient of the gap between the best two p for \(name)"
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
