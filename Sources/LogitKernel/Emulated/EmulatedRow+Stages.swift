/// One column of a computation written out, a cell a class.
public struct TraceStage: Hashable, Sendable {
  /// Which values of the computation a column holds.
  public enum Kind: Hashable, Sendable {
    case input, scaled, shifted, exponential, partialSum, probability, logProbability
  }

  /// What the column holds.
  public let kind: Kind
  /// The formula of the column, such as `exp(z−m)`.
  public let name: String
}

extension EmulatedRow {
  /// The columns of the computation, in the order in which they are formed.
  ///
  /// A division by T = 1 and a shift that is not made have no column.
  public var stages: [TraceStage] {
    let divides = temperature != 1
    let isLate = settings.dividesAfterShift && divides
    var stages = [TraceStage(kind: .input, name: "x")]
    if divides, !isLate { stages.append(TraceStage(kind: .scaled, name: "z=x/T")) }
    let z = divides && !isLate ? "z" : "x"
    if shift != nil {
      stages.append(TraceStage(kind: .shifted, name: isLate ? "(x−m)/T" : "\(z)−m"))
    } else if isLate {
      stages.append(TraceStage(kind: .shifted, name: "z=x/T"))
    }
    let power = shift == nil ? "exp \(isLate ? "z" : z)" : isLate ? "exp(…)" : "exp(\(z)−m)"
    stages.append(TraceStage(kind: .exponential, name: power))
    let isWhole = settings.algorithm.pass != .withoutMaxima
    stages.append(TraceStage(kind: .partialSum, name: isWhole ? "Σ" : "Σ rest"))
    let share = TraceStage(kind: .probability, name: "p")
    let logarithm = TraceStage(kind: .logProbability, name: "log p")
    // The division-free forms have the logarithm first.
    let isDirect = settings.algorithm.probability == .exponentialOfDifference
    return stages + (isDirect ? [logarithm, share] : [share, logarithm])
  }

  /// The value of a stage for one class, with what happened there.
  ///
  /// - Complexity: O(1).
  public func cell(_ kind: TraceStage.Kind, at index: Int) -> TraceCell {
    switch kind {
    case .input: inputs[index]
    case .scaled: scaled[index]
    case .shifted: shifted[index]
    case .exponential: exponentials[index]
    case .partialSum: partialSums[index]
    case .probability: probability(at: index)
    case .logProbability: logProbability(at: index)
    }
  }

  /// The numbers of the computation that belong to the whole row, in the order of computation.
  public var rowSteps: [TraceStep] {
    var steps: [TraceStep] = []
    if let shift {
      steps.append(TraceStep(name: settings.algorithm.shift == .mean ? "mean" : "m", cell: shift))
    }
    if maximaCount > 0 {
      steps.append(TraceStep(name: "k", cell: .exact(Double(maximaCount))))
      steps.append(TraceStep(name: "k + Σ", cell: total))
      steps.append(TraceStep(name: "log k + log1p(Σ/k)", cell: logSum))
    } else {
      steps.append(TraceStep(name: "Σ", cell: sum))
      steps.append(TraceStep(name: "log Σ", cell: logSum))
    }
    if shift != nil { steps.append(TraceStep(name: "logΣexp", cell: logSumExp)) }
    return steps
  }
}
