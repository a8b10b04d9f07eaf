/// The sums over one row that its values share, in the arithmetic of `E`.
///
/// With *m* the greatest effective logit, k its multiplicity, and m₂, k₂ those of the next:
/// ```
/// Σ e^((xᵢ − m)/T) = k + e^((m₂ − m)/T)·(k₂ + tail),   tail = Σ e^((xᵢ − m₂)/T) over xᵢ < m₂
/// ```
/// Nothing here cancels, however far m lies above the rest: what the maxima leave over keeps its
/// full relative precision, and so do log p of a confident winner, its 1 − p and its odds.
///
/// - Complexity: O(*n*) to make, O(1) to ask; `LogitRow` keeps one per arithmetic and precision.
struct RowSums<E: Enclosure>: Sendable {
  let resolved: ResolvedRow
  let precision: Int
  /// e^((m₂ − m)/T); 0 if no class has a smaller logit.
  let step: E
  let tail: E
  /// Σ e^((xᵢ − m₂)/T)·(m₂ − xᵢ)/T over the same classes as `tail`.
  let pull: E
  /// The sum over all but the maxima.
  let rest: E
  /// The sum over all classes, at least 1.
  let total: E
  /// ln of `total`.
  let logarithmOfTotal: E
  /// Σ pᵢ (m − xᵢ)/T ≥ 0: how far below the maximum a draw lies on average.
  let meanDistance: E

  init(_ resolved: ResolvedRow, precision: Int) {
    var (tail, pull) = (E(0, precision: precision), E(0, precision: precision))
    let classes = 0..<(resolved.secondCount > 0 ? resolved.count : 0)
    for index in classes.wanted("summing the exponentials", every: 256) {
      let value = resolved.effectiveLogit(index)
      guard value < resolved.second && value.isFinite else { continue }
      let distance = RowSums.quotient(
        value, minus: resolved.second, of: resolved.divisor, precision: precision)
      let term = distance.exponentialAsTerm()
      tail = tail + term
      pull = pull - term * distance
    }
    self.init(resolved, precision: precision, tail: tail, pull: pull)
  }

  /// The sums that follow from those over the classes below the second.
  init(_ resolved: ResolvedRow, precision: Int, tail: E, pull: E) {
    (self.resolved, self.precision, self.tail, self.pull) = (resolved, precision, tail, pull)
    let zero = E(0, precision: precision)
    let bestCount = E(Double(resolved.bestCount), precision: precision)
    guard resolved.secondCount > 0 else {
      (step, rest, total, meanDistance) = (zero, zero, bestCount, zero)
      logarithmOfTotal = bestCount.logarithm()
      return
    }
    let gap = RowSums.quotient(
      resolved.best, minus: resolved.second, of: resolved.divisor, precision: precision)
    step = (-gap).exponential()
    let others = E(Double(resolved.secondCount), precision: precision) + tail
    rest = step * others
    total = bestCount + rest
    logarithmOfTotal = bestCount.logarithm() + (rest / bestCount).logarithmOfOnePlus()
    meanDistance = step * (gap * others + pull) / total
  }

  /// (`value` − `base`)/`divisor`.
  static func quotient(
    _ value: Double, minus base: Double, of divisor: Double, precision: Int
  ) -> E {
    let difference = E(value, precision: precision) - E(base, precision: precision)
    return divisor == 1 ? difference : difference / E(divisor, precision: precision)
  }

  func constant(_ value: Double) -> E { E(value, precision: precision) }

  /// (xᵢ − `base`)/T, for a class with a finite effective logit.
  func distance(_ index: Int, from base: Double) -> E {
    RowSums.quotient(
      resolved.effectiveLogit(index), minus: base, of: resolved.divisor, precision: precision)
  }

  /// e^((xᵢ − m)/T), for a class with a finite effective logit.
  func weight(_ index: Int) -> E { distance(index, from: resolved.best).exponential() }

  /// `total` without the term of one class.
  ///
  /// A term of the tail is subtracted from it: since k₂ ≥ 1 is added to the remainder, the digits
  /// that cancel there count for nothing.
  func others(_ index: Int) -> E {
    let value = resolved.effectiveLogit(index)
    let (first, second) = (Double(resolved.bestCount), Double(resolved.secondCount))
    if value == resolved.best { return constant(first - 1) + rest }
    if value == resolved.second { return constant(first) + step * (constant(second - 1) + tail) }
    let remaining = tail - distance(index, from: resolved.second).exponential()
    return constant(first) + step * (constant(second) + remaining)
  }
}

extension RowSums<BigEnclosure> {
  /// Sums of as many bits as fast arithmetic knows, without forming an exponential per class; nil if
  /// it knows nothing.
  ///
  /// Most results that fast arithmetic leaves open are next to a tie. What settles those is that a
  /// `BigEnclosure` tells on which side of it the result lies, not that it has more digits.
  init?(_ sums: RowSums<FastEnclosure>, precision: Int) {
    guard let tail = BigEnclosure(sums.tail, precision: precision),
      let pull = BigEnclosure(sums.pull, precision: precision)
    else { return nil }
    self.init(sums.resolved, precision: precision, tail: tail, pull: pull)
  }
}
