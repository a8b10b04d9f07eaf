package import LogitKernel

/// One result against the true one.
package struct ResultLine: Equatable, Sendable {
  package let quantity: Quantity
  /// What the computation gives; the true value for exact numbers.
  package let value: Double
  /// The true value, as binary64.
  package let exact: Double
  /// The true value, rounded to the format.
  package let truth: Double
  /// In ulps of the format; 0 for exact numbers.
  package let error: Double

  /// What a row has, the most asked for first.
  static func all(
    _ document: Document, _ row: LogitRow, _ emulated: EmulatedRow?, _ baseline: LogitRow?,
    selection: Int
  ) -> [ResultLine] {
    let format = document.arithmetic.settings.storage
    return quantities(document, baseline, selection).map { quantity in
      let exact = quantity.exact(of: row)
      let truth = quantity.exact(of: row, in: format.keepingSubnormals)
      let value = emulated.map { quantity.emulated(in: $0).value } ?? truth
      let error =
        emulated == nil
        ? 0 : quantity.error(of: value, row: row, truth: exact, in: format)
      return ResultLine(
        quantity: quantity, value: value, exact: exact, truth: truth, error: error)
    }
  }

  private static func quantities(
    _ document: Document, _ baseline: LogitRow?, _ selection: Int
  ) -> [Quantity] {
    func quantity(_ result: Quantity.Kind) -> Quantity {
      result.quantity(in: document, selection: selection, baseline: baseline)
    }
    if document.loss == .binaryCrossEntropy || document.count == 1 {
      let results: [Quantity.Kind] = [.sigmoid, .logSigmoid, .softplus]
      let losses: [Quantity.Kind] = document.target == .none ? [] : [.binaryLoss, .binaryGradient]
      return (results + losses).map(quantity)
    }
    var quantities = [Quantity.Kind.probability, .logProbability, .logSumExp].map(quantity)
    let target = Loss(document)?.target
    if target != nil { quantities.append(quantity(.crossEntropy)) }
    quantities += [quantity(.entropy), quantity(.sumOfProbabilities)]
    if let target { quantities.append(.crossEntropyGradient(target, selection)) }
    if let baseline, baseline.count == document.count { quantities.append(.divergence(baseline)) }
    return quantities
  }

  package static func == (a: ResultLine, b: ResultLine) -> Bool {
    a.quantity == b.quantity
      && haveSameBits([a.value, a.exact, a.error], [b.value, b.exact, b.error])
  }
}
