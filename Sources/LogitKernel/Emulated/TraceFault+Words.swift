/// The words for one bad step: what happened, and what cures it.
struct FaultWords {
  let cell: TraceCell
  let stage: TraceStage.Kind?
  let row: EmulatedRow

  private var algorithm: Algorithm { row.settings.algorithm }
  private var operation: Operation { cell.operation }

  /// Sums are formed in the accumulator, everything else in the storage format.
  private var format: NumberFormat {
    stage == .partialSum || cell == row.total ? row.adder.format : row.machine.format
  }

  var sentence: String { "\(operation.text) \(what); \(cure)." }

  private var what: String {
    switch cell.event {
    case .overflow: "overflows \(format.name) above \(bound)"
    case .pole: "is \(number(cell.value))"
    case .invalid: "is NaN" + reason
    case .underflow, .flushed: vanishing
    case .absorbed: "changes nothing: \(format.name) has no digit left for it"
    case .cancelled: "cancels: most digits of \(format.name) are gone"
    case .subnormal, nil: "has fewer digits than usual"
    }
  }

  /// Above what the operation's argument, or its result, does not fit.
  private var bound: String {
    operation.kind == .exp
      ? DecimalText.fixed(naturalLogarithm(format.overflowThreshold), fractionDigits: 2)
      : number(format.greatestFinite)
  }

  private var vanishing: String {
    let words =
      cell.event == .flushed
      ? "is subnormal in \(format.name) and flushed to 0" : "underflows to 0 in \(format.name)"
    return stage == .exponential && algorithm.logProbability == .logarithm
      ? words + ", so log p = log 0" : words
  }

  private var reason: String {
    let (a, b) = (operation.a, operation.b)
    switch operation.kind {
    case .divide where a == 0 && b == 0 && stage == .probability: return ": every exponential is 0"
    case .divide where stage == .probability: return ": the sum has overflowed"
    case .divide: return ": it has no limit by itself"
    case .subtract where a == -.infinity: return ": everything so far is masked"
    case .subtract: return b.isInfinite ? ": the greatest value is infinite" : ""
    case .log, .logOnePlus: return ": there is no logarithm below 0"
    default: return ""
    }
  }

  private var cure: String {
    switch cell.event {
    case .overflow: overflowCure
    case .pole, .underflow, .flushed: underflowCure
    case .invalid: invalidCure
    case .absorbed:
      stage == .partialSum
        ? "sum in a wider accumulator, pairwise, or keep the maxima apart"
        : "keep the small part apart, as fused and compensated do"
    case .cancelled: "form the difference from the logits, or use a wider format"
    case .subnormal, nil: "a wider format keeps them"
    }
  }

  private var overflowCure: String {
    switch operation.kind {
    case .input, .exact: "scale the logits, or store them in a wider format"
    case .divide: "subtract the maximum first, then divide by the temperature"
    case .exp, .add:
      row.shift == nil || algorithm.shift == .mean
        ? "subtract the maximum first" : "sum in a wider accumulator"
    default: "use a wider format"
    }
  }

  private var underflowCure: String {
    if algorithm.pass == .online, row.settings.maskedStart == .resetsToZero, row.shift?.value == 0 {
      return "skip blocks as long as everything is masked"
    }
    if operation.kind == .divide, stage == .scaled { return "take the limit at T = 0 by hand" }
    if operation.kind == .log || stage == .exponential || stage == .probability {
      return "form log p from the logits, as fused does"
    }
    return row.shift == nil ? "subtract the maximum first" : "use a wider format"
  }

  private var invalidCure: String {
    switch operation.kind {
    case .divide where stage == .probability:
      return row.shift == nil ? "subtract the maximum first" : "sum in a wider accumulator"
    case .divide: return "take the limit by hand"
    case .subtract where operation.a == -.infinity && algorithm.pass == .online:
      return "skip blocks as long as everything is masked"
    case .subtract where operation.a == -.infinity:
      return "decide what a row with nothing left gives"
    case .subtract: return "an infinite logit needs a case of its own"
    default: return "drop terms of weight 0"
    }
  }

  private func number(_ value: Double) -> String {
    let shortest = DecimalText.shortest(value)
    return shortest.utf8.count <= 10 ? shortest : displayText(value, digits: 5)
  }
}

extension NumberFormat {
  /// From here on a magnitude rounds beyond the greatest finite value.
  ///
  /// Where no Double lies there, the greatest finite value itself.
  var overflowThreshold: Double {
    let threshold = greatestFinite + ulp(at: greatestFinite) / 2
    return threshold.isFinite ? threshold : greatestFinite
  }
}
