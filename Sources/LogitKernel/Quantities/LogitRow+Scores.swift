extension LogitRow {
  /// The Brier score Σ (p − q)² of a target: 0 for a forecast that is right, 2 for a sure wrong one.
  ///
  /// Special values: a masked class has p = 0. NaN without a distribution and for a target whose
  /// weights or smoothing are not finite numbers in range.
  ///
  /// - Precondition: The target fits the row, unless that is empty.
  /// - Complexity: O(*n*).
  public func brierScore(_ target: LossTarget, in format: NumberFormat = .binary64) -> Double {
    guard hasDistribution, weights(of: target).isValid else { return .nan }
    return BrierScore(row: self, weights: weights(of: target)).rounded(to: format)
  }

  /// The derivative of the Brier score with respect to one logit, 2pⱼ(dⱼ − Σ p d)/T with d = p − q.
  ///
  /// Special values: NaN without a distribution and at T = 0; 0 at T = ±∞ and for a masked class.
  ///
  /// - Precondition: The target fits the row.
  /// - Complexity: O(1); the first for a target, O(*n*).
  public func brierGradient(
    _ target: LossTarget, at index: Int, in format: NumberFormat = .binary64
  ) -> Double {
    let sums = parts.later.brierSums.value(for: target) { BrierSums(weights(of: target)) }
    guard hasDistribution, sums.weights.isValid, temperature != 0 else { return .nan }
    if temperature.isInfinite || !resolved.effectiveLogit(index).isFinite { return 0 }
    return BrierGradient(row: self, sums: sums, index: index).rounded(to: format)
  }

  /// How far the greatest probability lies above the second greatest; 0 for a tie.
  ///
  /// Special values: NaN for fewer than two classes and without a distribution; 1 if only one class
  /// has a probability.
  ///
  /// - Complexity: O(1).
  public func probabilityGap(in format: NumberFormat = .binary64) -> Double {
    guard count >= 2, hasDistribution else { return .nan }
    if resolved.bestCount > 1 { return 0 }
    if resolved.secondCount == 0 { return format.round(1) }
    return ProbabilityGap(row: self, part: nil).rounded(to: format)
  }

  /// The derivative of the probability gap with respect to one logit.
  ///
  /// Special values: NaN for a class in a tie for the first or second place, where the gap has a
  /// kink, without a gap and at T = 0; 0 at T = ±∞ and for a masked class.
  ///
  /// - Complexity: O(1).
  public func probabilityGapGradient(
    at index: Int, in format: NumberFormat = .binary64
  ) -> Double {
    guard let part = gapPart(of: index) else { return .nan }
    if temperature.isInfinite || !resolved.effectiveLogit(index).isFinite { return 0 }
    // With one class alone in the sum, and in a tie of the best, the gap is a constant for others.
    if resolved.secondCount == 0 || (resolved.bestCount > 1 && part == .other) { return 0 }
    return ProbabilityGap(row: self, part: (index, part)).rounded(to: format)
  }

  /// The derivative of ``gapBetweenBestTwo(in:)`` with respect to one logit: 1/T, −1/T or 0.
  ///
  /// Special values: those of ``probabilityGapGradient(at:in:)``.
  ///
  /// - Complexity: O(1).
  public func marginGradient(at index: Int, in format: NumberFormat = .binary64) -> Double {
    guard let part = gapPart(of: index) else { return .nan }
    if temperature.isInfinite || resolved.secondCount == 0 || part == .other { return 0 }
    let sign = (part == .best) == (temperature > 0) ? 1.0 : -1
    return Quotient(numerator: [sign], denominator: temperature.magnitude).rounded(to: format)
  }

  /// What a class is to the gap; nil where that has no derivative.
  private func gapPart(of index: Int) -> ProbabilityGap.Part? {
    guard count >= 2, hasDistribution, temperature != 0 else { return nil }
    let value = resolved.effectiveLogit(index)
    if temperature.isInfinite { return .other }
    if value == resolved.best { return resolved.bestCount == 1 ? .best : nil }
    guard value == resolved.second, resolved.secondCount > 0, resolved.bestCount == 1 else {
      return .other
    }
    return resolved.secondCount == 1 ? .second : nil
  }
}

