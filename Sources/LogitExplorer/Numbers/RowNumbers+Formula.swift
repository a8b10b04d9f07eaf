package import LogitKernel

/// What the worked formulas are written with.
extension RowNumbers {
  /// The logits as the functions see them: −∞ where a class is masked.
  package var logits: Logits { row.logits }

  /// Whether the textbook form of softmax neither overflows nor underflows.
  package var fitsTextbook: Bool {
    let sum = row.sumOfExponentials()
    return sum.isFinite && sum >= 1e-290
  }

  /// Σ e^z; `shifted` with the greatest z taken out.
  package func sumOfExponentials(shifted: Bool) -> ShownNumber {
    cover(.sumOfExponentials(row, shifted: shifted), as: .logSumExp)
  }

  /// e^z of a class.
  package func exponential(at index: Int) -> ShownNumber {
    cover(
      .exponential(row.logits[index] / row.temperature, value: row.exponential(at: index)),
      as: .probability)
  }

  /// log p as the end of x − logΣexp, from which the other follows.
  package func logProbabilityBySum(at index: Int) -> ShownNumber {
    cover(shown(.logProbability(index)), as: .logProbability, .logSumExp)
  }

  /// The logit with the greatest z, m.
  package var greatestLogit: Double { row.greatestLogit }

  /// e^(z − m) of a class.
  package func shiftedExponential(at index: Int) -> ShownNumber {
    cover(
      row.logits[index] == greatestLogit ? .number(1) : .odds(besideGreatest(index), at: 0),
      as: .probability)
  }

  /// A class and the greatest logit alone: its odds are e^(z − m), its log-odds z − m.
  func besideGreatest(_ index: Int) -> LogitRow {
    LogitRow([row.logits[index], greatestLogit], temperature: row.temperature)
  }

  /// The surprise −log p.
  package func surprise(at index: Int) -> ShownNumber {
    if isPlain { return cover(.surprise(row, at: index), as: .logProbability) }
    // Only the sign is changed, as in the loss of that class: minus log p is -0 where log p is 0.
    let logarithm = run.map { $0.logProbability(at: index) }
    let value = logarithm.map { -$0.value } ?? 0 - value(.logProbability(index))
    return cover(.stored(value, event: logarithm?.event), as: .logProbability)
  }

  /// The derivative of the loss for a bar, which is drawn as nothing only where it is 0; `nil`
  /// without a target.
  package func gradientForBar(at index: Int) -> Double? {
    guard let gradient = loss?.gradient(at: index) else { return nil }
    let value = value(gradient)
    guard value == 0, !isCovered(gradient.kind), case .power(_, let before, _) = shown(gradient)
    else { return value }
    return before.hasPrefix("-") ? -.leastNonzeroMagnitude : .leastNonzeroMagnitude
  }

  /// How many classes are more probable, counted from 1, a tie sharing the better rank; `nil` where
  /// one is not a number.
  package func rank(of index: Int) -> Int? {
    guard row.logits.facts.nans == 0, !row.temperature.isNaN else { return nil }
    return 1 + row.countLikelier(than: index)
  }

  /// How far the best class is ahead of the second; `nil` where there is no second to speak of.
  package var lead: Lead? {
    guard isPlain, row.count > 1 else { return nil }
    let margin = value(.margin)
    if margin.isFinite { return .by(shown(.margin)) }
    // Which classes are masked stays in sight, whatever is covered.
    switch row.logits.count(where: { $0 != -.infinity }) {
    case 0: return .nobodyIsLeft
    case 1: return .oneIsLeft
    default: return margin.isNaN ? nil : .by(shown(.margin))
    }
  }

  /// The sum of all σ, and whether it is 1; `nil` unless the numbers are plain.
  package var sumOfSigmoids: (shown: ShownNumber, isOne: Bool)? {
    guard isPlain else { return nil }
    let sum = ShownNumber.sumOfSigmoids(row.logits.array, temperature: row.temperature)
    return (cover(sum.shown, as: .sigmoid), sum.isOne)
  }

  /// z = x/T; where the quotient has no value, the limit.
  package func scaledLogit(at index: Int) -> Double {
    LogitExplorer.scaledLogit(row.logits[index], temperature: row.temperature)
  }

  /// The greatest magnitude of a finite z; 0 where there is none.
  package var greatestScaledMagnitude: Double {
    let greatest = row.logits.facts.greatestMagnitude
    let scaled = LogitExplorer.scaledLogit(greatest, temperature: row.temperature).magnitude
    if scaled.isFinite { return scaled }
    let all = row.logits.lazy.map {
      LogitExplorer.scaledLogit($0, temperature: row.temperature).magnitude
    }
    return all.filter(\.isFinite).max() ?? 0
  }

  /// The logit of which σ is a probability.
  package func logit(givingSigmoid probability: Double) -> Double {
    LogitKernel.logit(probability, temperature: row.temperature)
  }
}

/// How far the best class is ahead, or why there is nobody to be ahead of.
package enum Lead: Equatable, Sendable {
  case by(ShownNumber)
  /// All but one class are masked, or all.
  case oneIsLeft, nobodyIsLeft
}

/// The numbers of one class's worked formula by an algorithm.
package struct EmulatedFormula: Sendable {
  package let algorithm: Algorithm
  package let scaled: Double
  /// What is taken out of z; `nil` where nothing is.
  package let shift: Double?
  /// z − shift.
  package let shifted: ShownNumber
  package let exponential: ShownNumber
  package let total: ShownNumber
  /// Whether the maxima are counted and not summed.
  package let countsMaxima: Bool
  package let logSum: ShownNumber
  package let logSumExp: ShownNumber
  /// z − logSumExp.
  package let distance: ShownNumber
}

extension RowNumbers {
  /// `nil` while the arithmetic is exact.
  package func emulatedFormula(at index: Int) -> EmulatedFormula? {
    run.map { run in
      func shown(_ cell: TraceCell, as kind: Quantity.Kind) -> ShownNumber {
        cover(.stored(cell.value), as: kind)
      }
      let distance = shown(run.distanceFromLogSumExp(at: index), as: .logProbability)
      return EmulatedFormula(
        algorithm: run.settings.algorithm, scaled: run.scaled[index].value,
        shift: run.shift?.value, shifted: shown(run.shifted[index], as: .margin),
        exponential: shown(run.exponentials[index], as: .probability),
        total: shown(run.total, as: .logSumExp), countsMaxima: run.maximaCount > 0,
        logSum: shown(run.logSum, as: .logSumExp),
        logSumExp: shown(run.logSumExp, as: .logSumExp),
        distance: cover(distance, as: .logSumExp))
    }
  }
}
