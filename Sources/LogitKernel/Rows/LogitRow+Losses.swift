/// What a loss depends on besides the row.
struct LossQuestion: Equatable, Sendable {
  let target: LossTarget
  let format: NumberFormat
}

extension LogitRow {
  /// The cross-entropy −Σ qᵢ ln pᵢ of a target, in nats.
  ///
  /// It is computed from the logits, never through p: the loss of [1000, 0] at target 1 is 1000.
  ///
  /// Special values: a term of weight 0 is dropped, whatever its ln p; a weight on p = 0 gives
  /// +∞. Label smoothing gives masked classes weight too. NaN for an empty row and for a target
  /// whose weights or smoothing are not finite numbers in range.
  ///
  /// - Precondition: The target fits the row, unless that is empty.
  /// - Complexity: O(*n*); O(1) for one class without smoothing.
  public func crossEntropy(_ target: LossTarget, in format: NumberFormat = .binary64) -> Double {
    guard count > 0 else { return .nan }
    let weights = weights(of: target)
    guard weights.isValid else { return .nan }
    // A sum over many classes is formed once, however often it is shown.
    guard weights.support.count > Logits.pieceLength else {
      return crossEntropy(weights, in: format)
    }
    let question = LossQuestion(target: target, format: format)
    return parts.later.crossEntropies.value(for: question) { crossEntropy(weights, in: format) }
  }

  private func crossEntropy(_ weights: LossWeights, in format: NumberFormat) -> Double {
    if let limit = limitOfLoss(weights) { return format.round(limit) }
    return round(.crossEntropy(weights), to: format)
  }

  /// What a loss is when no class has weight, or one without probability has.
  private func limitOfLoss(_ weights: LossWeights) -> Double? {
    var limit = 0.0
    var isEmpty = true
    for index in weights.support.wanted("looking at the target") {
      let (sign, logit) = (weights.signOfWeight(index), resolved.effectiveLogit(index))
      guard sign != 0 else { continue }
      isEmpty = false
      if !logit.isFinite { limit += logit.isNaN ? .nan : sign * .infinity }
    }
    return limit == 0 && !isEmpty ? nil : limit
  }

  /// The gradient of the cross-entropy with respect to every logit.
  ///
  /// - Complexity: O(*n*).
  public func crossEntropyGradient(
    _ target: LossTarget, in format: NumberFormat = .binary64
  ) -> [Double] {
    guard count > 0 else { return [] }
    let weights = weights(of: target)
    return logits.indices.map { crossEntropyGradient(weights, at: $0, in: format) }
  }

  /// The derivative of the cross-entropy with respect to one logit, (pⱼ·Σq − qⱼ)/T.
  ///
  /// Special values: NaN where p is; 0 at T = ±∞ and NaN at T = 0.
  ///
  /// - Precondition: The target fits the row.
  /// - Complexity: O(1) while the target stays the same, else O(*n*).
  public func crossEntropyGradient(
    _ target: LossTarget, at index: Int, in format: NumberFormat = .binary64
  ) -> Double {
    crossEntropyGradient(weights(of: target), at: index, in: format)
  }

  private func crossEntropyGradient(
    _ weights: LossWeights, at index: Int, in format: NumberFormat
  ) -> Double {
    let logit = resolved.effectiveLogit(index)
    guard weights.isValid, !logit.isNaN, temperature != 0 else { return .nan }
    if temperature.isInfinite { return 0 }
    if !logit.isFinite && weights.signOfWeight(index) == 0 { return 0 }
    return round(.crossEntropyGradient(weights, index), to: format)
  }

  /// The part of the cross-entropy that no logits can remove: the target's entropy −Σ q ln q.
  ///
  /// NaN for negative weights.
  ///
  /// - Complexity: O(*n*); O(1) for one class without smoothing.
  public func entropyFloor(_ target: LossTarget, in format: NumberFormat = .binary64) -> Double {
    guard count > 0 else { return .nan }
    let weights = weights(of: target)
    guard weights.isValid, weights.isNonNegative else { return .nan }
    // One class with all the weight, 1·ln 1, is the usual target.
    if weights.support.count == 1 { return 0 }
    return EntropyOfTarget(weights: weights).rounded(to: format)
  }

  /// The cross-entropy less its floor, Σ q (ln q − ln p), rounded once.
  ///
  /// It is the divergence KL(q‖p) when the weights sum to 1. Special values are those of the
  /// cross-entropy; NaN for negative weights.
  ///
  /// - Complexity: O(*n*); O(1) for one class without smoothing.
  public func excess(_ target: LossTarget, in format: NumberFormat = .binary64) -> Double {
    guard count > 0 else { return .nan }
    let weights = weights(of: target)
    guard weights.isValid, weights.isNonNegative else { return .nan }
    if let limit = limitOfLoss(weights) { return format.round(limit) }
    return round(.excess(weights), to: format)
  }
}