extension RowSums {
  /// (pᵢ − qᵢ) times `total` and the weights' denominator, without cancellation for q = 0 and 1.
  fileprivate func miss(_ index: Int, _ weights: LossWeights, _ denominator: E) -> E {
    let own: E = weights.numerator(index, precision)
    guard resolved.effectiveLogit(index).isFinite else { return -(own * total) }
    return weight(index) * (denominator - own) - own * others(index)
  }
}

/// Σ (p − q)², as one fraction, so that what is a binary fraction is found exactly.
private struct BrierScore: Formula {
  let row: LogitRow
  let weights: LossWeights

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let sums = E.sums(of: row, precision: precision)
    let denominator: E = weights.denominator(precision)
    var squares = sums.constant(0)
    for index in row.logits.indices.wanted("summing the squares", every: 256) {
      let miss = sums.miss(index, weights, denominator)
      squares = squares + miss * miss
    }
    let scale = denominator * sums.total
    return squares / (scale * scale)
  }
}

/// Σ e d over the best classes and over all others, which the derivatives for all classes share.
struct BrierSums: Sendable {
  let weights: LossWeights
  private let known = Memo<Arithmetic, any Sendable>(limit: 8)

  /// Both arithmetics may work with as many bits.
  private struct Arithmetic: Equatable {
    let type: ObjectIdentifier
    let precision: Int
  }

  init(_ weights: LossWeights) { self.weights = weights }

  struct Values<E: Enclosure>: Sendable {
    var best: E
    var rest: E
  }

  func values<E: Enclosure>(_ sums: RowSums<E>, _ denominator: E) -> Values<E> {
    let arithmetic = Arithmetic(type: ObjectIdentifier(E.self), precision: sums.precision)
    let found = known.value(for: arithmetic) { form(sums, denominator) }
    return found as? Values<E> ?? form(sums, denominator)
  }

  private func form<E: Enclosure>(_ sums: RowSums<E>, _ denominator: E) -> Values<E> {
    let resolved = sums.resolved
    var values = Values(best: sums.constant(0), rest: sums.constant(0))
    for index in resolved.logits.indices.wanted("summing the squares", every: 256)
    where resolved.effectiveLogit(index).isFinite {
      let product = sums.weight(index) * sums.miss(index, weights, denominator)
      if resolved.effectiveLogit(index) == resolved.best {
        values.best = values.best + product
      } else {
        values.rest = values.rest + product
      }
    }
    return values
  }
}

/// 2eⱼ(mⱼ·others(j) − Σ e m over the others)/(S³·|T|), for a finite T ≠ 0.
private struct BrierGradient: Formula {
  let row: LogitRow
  let sums: BrierSums
  let index: Int

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let weights = sums.weights
    let known = E.sums(of: row, precision: precision)
    let denominator: E = weights.denominator(precision)
    let miss = known.miss(index, weights, denominator)
    var values = sums.values(known, denominator)
    let own = known.weight(index) * miss
    if row.resolved.effectiveLogit(index) == row.resolved.best {
      values.best = row.resolved.bestCount == 1 ? known.constant(0) : values.best - own
    } else {
      values.rest = values.rest - own
    }
    let slope = miss * known.others(index) - values.best - values.rest
    let product = known.constant(row.temperature < 0 ? -2 : 2) * known.weight(index) * slope
    let cube = known.total * known.total * known.total
    return product / (denominator * cube * known.constant(row.temperature.magnitude))
  }
}

/// (1 − e^−gap)/S, or its derivative; for one best class and a second.
private struct ProbabilityGap: Formula {
  enum Part { case best, second, other }

  let row: LogitRow
  let part: (index: Int, kind: Part)?

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let sums = E.sums(of: row, precision: precision)
    let resolved = row.resolved
    let gap = RowSums<E>.quotient(
      resolved.second, minus: resolved.best, of: resolved.divisor, precision: precision)
    guard let part else { return -gap.exponentialMinusOne() / sums.total }
    let slope =
      switch part.kind {
      case .best: sums.others(part.index) + sums.step
      case .second: -(sums.step * (sums.constant(1) + sums.others(part.index)))
      case .other: sums.weight(part.index) * gap.exponentialMinusOne()
      }
    let scale = sums.total * sums.total * sums.constant(row.temperature.magnitude)
    return (row.temperature < 0 ? -slope : slope) / scale
  }
}
