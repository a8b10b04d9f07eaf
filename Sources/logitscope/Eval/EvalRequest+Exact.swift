internal import LogitExplorer
internal import LogitKernel

extension EvalRequest {
  /// What is asked for: exact and rounded once, or as the algorithm computes it.
  var value: EvalValue { arithmetic.isExact ? exactValue : emulatedValue }

  private var format: NumberFormat { arithmetic.settings.storage }

  /// The true value, rounded once to the request's format.
  ///
  /// The temperature belongs to the functions of a row; those of one logit take it as it is.
  private var exactValue: EvalValue {
    let (x, t, format) = (logits, temperature, format)
    switch function {
    case .softmax: return .vector(softmax(x, temperature: t, in: format))
    case .logSoftmax: return .vector(logSoftmax(x, temperature: t, in: format))
    case .logSumExp: return .scalar(logSumExp(x, temperature: t, in: format))
    case .entropy: return .scalar(entropy(x, temperature: t, in: format))
    case .divergence: return .scalar(klDivergence(x, otherLogits, temperature: t, in: format))
    case .crossEntropy, .crossEntropyGradient: return exactLoss
    case .sigmoid: return .vector(x.map { sigmoid($0, in: format) })
    case .logSigmoid: return .vector(x.map { logSigmoid($0, in: format) })
    case .softplus: return .vector(x.map { softplus($0, in: format) })
    case .logit: return .vector(x.map { logit($0, in: format) })
    case .binaryCrossEntropy:
      return .vector(
        zip(x, targets).map { binaryCrossEntropyWithLogits($0, target: $1, in: format) })
    case .binaryCrossEntropyGradient:
      return .vector(
        zip(x, targets).map { binaryCrossEntropyWithLogitsGradient($0, target: $1, in: format) })
    case .round: return .vector(x.map { format.round($0) })
    }
  }

  private var exactLoss: EvalValue {
    let (x, t) = (logits, temperature)
    let isLoss = function == .crossEntropy
    guard let lossTarget else { return isLoss ? .scalar(.nan) : .vector([]) }
    return isLoss
      ? .scalar(crossEntropy(x, lossTarget, temperature: t, in: format))
      : .vector(crossEntropyGradient(x, lossTarget, temperature: t, in: format))
  }
}
