package import LogitKernel

/// What the worked formulas are written with.
extension RowNumbers {
  /// The logits as the functions see them: −∞ where a class is masked.
  package var logits: [Double] { row.logits }

  /// Whether the textbook form of softmax neither overflows nor underflows.
  package var fitsTextbook: Bool {
    let sum = row.sumOfExponentials()
    return sum.isFinite && sum >= 1e-290
  }

  /// Σ e^z; `shifted` with the greatest z taken out.
  package func sumOfExponentials(shifted: Bool) -> ShownNumber {
    .sumOfExponentials(row, shifted: shifted)
  }

  /// e^z of a class.
  package func exponential(at index: Int) -> ShownNumber {
    .exponential(row.logits[index] / row.temperature, value: row.exponential(at: index))
  }

  /// The logit with the greatest z, m.
  package var greatestLogit: Double { row.greatestLogit }

  /// e^(z − m) of a class.
  package func shiftedExponential(at index: Int) -> ShownNumber {
    row.logits[index] == greatestLogit ? .number(1) : .odds(besideGreatest(index), at: 0)
  }

  /// A class and the greatest logit alone: its odds are e^(z − m), its log-odds z − m.
  func besideGreatest(_ index: Int) -> LogitRow {
    LogitRow([row.logits[index], greatestLogit], temperature: row.temperature)
  }

  /// The surprise −log p.
  package func surprise(at index: Int) -> ShownNumber {
    if isPlain { return .surprise(row, at: index) }
    let logarithm = run.map { $0.logProbability(at: index) }
    return .stored(0 - value(.logProbability(index)), event: logarithm?.event)
  }

  /// The derivative of the loss for a bar, which is drawn as nothing only where it is 0; `nil`
  /// without a target.
  package func gradientForBar(at index: Int) -> Double? {
    guard let gradient = loss?.gradient(at: index) else { return nil }
    let value = value(gradient)
    guard value == 0, case .power(_, let before, _) = shown(gradient) else { return value }
    return before.hasPrefix("-") ? -.leastNonzeroMagnitude : .leastNonzeroMagnitude
  }

  /// How many classes are more probable, counted from 1, a tie sharing the better rank; `nil` where
  /// one is not a number.
  package func rank(of index: Int) -> Int? {
    guard !row.logits.contains(where: \.isNaN), !row.temperature.isNaN else { return nil }
    let own = row.logits[index]
    return 1 + row.logits.count { row.temperature < 0 ? $0 < own : $0 > own }
  }

  /// The sum of all σ, and whether it is 1; `nil` unless the numbers are plain.
  package var sumOfSigmoids: (shown: ShownNumber, isOne: Bool)? {
    isPlain ? ShownNumber.sumOfSigmoids(row.logits, temperature: row.temperature) : nil
  }

  /// z = x/T; where the quotient has no value, the limit.
  package func scaledLogit(at index: Int) -> Double {
    LogitExplorer.scaledLogit(row.logits[index], temperature: row.temperature)
  }

  /// The logit of which σ is a probability.
  package func logit(givingSigmoid probability: Double) -> Double {
    LogitKernel.logit(probability, temperature: row.temperature)
  }
}

/// The numbers of one class's worked formula by an algorithm.
package struct EmulatedFormula: Sendable {
  package let algorithm: Algorithm
  package let scaled: Double
  /// What is taken out of z; `nil` where nothing is.
  package let shift: Double?
  /// z − shift.
  package let shifted: Double
  package let exponential: Double
  package let total: Double
  /// Whether the maxima are counted and not summed.
  package let countsMaxima: Bool
  package let logSum: Double
  package let logSumExp: Double
  /// z − logSumExp.
  package let distance: Double
}

extension RowNumbers {
  /// `nil` while the arithmetic is exact.
  package func emulatedFormula(at index: Int) -> EmulatedFormula? {
    run.map { run in
      EmulatedFormula(
        algorithm: run.settings.algorithm, scaled: run.scaled[index].value,
        shift: run.shift?.value, shifted: run.shifted[index].value,
        exponential: run.exponentials[index].value, total: run.total.value,
        countsMaxima: run.maximaCount > 0, logSum: run.logSum.value,
        logSumExp: run.logSumExp.value, distance: run.distanceFromLogSumExp(at: index).value)
    }
  }
}
