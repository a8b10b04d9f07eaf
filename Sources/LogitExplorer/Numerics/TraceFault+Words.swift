package import LogitKernel

/// The words for one bad step: what happened, why, and what cures it.
extension TraceFault {
  /// All three in one sentence.
  package var sentence: String {
    switch reason {
    case .storedLogit(let given):
      "\(stored(given)) is stored as \(stored(cell.value)) in \(format.name); \(cure.words)."
    case .roundedQuotient:
      "x ÷ T is rounded to \(stored(cell.value)) in \(format.name), and exp amplifies what is "
        + "lost; \(cure.words)."
    case .leakingMask:
      "masked with \(stored(cell.value)), and a logit can be as low; \(cure.words)."
    default: "\(cell.operation.text) \(what)\(reason?.words ?? ""); \(cure.words)."
    }
  }

  private var what: String {
    switch cell.event {
    case .overflow: "overflows \(format.name) above \(bound)"
    case .pole: "is \(short(cell.value))"
    case .invalid: "is NaN"
    case .underflow: "underflows to 0 in \(format.name)"
    case .flushed: "is subnormal in \(format.name) and flushed to 0"
    case .absorbed: "changes nothing: \(format.name) has no digit left for it"
    case .cancelled: "cancels: most digits of \(format.name) are gone"
    case .subnormal, nil: "has fewer digits than usual"
    }
  }

  /// Above what the operation's argument, or its result, does not fit.
  private var bound: String {
    cell.operation.kind == .exp
      ? DecimalText.fixed(naturalLogarithm(format.overflowThreshold), fractionDigits: 2)
      : short(format.greatestFinite)
  }

  private func short(_ value: Double) -> String {
    let shortest = DecimalText.shortest(value)
    return shortest.utf8.count <= 10 ? shortest : displayText(value, digits: 5)
  }

  private func stored(_ value: Double) -> String {
    let shortest = DecimalText.shortest(value)
    return shortest.utf8.count <= 12 ? shortest : DecimalText.significant(value, digits: 8)
  }
}

extension TraceFault.Reason {
  fileprivate var words: String {
    switch self {
    case .logarithmOfZeroFollows: ", so log p = log 0"
    case .everyExponentialIsZero: ": every exponential is 0"
    case .sumHasOverflowed: ": the sum has overflowed"
    case .quotientHasNoLimit: ": the limit does not exist"
    case .everythingIsMasked: ": everything so far is masked"
    case .greatestIsInfinite: ": the greatest value is infinite"
    case .noLogarithmBelowZero: ": there is no logarithm below 0"
    case .storedLogit, .roundedQuotient, .leakingMask: ""
    }
  }
}

extension TraceFault.Cure {
  fileprivate var words: String {
    switch self {
    case .subtractMaximum: "subtract the maximum first"
    case .subtractMaximumBeforeDividing:
      "subtract the maximum first, then divide by the temperature"
    case .subtractMaximumBeforeStoring: "subtract the maximum before storing, or use a wider format"
    case .scaleLogits: "scale the logits, or store them in a wider format"
    case .widerFormat: "use a wider format"
    case .widerFormatKeepsDigits: "a wider format keeps them"
    case .widerAccumulator: "sum in a wider accumulator"
    case .otherSum: "sum in a wider accumulator, pairwise, or keep the maxima apart"
    case .smallPartApart: "keep the small part apart, as fused and compensated do"
    case .differenceOfLogits: "form the difference from the logits, or use a wider format"
    case .logarithmFromLogits: "form log p from the logits, as fused does"
    case .skippedMaskedBlocks: "skip blocks as long as everything is masked"
    case .limitAtZeroTemperature: "take the limit at T = 0 by hand"
    case .limitByHand: "take the limit by hand"
    case .maskedRowDecision: "decide what a row with nothing left gives"
    case .infiniteLogitCase: "an infinite logit needs a case of its own"
    case .minusInfinityAsMask: "mask with -inf itself (:mask-value -inf)"
    case .lowestAsMask:
      "mask with the lowest number of a format without infinity (:mask-value lowest)"
    case .droppedZeroWeights: "drop terms of weight 0"
    }
  }
}

extension TraceEvent {
  /// One or two words for a mark next to the value.
  package var word: String {
    switch self {
    case .underflow: "underflow to 0"
    case .pole: "log of 0"
    case .invalid: "NaN born"
    case .overflow, .subnormal, .flushed, .absorbed, .cancelled: rawValue
    }
  }
}

extension NumberFormat {
  /// From here on a magnitude rounds beyond the greatest finite value.
  ///
  /// Where no Double lies there, the greatest finite value itself.
  fileprivate var overflowThreshold: Double {
    let threshold = greatestFinite + ulp(at: greatestFinite) / 2
    return threshold.isFinite ? threshold : greatestFinite
  }
}
