/// KL(p‖q) = Σ p (ln p − ln q) of two rows whose q is positive wherever p is.
struct Divergence: Formula {
  let p: LogitRow
  let q: LogitRow

  /// Tries the direct sum, then the one for rows so near that the direct one cancels.
  func rounded(to format: NumberFormat) -> Double {
    value(p.sums, q.sums).rounded(to: format)
      ?? p.near(q).divergence.rounded(to: format)
      ?? refined(to: format)
  }

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    value(E.sums(of: p, precision: precision), E.sums(of: q, precision: precision))
  }

  /// L_q − L_p + Σ pᵢ (aᵢ − bᵢ), with a and b the distances of each logit from its best.
  private func value<E: Enclosure>(_ a: RowSums<E>, _ b: RowSums<E>) -> E {
    var sum = a.constant(0)
    // Equal distances at equal temperatures: what the rows share adds nothing.
    let isShared =
      p.resolved.divisor == q.resolved.divisor && p.resolved.best == q.resolved.best
    let ranges = isShared ? p.resolved.classes(unsharedWith: q.resolved) : [0..<p.count]
    for index in Array(ranges.joined()).wanted("summing the divergence", every: 256)
    where p.resolved.effectiveLogit(index).isFinite {
      // One fraction, so that equal distances at different temperatures leave an exact zero.
      let mine = a.constant(p.resolved.effectiveLogit(index)) - a.constant(p.resolved.best)
      let theirs = b.constant(q.resolved.effectiveLogit(index)) - b.constant(q.resolved.best)
      let change = mine * b.constant(q.resolved.divisor) - theirs * a.constant(p.resolved.divisor)
      sum = sum + a.weight(index) * change
    }
    let scale = a.constant(p.resolved.divisor) * b.constant(q.resolved.divisor)
    return b.logarithmOfTotal - a.logarithmOfTotal + sum / (a.total * scale)
  }
}
