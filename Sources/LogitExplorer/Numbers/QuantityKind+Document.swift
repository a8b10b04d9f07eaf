package import LogitKernel

extension Quantity.Kind {
  /// The quantity of the document, for the selected class where it is of one; KL(p‖p) while there is
  /// no other row of as many classes.
  package func quantity(
    in document: Document, selection: Int, baseline: LogitRow? = nil
  ) -> Quantity {
    guard document.logits.indices.contains(selection) else { return .logSumExp }
    let sameLength = baseline?.count == document.count ? baseline : nil
    return Quantity(
      self, at: selection, target: Loss(document)?.target ?? .index(selection),
      weight: document.target.weight(at: selection), other: sameLength) ?? .selfDivergence
  }

  /// The result that a document is most likely about.
  static func suiting(_ document: Document) -> Quantity.Kind {
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
    case .odds: "the odds of \(name)"
    case .logOdds: "the log-odds of \(name)"
    case .complement: "1 − p of \(name)"
    case .logSumExp: "log Σ exp"
    case .entropy: "the entropy, in nats"
    case .entropyInBits: "the entropy, in bits"
    case .perplexity: "the perplexity, e^H"
    case .sumOfProbabilities: "the sum of all p"
    case .margin: "the margin, best z less second"
    case .marginGradient: "the gradient of the margin for \(name)"
    case .probabilityGap: "the gap between the best two p"
    case .probabilityGapGradient: "the gradient of the gap between the best two p for \(name)"
    case .crossEntropy: "the loss"
    case .crossEntropyGradient: "the gradient of the loss for \(name)"
    case .brierScore: "the Brier score"
    case .brierGradient: "the gradient of the Brier score for \(name)"
    case .sigmoid: "sigmoid"
    case .sigmoidComplement: "1 − sigmoid"
    case .logSigmoid: "log of sigmoid"
    case .softplus: "softplus"
    case .logit: "logit, the log-odds of a probability"
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
