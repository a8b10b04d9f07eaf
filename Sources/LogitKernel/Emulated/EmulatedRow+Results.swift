extension EmulatedRow {
  /// The number of classes.
  public var count: Int { logits.count }

  /// The probability of a class as the algorithm forms it.
  ///
  /// - Complexity: O(1).
  public func probability(at index: Int) -> TraceCell {
    if let share = maskedShare { return machine.input(share) }
    switch settings.algorithm.probability {
    case .quotient: return machine.divide(exponentials[index].value, total.value)
    case .exponentialOfDifference:
      return machine.exp(distanceFromLogSumExp(at: index).value)
    }
  }

  /// The logarithm of a probability as the algorithm forms it, in nats.
  ///
  /// - Complexity: O(1).
  public func logProbability(at index: Int) -> TraceCell {
    if let share = maskedShare { return machine.log(share) }
    switch settings.algorithm.logProbability {
    case .logarithm: return machine.log(probability(at: index).value)
    case .shiftedMinusLogarithm:
      return machine.subtract(shifted[index].value, logSum.value, watching: true)
    case .minusLogSumExp: return distanceFromLogSumExp(at: index)
    }
  }

  /// The odds p ÷ (1 − p) of a class, from its probability.
  ///
  /// - Complexity: O(1).
  public func odds(at index: Int) -> TraceCell {
    let share = probability(at: index).value
    return machine.divide(share, machine.subtract(1, share, watching: true).value)
  }

  /// The logarithm of these odds.
  ///
  /// - Complexity: O(1).
  public func logOdds(at index: Int) -> TraceCell { machine.log(odds(at: index).value) }

  /// What a probability lacks to 1, by subtraction.
  ///
  /// - Complexity: O(1).
  public func complement(at index: Int) -> TraceCell {
    machine.subtract(1, probability(at: index).value, watching: true)
  }

  /// e to the entropy, the effective number of classes.
  ///
  /// - Complexity: O(*n*).
  public var perplexity: TraceCell { machine.exp(entropy.value) }

  /// The entropy in bits: that in nats ÷ ln 2.
  ///
  /// - Complexity: O(*n*).
  public var entropyInBits: TraceCell {
    machine.divide(entropy.value, machine.log(2).value)
  }

  /// z − logSumExp.
  ///
  /// - Complexity: O(1).
  public func distanceFromLogSumExp(at index: Int) -> TraceCell {
    machine.subtract(scaled[index].value, logSumExp.value, watching: true)
  }

  /// The sum of all probabilities, in the accumulator.
  ///
  /// - Complexity: O(*n*).
  public var sumOfProbabilities: TraceCell {
    shared.sumOfProbabilities.value(for: true) {
      let shares = logits.indices.wanted("forming the probabilities").map {
        probability(at: $0).value
      }
      return adder.sum(shares, in: settings.sumOrder).total
    }
  }

  /// The probability that the policy for a masked row gives each class, if it applies.
  private var maskedShare: Double? {
    guard settings.maskedRow != .computed, isMasked else { return nil }
    return settings.maskedRow == .zeros ? 0 : 1 / Double(max(count, 1))
  }
}
