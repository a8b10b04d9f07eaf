/// The step of a computation at which it goes wrong, with its reason and its cure.
public struct TraceFault: Hashable, Sendable {
  /// The column in which it happens; nil for a step of the whole row.
  public let stage: TraceStage.Kind?
  /// The class; nil for a step of the whole row.
  public let index: Int?
  /// The value, what happened, and the operation.
  public let cell: TraceCell
  /// The format that it happened in.
  public let format: NumberFormat
  /// Why, where more is known than the operation tells.
  public let reason: Reason?
  /// What would avoid it.
  public let cure: Cure
}

extension EmulatedRow {
  /// The first bad step, or nil where nothing went wrong.
  ///
  /// That is a mask that leaks; else the first overflow, division by 0 or NaN; where there is none and a result of the
  /// watched class is off by more than two ulps, the rounding of the logits or of their quotients by
  /// the temperature where that explains it, else the first step that lost digits. A masked class has
  /// log p = log 0 = −∞ by right: that is no fault.
  ///
  /// - Parameter index: The class whose p and log p are compared with the true values; nil for none.
  /// - Returns: The step, what happened there, and what cures it.
  /// - Complexity: O(*n*).
  public func fault(watching index: Int?) -> TraceFault? {
    if let leak = leakingMask { return leak }
    if let place = firstPlace(where: { $0.isBreakdown }) {
      return fault(at: underflow(behind: place) ?? place)
    }
    guard let index, logits.indices.contains(index), losesDigits(at: index) else { return nil }
    return roundingFault(at: index)
      ?? firstPlace { !$0.isBreakdown && $0 != .subnormal }.map(fault)
  }

  /// A masked class that takes what others can see: by rights it has nothing.
  private var leakingMask: TraceFault? {
    guard settings.maskValue != .minusInfinity, !isMasked else { return nil }
    let least = settings.storage.ulp(at: 1)
    let index = logits.indices.wanted("looking for what goes wrong").first {
      logits[$0] == -.infinity && probability(at: $0).value > least
    }
    return index.map {
      TraceFault(
        stage: .input, index: $0, cell: inputs[$0], format: settings.storage,
        reason: .leakingMask, cure: .minusInfinityAsMask)
    }
  }

  private struct Place {
    let stage: TraceStage.Kind?
    let index: Int?
    let cell: TraceCell
  }

  private func fault(at place: Place) -> TraceFault {
    let diagnosis = Diagnosis(
      cell: place.cell, stage: place.stage, index: place.index, row: self)
    return TraceFault(
      stage: place.stage, index: place.index, cell: place.cell, format: diagnosis.format,
      reason: diagnosis.reason, cure: diagnosis.cure)
  }

  private func losesDigits(at index: Int) -> Bool {
    let exact = LogitRow(logits, temperature: temperature)
    return [Quantity.probability(index), .logProbability(index)].contains {
      let value = $0.emulated(in: self).value
      // Nearer to 0 the format has no full digits to lose.
      let isTiny =
        max(value.magnitude, $0.exact(of: exact).magnitude) < settings.storage.leastNormal
      return !isTiny && exact.ulpError(of: value, for: $0, in: settings.storage) > 2
    }
  }

  /// A logarithm of 0 whose exponentials have vanished: that is where it began.
  private func underflow(behind place: Place) -> Place? {
    guard place.cell.event == .pole, place.cell.operation.kind == .log else { return nil }
    let indices = place.index.map { [$0] } ?? Array(logits.indices)
    guard let index = indices.first(where: { exponentials[$0].event != nil }),
      exponentials[index].value == 0
    else { return nil }
    return Place(stage: .exponential, index: index, cell: exponentials[index])
  }

  /// The first cell with such an event, in the order of computation.
  private func firstPlace(where isWanted: (TraceEvent) -> Bool) -> Place? {
    let kinds = stages.map(\.kind)
    for kind in kinds where kind != .probability && kind != .logProbability {
      // The maximum comes before the distances from it; it can be wrong only as a mean.
      if kind == .shifted, let shift, let event = shift.event, isWanted(event) {
        return Place(stage: nil, index: nil, cell: shift)
      }
      if let place = firstCell(of: kind, where: isWanted) { return place }
    }
    if let step = wrongStep(where: isWanted) { return Place(stage: nil, index: nil, cell: step) }
    for kind in kinds.suffix(2) {
      if let place = firstCell(of: kind, where: isWanted) { return place }
    }
    return nil
  }

  /// The first bad one among the numbers of the whole row that the results are made of.
  private func wrongStep(where isWanted: (TraceEvent) -> Bool) -> TraceCell? {
    let usesLogarithm = settings.algorithm.logProbability != .logarithm
    let usesSumExp =
      settings.algorithm.probability == .exponentialOfDifference
      || settings.algorithm.logProbability == .minusLogSumExp
    // The sum is the last of the partial sums, but for the maxima added to it.
    let candidates = [
      maximaCount > 0 ? total : nil, usesLogarithm ? logSum : nil, usesSumExp ? logSumExp : nil,
    ]
    return candidates.compactMap(\.self).first { $0.event.map(isWanted) ?? false }
  }

  private func firstCell(
    of kind: TraceStage.Kind, where isWanted: (TraceEvent) -> Bool
  ) -> Place? {
    for index in logits.indices.wanted("looking for what goes wrong") {
      let cell = cell(kind, at: index)
      guard let event = cell.event, isWanted(event), !isRightful(event, kind, index) else {
        continue
      }
      return Place(stage: kind, index: index, cell: cell)
    }
    return nil
  }

  /// Whether the true value is what the event made: log 0 of a masked class.
  private func isRightful(_ event: TraceEvent, _ kind: TraceStage.Kind, _ index: Int) -> Bool {
    event == .pole && kind == .logProbability && logits[index] == -.infinity
  }
}

extension TraceCell {
  /// Whether the value is no number any more because of what happened here.
  var isBreakdown: Bool { event?.isBreakdown ?? false }
}

extension TraceEvent {
  /// Whether the result is no number any more, rather than a less precise one.
  public var isBreakdown: Bool {
    switch self {
    case .overflow, .pole, .invalid: true
    case .underflow, .subnormal, .flushed, .absorbed, .cancelled: false
    }
  }
}
