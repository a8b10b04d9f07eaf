internal import LogitExplorer
internal import LogitKernel

extension EvalRequest {
  /// What is asked for: exact and rounded once to the format, or as the algorithm computes it, each
  /// operation rounded and nothing treated apart.
  ///
  /// - Complexity: O(*n*).
  var value: EvalValue {
    guard case .quantity(let kind) = function else {
      return .vector(logits.map { arithmetic.settings.storage.round($0) })
    }
    guard kind.scope == .row else {
      return .vector(answers(logits.indices.compactMap { quantity(kind, at: $0) }))
    }
    // The loss of no classes has no target.
    guard let quantity = quantity(kind, at: 0) else { return .scalar(.nan) }
    return .scalar(answers([quantity])[0])
  }

  private func quantity(_ kind: Quantity.Kind, at index: Int) -> Quantity? {
    Quantity(
      kind, at: index, target: logits.isEmpty ? nil : lossTarget,
      weight: targets.indices.contains(index) ? targets[index] : nil, other: otherRow)
  }

  private func answers(_ quantities: [Quantity]) -> [Double] {
    let divisor = function.isOfRow ? temperature : 1
    let settings = arithmetic.settings
    guard arithmetic.isExact else {
      let run = EmulatedRow(logits, temperature: divisor, settings: settings)
      return quantities.map { $0.emulated(in: run).value }
    }
    let row = LogitRow(logits, temperature: divisor)
    return quantities.map { $0.exact(of: row, in: settings.storage) }
  }
}
