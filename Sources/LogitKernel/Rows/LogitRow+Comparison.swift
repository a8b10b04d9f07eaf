extension LogitRow {
  /// The divergence KL(p‖q) = Σ p (ln p − ln q) of another row's probabilities q, in nats.
  ///
  /// Special values: a class of p = 0 is dropped; p > 0 where q = 0 gives +∞. NaN for empty rows.
  ///
  /// - Precondition: Both rows have the same number of classes.
  /// - Complexity: O(*n*); the pieces that they do not share, where the greatest logit is the same.
  public func klDivergence(
    to other: LogitRow, in format: NumberFormat = .binary64
  ) -> Double {
    precondition(count == other.count, "\(count) classes and \(other.count)")
    guard hasDistribution else { return .nan }
    var limit = 0.0
    for index in resolved.classes(unsharedWith: other.resolved).joined()
    where resolved.effectiveLogit(index).isFinite {
      let logit = other.resolved.effectiveLogit(index)
      if logit.isNaN { return .nan }
      if logit.isInfinite { limit = .infinity }
    }
    if limit > 0 { return format.round(limit) }
    if resolved.isShift(of: other.resolved) { return 0 }
    return Divergence(p: self, q: other).rounded(to: format)
  }

  /// pᵢ − p′ⱼ, this row's probability less another row's, rounded once.
  ///
  /// - Complexity: O(1), and O(*n*) once for rows that are nearly equal.
  public func probabilityDifference(
    at index: Int, from baseline: LogitRow, baselineIndex: Int,
    in format: NumberFormat = .binary64
  ) -> Double {
    let (mine, theirs) = (
      resolved.effectiveLogit(index), baseline.resolved.effectiveLogit(baselineIndex)
    )
    if mine.isNaN || theirs.isNaN { return .nan }
    if mine.isInfinite { return -baseline.probability(at: baselineIndex, in: format) + 0 }
    if theirs.isInfinite { return probability(at: index, in: format) }
    return Difference(row: self, index: index, baseline: baseline, baselineIndex: baselineIndex)
      .rounded(to: format)
  }

  /// The entropy less that of another row, in nats, rounded once.
  ///
  /// NaN where either entropy is; the rows may differ in length.
  ///
  /// - Complexity: O(1), and O(*n* log *n*) for rows that are nearly equal.
  public func entropyDifference(
    from baseline: LogitRow, in format: NumberFormat = .binary64
  ) -> Double {
    guard hasDistribution, baseline.hasDistribution else { return .nan }
    return EntropyDifference(row: self, baseline: baseline).rounded(to: format)
  }

  /// The logit that gives a class this probability while the others stay as they are.
  ///
  /// ```
  /// x = T·(ln(p/(1 − p)) + ln Σ e^z over the other classes)
  /// ```
  /// Special values: p = 0 gives −∞ and p = 1 gives +∞, the other way round for T < 0. NaN for p
  /// outside 0…1, and where no logit gives it: one class alone, all others masked, another at
  /// +∞, or T = ±∞. At T = 0, the limit from above.
  ///
  /// - Complexity: that of the row without the class, of which most is known.
  public func logitGiving(probability: Double, at index: Int) -> Double {
    var others = logits
    _ = others.remove(at: index)
    let row = LogitRow(others, temperature: temperature)
    let rest = row.resolved
    guard (0...1).contains(probability), rest.kind != .poisoned, !temperature.isNaN else {
      return .nan
    }
    let end = temperature < 0 ? -Double.infinity : .infinity
    if probability == 0 { return -end }
    if probability == 1 { return rest.peak == .infinity ? .nan : end }
    guard rest.peak.isFinite, temperature.isFinite else { return .nan }
    let formula = LogitForProbability(others: row, probability: probability)
    let logit = temperature == 0 ? rest.peak : formula.rounded(to: .binary64)
    return (temperature < 0 ? -logit : logit) + 0
  }
}

private struct EntropyDifference: Formula {
  let row: LogitRow
  let baseline: LogitRow

  func rounded(to format: NumberFormat) -> Double {
    if let value = value(FastEnclosure.self, precision: 106).rounded(to: format) { return value }
    if row.resolved.isReorderedShift(of: baseline.resolved) { return 0 }
    return settledLong(row, baseline, to: format)
      ?? row.near(baseline).entropyDifference.rounded(to: format)
      ?? refined(to: format)
  }

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    E.sums(of: row, precision: precision).value(of: .entropy)
      - E.sums(of: baseline, precision: precision).value(of: .entropy)
  }
}

/// p − p′ = (e·o′ − e′·o)/(S·S′), with o what the other classes have of each sum S = e + o.
private struct Difference: Formula {
  let row: LogitRow
  let index: Int
  let baseline: LogitRow
  let baselineIndex: Int

  func rounded(to format: NumberFormat) -> Double {
    let near = { index == baselineIndex ? row.nearDifference(at: index, from: baseline) : .unknown }
    return value(FastEnclosure.self, precision: 106).rounded(to: format)
      ?? settledLong(row, baseline, to: format)
      ?? near().rounded(to: format)
      ?? refined(to: format)
  }

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let mine = E.sums(of: row, precision: precision)
    let theirs = E.sums(of: baseline, precision: precision)
    let gain = mine.weight(index) * theirs.others(baselineIndex)
    let loss = theirs.weight(baselineIndex) * mine.others(index)
    return (gain - loss) / (mine.total * theirs.total)
  }
}

/// m + T·ln(k·p/(1 − p)) + T·ln(1 + rest/k), over the other classes.
private struct LogitForProbability: Formula {
  let others: LogitRow
  let probability: Double

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let (sums, row) = (E.sums(of: others, precision: precision), others.resolved)
    let count = sums.constant(Double(row.bestCount))
    let probability = sums.constant(probability)
    let odds = count * probability / (sums.constant(1) - probability)
    let logarithm = odds.logarithm() + (sums.rest / count).logarithmOfOnePlus()
    return sums.constant(row.best) + sums.constant(row.divisor) * logarithm
  }
}
