extension EmulatedRow {
  /// The ordinary rounding that a wrong result comes from: of the logits when they are stored, or of
  /// their quotients by the temperature.
  ///
  /// - Returns: nil where the true result of the rounded numbers is not near the computed one either.
  func roundingFault(at index: Int) -> TraceFault? {
    let name = settings.storage.name
    if explains(inputs, over: temperature, at: index),
      let fault = fault(
        in: .input, inputs, of: logits,
        sentence: { given, stored in
          "\(given) is stored as \(stored) in \(name); "
            + "subtract the maximum before storing, or use a wider format."
        })
    {
      return fault
    }
    guard temperature != 1, !settings.dividesAfterShift, explains(scaled, over: 1, at: index) else {
      return nil
    }
    return fault(in: .scaled, scaled, of: inputs.map { $0.value / temperature }) { _, stored in
      "x ÷ T is rounded to \(stored) in \(name), and exp amplifies what is lost; "
        + "subtract the maximum first, then divide by the temperature."
    }
  }

  /// Whether the results are nearly what exact arithmetic makes of these cells.
  private func explains(_ cells: [TraceCell], over divisor: Double, at index: Int) -> Bool {
    let row = LogitRow(cells.map(\.value), temperature: divisor)
    return [Quantity.probability(index), .logProbability(index)].allSatisfy {
      row.ulpError(of: $0.emulated(in: self).value, for: $0, in: settings.storage) <= 4
    }
  }

  /// At the cell that was moved most.
  private func fault(
    in stage: TraceStage.Kind, _ cells: [TraceCell], of values: [Double],
    sentence: (String, String) -> String
  ) -> TraceFault? {
    let moves = zip(cells, values).map { ($0.value - $1).magnitude }
    // A quotient has no other value in Double: any of them may be the one.
    let least = stage == .input ? 0 : -Double.leastNonzeroMagnitude
    guard let greatest = moves.max(by: { $0 < $1 || $0.isNaN }), greatest > least,
      let index = moves.firstIndex(of: greatest)
    else { return nil }
    let texts = (text(values[index]), text(cells[index].value))
    return TraceFault(
      stage: stage, index: index, cell: cells[index], sentence: sentence(texts.0, texts.1))
  }

  private func text(_ value: Double) -> String {
    let shortest = DecimalText.shortest(value)
    return shortest.utf8.count <= 12 ? shortest : DecimalText.significant(value, digits: 8)
  }
}
