package import LogitKernel

/// The computation step by step, as the Numerics lens shows it.
extension RowNumbers {
  /// The stages in their order, with their names.
  package var stages: [(kind: TraceStage.Kind, name: String)] {
    guard let run else {
      return [
        (.input, "x"), (.shifted, "z−m"), (.exponential, "exp(z−m)"), (.probability, "p"),
        (.logProbability, "log p"),
      ]
    }
    return run.stages.map { ($0.kind, $0.name) }
  }

  /// The value of a stage for one class: true ones rounded once, or those of the algorithm.
  ///
  /// `fault` is where the computation first goes wrong.
  package func stage(
    _ kind: TraceStage.Kind, at index: Int, fault: TraceFault? = nil
  ) -> ShownNumber {
    var number = ShownNumber.missing
    if let run {
      let cell = run.cell(kind, at: index)
      let isFault = fault?.stage == kind && fault?.index == index
      number = .stored(cell.value, event: cell.event, isFault: isFault)
    } else {
      number = .stored(exactStage(kind, at: index))
    }
    return kind.shown.map { cover(number, as: $0) } ?? number
  }

  private func exactStage(_ kind: TraceStage.Kind, at index: Int) -> Double {
    let format = document.arithmetic.settings.storage
    switch kind {
    case .input, .scaled: return format.round(row.logits[index])
    case .probability, .partialSum: return value(.probability(index))
    case .logProbability: return value(.logProbability(index))
    case .shifted, .exponential:
      let isPower = kind == .exponential
      if row.logits[index] == row.greatestLogit { return isPower ? 1 : 0 }
      let pair = besideGreatest(index)
      return format.round(isPower ? pair.odds(at: 0) : pair.logOdds(at: 0))
    }
  }

  /// The numbers of the computation that belong to the whole row; none while it is exact.
  package var rowSteps: [TraceStep] { run?.rowSteps ?? [] }
}

extension TraceStage.Kind {
  /// The quantity that a stage shows; `nil` where it shows but the logits or z.
  fileprivate var shown: Quantity.Kind? {
    switch self {
    case .input, .scaled: nil
    // What the others lack to the best, of which the margin is one.
    case .shifted: .margin
    case .exponential, .probability: .probability
    case .partialSum: .logSumExp
    case .logProbability: .logProbability
    }
  }
}
