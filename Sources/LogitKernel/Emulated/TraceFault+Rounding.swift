extension EmulatedRow {
  /// The ordinary rounding that a wrong result comes from: of the logits when they are stored, or of
  /// their quotients by the temperature.
  ///
  /// - Returns: nil where the true result of the rounded numbers is not near the computed one either.
  func roundingFault(at index: Int) -> TraceFault? {
    if explains(inputs, over: temperature, at: index), let fault = fault(in: .input, inputs, logits)
    {
      return fault
    }
    guard temperature != 1, !settings.dividesAfterShift, explains(scaled, over: 1, at: index) else {
      return nil
    }
    return fault(in: .scaled, scaled, inputs.map { $0.value / temperature })
  }

  /// Whether the results are nearly what exact arithmetic makes of these cells.
  private func explains(_ cells: [TraceCell], over divisor: Double, at index: Int) -> Bool {
    let row = LogitRow(cells.map(\.value), temperature: divisor)
    return [Quantity.probability(index), .logProbability(index)].allSatisfy {
      row.ulpError(of: $0.emulated(in: self).value, for: $0, in: settings.storage) <= 4
    }
  }

  /// At the cell that was moved most from the values it comes from.
  private func fault(
    in stage: TraceStage.Kind, _ cells: [TraceCell], _ values: [Double]
  ) -> TraceFault? {
    // A mask that holds is no logit that was rounded; one that leaks is a fault of its own.
    let moves = zip(cells, values).enumerated().map { index, pair in
      logits[index] == -.infinity ? 0 : (pair.0.value - pair.1).magnitude
    }
    let isInput = stage == .input
    // A quotient has no other value in Double: any of them may be the one.
    let least = isInput ? 0 : -Double.leastNonzeroMagnitude
    guard let greatest = moves.max(by: { $0 < $1 || $0.isNaN }), greatest > least,
      let index = moves.firstIndex(of: greatest)
    else { return nil }
    return TraceFault(
      stage: stage, index: index, cell: cells[index], format: settings.storage,
      reason: isInput ? .storedLogit(values[index]) : .roundedQuotient,
      cure: isInput ? .subtractMaximumBeforeStoring : .subtractMaximumBeforeDividing)
  }
}
