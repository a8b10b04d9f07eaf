package import LogitKernel

/// The one number that a case of the gallery is about.
package enum GalleryResult: String, CaseIterable, Hashable, Sendable {
  case probability = "p"
  case logProbability = "log-p"
  case logSumExp = "logsumexp"
  case loss, entropy, sum, gradient
  /// Σ p·(log p − log q) where q is p too, but log q is formed as log-softmax.
  case selfDivergence = "self-divergence"
  case sigmoid
  case logSigmoid = "log-sigmoid"
  case softplus
  /// Of the logit taken for a probability.
  case logOdds = "logit"
  case binaryLoss = "binary-loss"
  case binaryGradient = "binary-gradient"
}

extension GalleryResult {
  /// What it is of a document, for a heading.
  package func title(in document: Document) -> String {
    let index = GalleryResult.index(in: document)
    let name = document.labels.indices.contains(index) ? document.shortName(index) : ""
    switch self {
    case .probability: return "p of \(name)"
    case .logProbability: return "log p of \(name)"
    case .logSumExp: return "log Σ exp"
    case .loss: return "the loss"
    case .entropy: return "the entropy, in nats"
    case .sum: return "the sum of all p"
    case .gradient: return "the gradient of the loss for \(name)"
    case .selfDivergence: return "KL of p with itself, log q by log-softmax"
    case .sigmoid: return "sigmoid"
    case .logSigmoid: return "log of sigmoid"
    case .softplus: return "softplus"
    case .logOdds: return "logit, the log-odds"
    case .binaryLoss: return "the binary cross-entropy"
    case .binaryGradient: return "the gradient of the binary cross-entropy"
    }
  }

  /// The target where it is one class, else the first class.
  package static func index(in document: Document) -> Int {
    if case .index(let index) = document.target { index } else { 0 }
  }

  /// The result where a row determines it.
  package func quantity(in document: Document) -> RowQuantity? {
    let index = GalleryResult.index(in: document)
    let target = LossReadout.target(of: document) ?? .index(index)
    switch self {
    case .probability: return .probability(index)
    case .logProbability: return .logProbability(index)
    case .logSumExp: return .logSumExp
    case .loss: return .crossEntropy(target)
    case .entropy: return .entropy
    case .sum: return .sumOfProbabilities
    case .gradient: return .crossEntropyGradient(target, index)
    case .selfDivergence, .sigmoid, .logSigmoid, .softplus, .logOdds, .binaryLoss, .binaryGradient:
      return nil
    }
  }

  /// The result where one logit determines it.
  package func scalar(in document: Document) -> ScalarQuantity? {
    guard let x = document.effectiveLogits.first else { return nil }
    let target = document.target.weight(at: 0)
    switch self {
    case .sigmoid: return .sigmoid(x)
    case .logSigmoid: return .logSigmoid(x)
    case .softplus: return .softplus(x)
    case .logOdds: return .logit(x)
    case .binaryLoss: return .binaryCrossEntropy(x, target: target)
    case .binaryGradient: return .binaryCrossEntropyGradient(x, target: target)
    case .probability, .logProbability, .logSumExp, .loss, .entropy, .sum, .gradient,
      .selfDivergence:
      return nil
    }
  }
}
