internal import LogitExplorer
internal import LogitKernel

extension EvalRequest {
  /// What is asked for: exact and rounded once to the format, or as the algorithm computes it, each
  /// operation rounded and nothing treated apart.
  ///
  /// - Complexity: O(*n*).
  var value: EvalValue {
    let settings = arithmetic.settings
    let format = settings.storage
    switch question {
    case .empty(let value): return value
    case .rounding: return .vector(logits.map { format.round($0) })
    case .scalar(let quantity): return .scalar(answers([quantity])[0])
    case .vector(let quantity): return .vector(answers(logits.indices.map(quantity)))
    }
  }

  private func answers(_ quantities: [Quantity]) -> [Double] {
    let divisor = function.isOfRow ? temperature : 1
    let settings = arithmetic.settings
    if arithmetic.isExact {
      let row = LogitRow(logits, temperature: divisor)
      if case .brierGradient(let target, _)? = quantities.first {
        return row.brierGradient(target, in: settings.storage)
      }
      return quantities.map { $0.exact(of: row, in: settings.storage) }
    }
    let run = EmulatedRow(logits, temperature: divisor, settings: settings)
    if case .brierGradient(let target, _)? = quantities.first {
      return run.brierGradient(target).map(\.value)
    }
    return quantities.map { $0.emulated(in: run).value }
  }

  private var question: EvalQuestion {
    switch function {
    case .softmax: return .vector(Quantity.probability)
    case .logSoftmax: return .vector(Quantity.logProbability)
    case .logSumExp: return .scalar(.logSumExp)
    case .entropy: return .scalar(.entropy)
    case .margin: return .scalar(.margin)
    case .marginGradient: return .vector(Quantity.marginGradient)
    case .probabilityGap: return .scalar(.probabilityGap)
    case .probabilityGapGradient: return .vector(Quantity.probabilityGapGradient)
    case .divergence: return .scalar(.divergence(LogitRow(otherLogits, temperature: temperature)))
    case .crossEntropy, .crossEntropyGradient, .brierScore, .brierGradient: return lossQuestion
    case .sigmoid: return .vector { .logit(.sigmoid, $0) }
    case .logSigmoid: return .vector { .logit(.logSigmoid, $0) }
    case .softplus: return .vector { .logit(.softplus, $0) }
    case .logit: return .vector { .logit(.logOdds, $0) }
    case .binaryCrossEntropy: return .vector { .logit(.binaryLoss(target: targets[$0]), $0) }
    case .binaryCrossEntropyGradient:
      return .vector { .logit(.binaryGradient(target: targets[$0]), $0) }
    case .round: return .rounding
    }
  }

  private var lossQuestion: EvalQuestion {
    let isScalar = function == .crossEntropy || function == .brierScore
    guard let lossTarget, !logits.isEmpty else {
      return .empty(isScalar ? .scalar(.nan) : .vector([]))
    }
    return switch function {
    case .crossEntropy: .scalar(.crossEntropy(lossTarget))
    case .brierScore: .scalar(.brierScore(lossTarget))
    case .brierGradient: .vector { .brierGradient(lossTarget, $0) }
    default: .vector { .crossEntropyGradient(lossTarget, $0) }
    }
  }
}
