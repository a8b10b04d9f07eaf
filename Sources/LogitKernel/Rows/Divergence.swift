/// KL(p‖q) = Σ p (ln p − ln q) of two rows whose q is positive wherever p is.
struct Divergence: Formula {
  let p: LogitRow
  let q: LogitRow

  /// Tries the direct sum, then the one for rows so near that the direct one cancels.
  func rounded(to format: NumberFormat) -> Double {
    value(FastEnclosure.self, precision: 106).rounded(to: format)
      ?? settledLong(p, q, to: format)
      ?? p.near(q).divergence.rounded(to: format)
      ?? refined(to: format)
  }

  /// L_q − L_p + Σ pᵢ (aᵢ − bᵢ), with a and b the distances of each z from its best.
  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let (a, b) = (E.sums(of: p, precision: precision), E.sums(of: q, precision: precision))
    let change = E.change(from: p, to: q, precision: precision)
    return b.logarithmOfTotal - a.logarithmOfTotal + change / a.total
  }
}

extension Formula {
  /// The value of two long rows that differ in so many classes that the sums of long arithmetic cost
  /// less than those of `near`, if the first of its precisions beyond the fast one settles it.
  func settledLong(_ row: LogitRow, _ other: LogitRow, to format: NumberFormat) -> Double? {
    let (mine, theirs) = (row.resolved, other.resolved)
    guard mine.isLong, theirs.isLong, mine.moved(in: theirs).joined().count > 1 << 15 else {
      return nil
    }
    return value(BigEnclosure.self, precision: 160).rounded(to: format)
  }
}

extension ResolvedRow {
  /// The classes whose distance from the best may be another in a row of as many.
  fileprivate func moved(in other: ResolvedRow) -> [Range<Int>] {
    divisor == other.divisor && best == other.best ? classes(unsharedWith: other) : [0..<count]
  }
}

extension Enclosure {
  /// Σ e^aᵢ (aᵢ − bᵢ) over the classes that p gives a probability, one by one.
  static func changeByClass(
    from p: LogitRow, to q: LogitRow, precision: Int
  ) -> Self {
    let (a, b) = (sums(of: p, precision: precision), sums(of: q, precision: precision))
    var sum = a.constant(0)
    for index in Array(p.resolved.moved(in: q.resolved).joined())
      .wanted("summing the divergence", every: 256)
    where p.resolved.effectiveLogit(index).isFinite {
      // One fraction, so that equal distances at different temperatures leave an exact zero.
      let mine = a.constant(p.resolved.effectiveLogit(index)) - a.constant(p.resolved.best)
      let theirs = b.constant(q.resolved.effectiveLogit(index)) - b.constant(q.resolved.best)
      let change = mine * b.constant(q.resolved.divisor) - theirs * a.constant(p.resolved.divisor)
      sum = sum + a.weight(index) * change
    }
    return sum / (a.constant(p.resolved.divisor) * b.constant(q.resolved.divisor))
  }
}

extension FastEnclosure {
  static func change(from p: LogitRow, to q: LogitRow, precision: Int) -> FastEnclosure {
    changeByClass(from: p, to: q, precision: precision)
  }
}

extension BigEnclosure {
  /// The same piece by piece where p is long.
  static func change(from p: LogitRow, to q: LogitRow, precision: Int) -> BigEnclosure {
    let (mine, theirs) = (p.resolved, q.resolved)
    guard mine.isLong else { return changeByClass(from: p, to: q, precision: precision) }
    let (key, moved) = (TailKey(mine, precision: precision), mine.moved(in: theirs))
    var sum = BigEnclosure(0, precision: precision)
    var ranges = moved[...]
    for (piece, start) in mine.logits.placedPieces.wanted("summing the divergence", every: 4) {
      while let range = ranges.first, range.upperBound <= start { ranges.removeFirst() }
      guard piece.facts.finiteCount > 0, ranges.first?.contains(start) ?? false else { continue }
      let others = (start..<start + piece.count).map { theirs.effectiveLogit($0) }
      sum =
        sum + meanDistance(of: others, in: theirs, weighedBy: piece, of: mine, key)
        - BasedSums<BigEnclosure>(whole: piece, key, relativeTo: mine.best).moments
    }
    return sum
  }

  /// Σ e^aᵢ (−bᵢ) of a piece, with b the distances of some logits from the best of their row.
  private static func meanDistance(
    of others: [Double], in theirs: ResolvedRow, weighedBy piece: LogitPiece,
    of mine: ResolvedRow, _ key: TailKey
  ) -> BigEnclosure {
    let (base, otherBase) = (
      piece.facts.top(isReversed: key.isReversed).first,
      others.lazy.filter(\.isFinite).max() ?? theirs.best
    )
    let sums = FixedSums(
      of: Distances(
        values: piece.values, isReversed: key.isReversed, base: base, divisor: key.divisor),
      times: Distances(
        values: others, isReversed: false, base: otherBase, divisor: theirs.divisor),
      precision: key.precision)
    let distance = RowSums<BigEnclosure>.quotient(
      theirs.best, minus: otherBase, of: theirs.divisor, precision: key.precision)
    let factor: BigEnclosure = key.distance(base, from: mine.best)
    return factor.exponentialAsTerm() * (sums.moments + distance * sums.weights)
  }
}
