/// A row with its special values resolved, before any exponential is computed.
///
/// The special values are settled here once: whatever the logits and the temperature are, the
/// probabilities are those of the *effective* logits at the temperature `divisor`, which are
/// finite, −∞ for a class without probability, or NaN for one whose probability is undefined.
struct ResolvedRow: Sendable {
  /// The cases in which the definitions differ.
  enum Kind: Sendable {
    /// No classes.
    case empty
    /// A NaN among logits and temperature.
    case poisoned
    /// Two classes or more, all −∞.
    case masked
    /// Finite logits, perhaps some −∞, at a finite temperature other than 0.
    case weighed
    /// The limit T → 0⁺: equal shares among the maxima.
    case frozen
    /// T = ±∞: equal shares among the finite logits.
    case uniform
    /// One logit +∞, or a single logit that is infinite.
    case crowned
    /// Several logits +∞: the limit depends on how they grow.
    case contested
  }

  let logits: Logits
  let temperature: Double
  let kind: Kind
  /// The positive number that effective logits are divided by; 1 unless `weighed`.
  let divisor: Double
  /// The greatest logit, negated for a negative temperature; −∞ for an empty row.
  let peak: Double
  /// The greatest effective logit.
  let best: Double
  /// How many classes have it.
  private(set) var bestCount = 0
  /// The greatest finite effective logit below `best`, and how many classes have it.
  private(set) var second = 0.0
  private(set) var secondCount = 0

  /// - Complexity: O(1).
  init(_ logits: Logits, temperature: Double) {
    self.logits = logits
    self.temperature = temperature
    let facts = logits.facts
    let top = facts.top(isReversed: temperature < 0)
    let (above, below) = facts.infinities(isReversed: temperature < 0)
    let isBelow = above == 0 && top.firstCount == 0
    peak = above > 0 ? .infinity : top.first
    let peakCount = above > 0 ? above : isBelow ? below : top.firstCount
    let hasNaN = facts.nans > 0 || temperature.isNaN
    kind = ResolvedRow.kind(facts.count, hasNaN, peak, peakCount, temperature)
    divisor = kind == .weighed ? temperature.magnitude : 1
    best = kind == .weighed ? peak : 0
    switch kind {
    case .weighed: (bestCount, second, secondCount) = (peakCount, top.second, top.secondCount)
    case .frozen: bestCount = peakCount
    case .uniform: bestCount = facts.finiteCount
    case .empty, .poisoned, .masked, .crowned, .contested: bestCount = 1
    }
    if secondCount == 0 { second = 0 }
  }

  private static func kind(
    _ count: Int, _ hasNaN: Bool, _ peak: Double, _ peakCount: Int, _ temperature: Double
  ) -> Kind {
    if count == 0 { return .empty }
    if hasNaN { return .poisoned }
    if peak.isInfinite && (count == 1 || (peak > 0 && peakCount == 1)) { return .crowned }
    if peak.isInfinite { return peak > 0 ? .contested : .masked }
    if temperature == 0 { return .frozen }
    return temperature.isInfinite ? .uniform : .weighed
  }

  var count: Int { logits.count }

  /// The logit that takes part in sums: finite, −∞, or NaN.
  func effectiveLogit(_ index: Int) -> Double { effective(logits[index]) }

  private func effective(_ logit: Double) -> Double {
    noteOperation()
    switch kind {
    case .weighed: return temperature < 0 ? -logit : logit
    case .frozen: return (temperature < 0 ? -logit : logit) == peak ? 0 : -.infinity
    case .uniform: return logit.isFinite ? 0 : -.infinity
    case .crowned: return count == 1 || isPeak(logit) ? 0 : -.infinity
    case .contested: return isPeak(logit) ? .nan : -.infinity
    case .empty, .poisoned, .masked: return .nan
    }
  }

  private func isPeak(_ logit: Double) -> Bool {
    (temperature < 0 ? -logit : logit) == peak
  }

