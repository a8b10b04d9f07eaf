internal import LogitExplorer
internal import LogitKernel

extension EvalRequest {
  /// What a program computes that executes the algorithm in the format, each operation rounded.
  ///
  /// Nothing is treated apart, so that infinities, NaN and sums of nothing are what the arithmetic
  /// makes of them.
  var emulatedValue: EvalValue {
    switch function {
    case .softmax: .vector(logits.indices.map(emulated(logits).probability).map(\.value))
    case .logSoftmax: .vector(logits.indices.map(emulated(logits).logProbability).map(\.value))
    case .logSumExp: .scalar(row.logSumExp.value)
    case .entropy: .scalar(row.entropy.value)
    case .divergence: .scalar(row.klDivergence(to: emulated(otherLogits)).value)
    case .crossEntropy, .crossEntropyGradient: emulatedLoss
    case .round: .vector(logits.map { settings.storage.round($0) })
    case .sigmoid, .logSigmoid, .softplus, .logit: .vector(logits.map { scalar($0, target: 0) })
    case .binaryCrossEntropy, .binaryCrossEntropyGradient:
      .vector(zip(logits, targets).map { scalar($0, target: $1) })
    }
  }

  private var settings: EmulationSettings { arithmetic.settings }

  private var row: EmulatedRow { emulated(logits) }

  private func emulated(_ logits: [Double]) -> EmulatedRow {
    EmulatedRow(logits, temperature: temperature, settings: settings)
  }

  private var emulatedLoss: EvalValue {
    let row = self.row
    let isLoss = function == .crossEntropy
    guard let lossTarget, row.count > 0 else { return isLoss ? .scalar(.nan) : .vector([]) }
    return isLoss
      ? .scalar(row.crossEntropy(lossTarget).value)
      : .vector(logits.indices.map { row.crossEntropyGradient(lossTarget, at: $0).value })
  }

  /// A function of one logit, in the plain form where the algorithm is naive.
  private func scalar(_ logit: Double, target: Double) -> Double {
    let quantity: ScalarQuantity =
      switch function {
      case .logSigmoid: .logSigmoid(logit)
      case .softplus: .softplus(logit)
      case .logit: .logit(logit)
      case .binaryCrossEntropy: .binaryCrossEntropy(logit, target: target)
      case .binaryCrossEntropyGradient: .binaryCrossEntropyGradient(logit, target: target)
      default: .sigmoid(logit)
      }
    let form = settings.form(guardsLogarithm: function == .binaryCrossEntropy)
    return quantity.emulated(form, settings: settings).result.value
  }
}
