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

/// How a value is computed: exactly and rounded once, or as a program would.
enum EvalAlgorithm: String, CaseIterable {
  case exact

  func value(of request: EvalRequest) -> EvalValue {
    switch self {
    case .exact: exactValue(of: request)
    }
  }
}

/// The true value, rounded once to the request's format.
///
/// The temperature belongs to the functions of a row; those of one logit take it as it is.
private func exactValue(of request: EvalRequest) -> EvalValue {
  let (x, t, format) = (request.logits, request.temperature, request.format)
  switch request.function {
  case .softmax: return .vector(softmax(x, temperature: t, in: format))
  case .logSoftmax: return .vector(logSoftmax(x, temperature: t, in: format))
  case .logSumExp: return .scalar(logSumExp(x, temperature: t, in: format))
  case .entropy: return .scalar(entropy(x, temperature: t, in: format))
  case .divergence:
    return .scalar(klDivergence(x, request.otherLogits, temperature: t, in: format))
  case .crossEntropy, .crossEntropyGradient: return exactLoss(of: request)
  case .sigmoid: return .vector(x.map { sigmoid($0, in: format) })
  case .logSigmoid: return .vector(x.map { logSigmoid($0, in: format) })
  case .softplus: return .vector(x.map { softplus($0, in: format) })
  case .logit: return .vector(x.map { logit($0, in: format) })
  case .binaryCrossEntropy:
    return .vector(
      zip(x, request.targets).map {
        binaryCrossEntropyWithLogits($0, target: $1, in: format)
      })
  case .binaryCrossEntropyGradient:
    return .vector(
      zip(x, request.targets).map {
        binaryCrossEntropyWithLogitsGradient($0, target: $1, in: format)
      })
  case .round: return .vector(x.map { format.round($0) })
  }
}

private func exactLoss(of request: EvalRequest) -> EvalValue {
  let (x, t, format) = (request.logits, request.temperature, request.format)
  let isLoss = request.function == .crossEntropy
  guard let target = request.lossTarget else { return isLoss ? .scalar(.nan) : .vector([]) }
  return isLoss
    ? .scalar(crossEntropy(x, target, temperature: t, in: format))
    : .vector(crossEntropyGradient(x, target, temperature: t, in: format))
}
