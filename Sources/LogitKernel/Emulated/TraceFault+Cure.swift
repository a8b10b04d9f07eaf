extension TraceFault {
  /// Why it happened, beyond what event and operation tell.
  public enum Reason: Hashable, Sendable {
    /// An exponential vanished whose logarithm is formed later.
    case logarithmOfZeroFollows
    case everyExponentialIsZero, sumHasOverflowed, quotientHasNoLimit
    case everythingIsMasked, greatestIsInfinite, noLogarithmBelowZero
    /// A logit other than its rounded value.
    case storedLogit(Double)
    /// A quotient by the temperature was rounded.
    case roundedQuotient
    /// A masked class has a share, since its value is not below all logits.
    case leakingMask
  }

  /// What would avoid it.
  public enum Cure: Hashable, Sendable {
    case subtractMaximum, subtractMaximumBeforeDividing, subtractMaximumBeforeStoring
    case scaleLogits, widerFormat, widerFormatKeepsDigits, widerAccumulator
    /// A wider accumulator, a pairwise sum, or the maxima counted apart.
    case otherSum
    /// The small part kept apart until the end.
    case smallPartApart
    /// A difference of logits instead of one of rounded results.
    case differenceOfLogits
    /// log p from the logits, never through p.
    case logarithmFromLogits
    case skippedMaskedBlocks, limitAtZeroTemperature, limitByHand
    case maskedRowDecision, infiniteLogitCase, droppedZeroWeights
    /// A mask of −∞, or where the format has none of the lowest number.
    case minusInfinityAsMask, lowestAsMask
  }
}

/// What explains one bad step, and what cures it.
struct Diagnosis {
  let cell: TraceCell
  let stage: TraceStage.Kind?
  let index: Int?
  let row: EmulatedRow

  private var algorithm: Algorithm { row.settings.algorithm }
  private var isMask: Bool { index.map { row.logits[$0] == -.infinity } ?? false }
  private var operation: Operation { cell.operation }

  /// Sums are formed in the accumulator, everything else in the storage format.
  var format: NumberFormat {
    stage == .partialSum || cell == row.total ? row.adder.format : row.machine.format
  }

  var reason: TraceFault.Reason? {
    switch cell.event {
    case .underflow, .flushed:
      let loses = stage == .exponential && algorithm.logProbability == .logarithm
      return loses ? .logarithmOfZeroFollows : nil
    case .invalid: return reasonForNaN
    case .overflow, .pole, .absorbed, .cancelled, .subnormal, nil: return nil
    }
  }

  private var reasonForNaN: TraceFault.Reason? {
    let (a, b) = (operation.a, operation.b)
    switch operation.kind {
    case .divide where a == 0 && b == 0 && stage == .probability: return .everyExponentialIsZero
    case .divide where stage == .probability: return .sumHasOverflowed
    case .divide: return .quotientHasNoLimit
    case .subtract where a == -.infinity: return .everythingIsMasked
    case .subtract: return b.isInfinite ? .greatestIsInfinite : nil
    case .log, .logOnePlus: return .noLogarithmBelowZero
    case .input, .add, .multiply, .exp, .exact: return nil
    }
  }

  var cure: TraceFault.Cure {
    switch cell.event {
    case .overflow: cureOfOverflow
    case .pole, .underflow, .flushed: cureOfUnderflow
    case .invalid: cureOfNaN
    case .absorbed: stage == .partialSum ? .otherSum : .smallPartApart
    case .cancelled: .differenceOfLogits
    case .subnormal, nil: .widerFormatKeepsDigits
    }
  }

  private var cureOfOverflow: TraceFault.Cure {
    switch operation.kind {
    case .input where isMask: cell.value == -.infinity ? .minusInfinityAsMask : .lowestAsMask
    case .input, .exact: .scaleLogits
    case .divide: .subtractMaximumBeforeDividing
    case .exp, .add:
      row.shift == nil || algorithm.shift == .mean ? .subtractMaximum : .widerAccumulator
    case .subtract, .multiply, .log, .logOnePlus: .widerFormat
    }
  }

  private var cureOfUnderflow: TraceFault.Cure {
    if algorithm.pass == .online, row.settings.maskedStart == .resetsToZero, row.shift?.value == 0 {
      return .skippedMaskedBlocks
    }
    if operation.kind == .divide, stage == .scaled { return .limitAtZeroTemperature }
    if operation.kind == .log || stage == .exponential || stage == .probability {
      return .logarithmFromLogits
    }
    return row.shift == nil ? .subtractMaximum : .widerFormat
  }

  private var cureOfNaN: TraceFault.Cure {
    switch operation.kind {
    case .divide where stage == .probability:
      row.shift == nil ? .subtractMaximum : .widerAccumulator
    case .divide: .limitByHand
    case .subtract where operation.a == -.infinity:
      algorithm.pass == .online ? .skippedMaskedBlocks : .maskedRowDecision
    case .subtract: .infiniteLogitCase
    default: .droppedZeroWeights
    }
  }
}