  /// The first class with the greatest effective logit; `nil` where there is no distribution.
  ///
  /// - Complexity: the number of groups, and the length of one.
  var likeliest: Int? {
    let isFinite = kind == .weighed || kind == .frozen
    for (group, start) in zip(logits.groups, logits.starts)
    where !isFinite || group.facts.top(isReversed: temperature < 0).first == peak {
      for (piece, offset) in zip(group.pieces, group.starts)
      where !isFinite || piece.facts.top(isReversed: temperature < 0).first == peak {
        if let place = piece.values.firstIndex(where: { effective($0) == best }) {
          return start + offset + place
        }
      }
    }
    return nil
  }

  /// Σ (m − xᵢ) over all classes but one, exactly; `nil` unless all have a logit that can be summed.
  ///
  /// - Complexity: O(*n*) for pieces whose sum was not asked for before, and their number.
  func distances(without index: Int) -> ExactSum? {
    let range = 0x1p-900...0x1p900
    guard kind == .weighed, logits.facts.finiteCount == count,
      logits.facts.greatestMagnitude < range.upperBound,
      best == 0 || range.contains(best.magnitude)
    else { return nil }
    let (sign, all) = (temperature < 0 ? 1.0 : -1, DoubleDouble(productOf: best, Double(count - 1)))
    let parts = logits.pieces.lazy.flatMap(\.sum.parts).map { sign * $0 }
    return ExactSum(Array(parts) + [all.high, all.low, effectiveLogit(index)])
  }

  /// The classes in which this row and another of as many may differ: all but those of pieces that
  /// they share.
  ///
  /// - Complexity: the number of groups, and that of the pieces of those that are not shared.
  func classes(unsharedWith other: ResolvedRow) -> [Range<Int>] {
    let isAlike = kind == .weighed && other.kind == .weighed
    guard isAlike, (temperature < 0) == (other.temperature < 0),
      let unshared = logits.pieces(unsharedWith: other.logits)
    else { return [0..<count] }
    return unshared.map { $0.start..<$0.start + $0.mine.count }
  }

  /// Whether two rows have the same probabilities for an exact reason: a common shift.
  ///
  /// - Complexity: O(*n*); the pieces that they do not share, where the greatest logit is the same.
  func isShift(of other: ResolvedRow) -> Bool {
    guard count == other.count, divisor == other.divisor else { return false }
    return changed(from: other).joined().allSatisfy { index in
      isShift(effectiveLogit(index), of: other.effectiveLogit(index), other)
    }
  }

  /// Whether that is so of the rows without masked classes and in another order.
  ///
  /// - Complexity: as of `isShift(of:)`, with sorting.
  func isReorderedShift(of other: ResolvedRow) -> Bool {
    guard divisor == other.divisor, bestCount == other.bestCount else { return false }
    let isLike = count == other.count
    let (mine, theirs) = (
      inOrder(isLike ? changed(from: other) : [0..<count]),
      other.inOrder(isLike ? other.changed(from: self) : [0..<other.count])
    )
    return mine.count == theirs.count
      && zip(mine, theirs).allSatisfy { isShift($0, of: $1, other) }
  }

  /// The classes that may differ by another amount than the greatest.
  private func changed(from other: ResolvedRow) -> [Range<Int>] {
    best == other.best ? classes(unsharedWith: other) : [0..<count]
  }

  private func inOrder(_ classes: [Range<Int>]) -> [Double] {
    classes.joined().map(effectiveLogit).filter(\.isFinite).sorted()
  }

  private func isShift(_ a: Double, of b: Double, _ other: ResolvedRow) -> Bool {
    if a.isInfinite || b.isInfinite { return a == b }
    let (x, y) = (DoubleDouble(sumOf: a, -best), DoubleDouble(sumOf: b, -other.best))
    return x.high == y.high && x.low == y.low
  }
}
