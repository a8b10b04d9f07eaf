internal import LogitKernel

/// The functions of `eval --jsonl`, by their names there.
enum EvalFunction: String, CaseIterable {
  case softmax
  case logSoftmax = "log_softmax"
  case logSumExp = "logsumexp"
  case entropy
  case divergence = "kl"
  case crossEntropy = "cross_entropy"
  case crossEntropyGradient = "cross_entropy_grad"
  case brierScore = "brier"
  case brierGradient = "brier_grad"
  case margin
  case marginGradient = "margin_grad"
  case probabilityGap = "top_two_gap"
  case probabilityGapGradient = "top_two_gap_grad"
  case sigmoid
  case logSigmoid = "log_sigmoid"
  case softplus
  case logit
  case binaryCrossEntropy = "bce_with_logits"
  case binaryCrossEntropyGradient = "bce_with_logits_grad"
  case round

  /// What a function takes besides the logits.
  enum Operand { case nothing, otherLogits, targets, lossTarget }

  var operand: Operand {
    switch self {
    case .divergence: .otherLogits
    case .crossEntropy, .crossEntropyGradient, .brierScore, .brierGradient: .lossTarget
    case .binaryCrossEntropy, .binaryCrossEntropyGradient: .targets
    default: .nothing
    }
  }

  /// Whether the temperature divides: functions of one logit take it as it is.
  var isOfRow: Bool {
    switch self {
    case .sigmoid, .logSigmoid, .softplus, .logit, .binaryCrossEntropy,
      .binaryCrossEntropyGradient, .round:
      false
    default: true
    }
  }
}

/// What a function gives: one number, or one per class.
enum EvalValue: Equatable {
  case scalar(Double)
  case vector([Double])
}

/// What a function asks for.
enum EvalQuestion {
  case scalar(Quantity)
  case vector((Int) -> Quantity)
  /// The logits rounded to the format.
  case rounding
  /// A loss, or its gradient, of no classes.
  case empty(EvalValue)
}
