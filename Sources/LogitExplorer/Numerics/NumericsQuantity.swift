package import LogitKernel

/// A number that the Numerics lens compares with the true one.
package enum NumericsQuantity: Equatable, Sendable {
  /// Of the whole row.
  case row(RowQuantity)
  /// Of one class's logit by itself.
  case oneLogit(OneLogitFunction, Int)
  /// KL(p‖q) against a pinned row of as many classes.
  case divergence(LogitRow)

  /// The true value, rounded once.
  func exact(of row: LogitRow, in format: NumberFormat = .binary64) -> Double {
    switch self {
    case .row(let quantity): row.exact(quantity, in: format)
    case .oneLogit(let function, let index):
      function.exact(row.logits[index], temperature: row.temperature, in: format)
    case .divergence(let other): row.klDivergence(to: other, in: format)
    }
  }

  /// What a computation gives.
  func value(in run: EmulatedRow) -> Double {
    switch self {
    case .row(let quantity): run.cell(quantity).value
    case .oneLogit(let function, let index):
      function.emulated(
        run.logits[index], temperature: run.temperature, settings: run.settings
      ).result.value
    case .divergence(let other):
      run.klDivergence(
        to: EmulatedRow(other.logits, temperature: other.temperature, settings: run.settings)
      ).value
    }
  }

  /// How far a value is from the true one, which is known in binary64, in ulps of the format.
  func error(of value: Double, row: LogitRow, truth: Double, in format: NumberFormat) -> Double {
    guard case .row(let quantity) = self else {
      return ulpError(of: value, truth: truth, in: format)
    }
    return row.ulpError(of: value, for: quantity, truth: truth, in: format)
  }
}

extension NumericsResult {
  /// The result of the document; what there is none of here is −log p of the selected class.
  package func quantity(
    in document: Document, selection: Int, baseline: LogitRow? = nil
  ) -> NumericsQuantity {
    guard document.logits.indices.contains(selection) else { return .row(.logSumExp) }
    let weight = document.target.weight(at: selection)
    switch self {
    case .probability: return .row(.probability(selection))
    case .logProbability: return .row(.logProbability(selection))
    case .logSumExp: return .row(.logSumExp)
    case .entropy: return .row(.entropy)
    case .sum: return .row(.sumOfProbabilities)
    case .loss: return .row(.crossEntropy(LossReadout.target(of: document) ?? .index(selection)))
    case .sigmoid: return .oneLogit(.sigmoid, selection)
    case .logSigmoid: return .oneLogit(.logSigmoid, selection)
    case .softplus: return .oneLogit(.softplus, selection)
    case .binaryLoss: return .oneLogit(.binaryLoss(target: weight), selection)
    case .binaryGradient: return .oneLogit(.binaryGradient(target: weight), selection)
    case .divergence:
      guard let baseline, baseline.count == document.count else {
        return .row(.crossEntropy(LossReadout.target(of: document) ?? .index(selection)))
      }
      return .divergence(baseline)
    }
  }

  /// The result that a document is most likely about.
  static func suiting(_ document: Document) -> NumericsResult {
    if document.loss == .binaryCrossEntropy { return .binaryLoss }
    return document.count == 1 ? .sigmoid : .logProbability
  }
}
