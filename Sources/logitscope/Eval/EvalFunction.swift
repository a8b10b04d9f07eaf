/// The functions of `eval --jsonl`, by their names there.
enum EvalFunction: String, CaseIterable {
  case softmax
  case logSoftmax = "log_softmax"
  case logSumExp = "logsumexp"
  case entropy
  case divergence = "kl"
  case crossEntropy = "cross_entropy"
  case crossEntropyGradient = "cross_entropy_grad"
  case sigmoid
  case logSigmoid = "log_sigmoid"
  case softplus
  case logit
  case binaryCrossEntropy = "bce_with_logits"
  case binaryCrossEntropyGradient = "bce_with_logits_grad"
  case round

  /// What a function takes beside the logits.
  enum Operand { case nothing, otherLogits, targets, lossTarget }

  var operand: Operand {
    switch self {
    case .divergence: .otherLogits
    case .crossEntropy, .crossEntropyGradient: .lossTarget
    case .binaryCrossEntropy, .binaryCrossEntropyGradient: .targets
    default: .nothing
    }
  }
}

/// What a function gives.
enum EvalValue: Equatable {
  case scalar(Double)
  case vector([Double])
}
