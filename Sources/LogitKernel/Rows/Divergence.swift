/// KL(p‖q) = Σ p (ln p − ln q) of two rows whose q is positive wherever p is.
struct Divergence: Formula {
  let p: LogitRow
  let q: LogitRow

  /// Tries the direct sum, then the one for rows so near that the direct one cancels.
  func rounded(to format: NumberFormat) -> Double {
    value(p.sums, q.sums).rounded(to: format)
      ?? valueForNearRows.rounded(to: format)
      ?? refined(to: format)
  }

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    value(
      RowSums<E>(p.shape, precision: precision), RowSums<E>(q.shape, precision: precision))
  }

  /// L_q − L_p + Σ pᵢ (aᵢ − bᵢ), with a and b the distances of each logit from its best.
  private func value<E: Enclosure>(_ a: RowSums<E>, _ b: RowSums<E>) -> E {
    var sum = a.constant(0)
    for index in 0..<p.count where p.shape.effectiveLogit(index).isFinite {
      // One fraction, so that equal distances at different temperatures leave an exact zero.
      let mine = a.constant(p.shape.effectiveLogit(index)) - a.constant(p.shape.best)
      let theirs = b.constant(q.shape.effectiveLogit(index)) - b.constant(q.shape.best)
      let change = mine * b.constant(q.shape.divisor) - theirs * a.constant(p.shape.divisor)
      sum = sum + a.weight(index) * change
    }
    let scale = a.constant(p.shape.divisor) * b.constant(q.shape.divisor)
    return b.logarithmOfTotal - a.logarithmOfTotal + sum / (a.total * scale)
  }

  /// Σ p φ(t), φ(t) = eᵗ − 1 − t ≥ 0, with t = ln(q/p) = g − ln(1 + Σ p (e^g − 1)) and g the change
  /// of each z less the change of the likeliest.
  ///
  /// No term is negative, so that a divergence of 10⁻³⁰ has as many digits as one of 1.
  private var valueForNearRows: FastEnclosure {
    let classes = (0..<p.count).filter { p.shape.effectiveLogit($0).isFinite }
    // Rows are not near when the other has probability where this one has none.
    let others = (0..<q.count).count { q.shape.effectiveLogit($0).isFinite }
    guard others == classes.count else { return .unknown }
    guard
      let likeliest = classes.first(where: { p.shape.effectiveLogit($0) == p.shape.best })
    else { return .unknown }
    let base = q.shape.effectiveLogit(likeliest)
    let changes = classes.map {
      q.sums.distance($0, from: base) - p.sums.distance($0, from: p.shape.best)
    }
    let shares = classes.map { p.sums.weight($0) / p.sums.total }
    var growth = FastEnclosure(0)
    for (share, change) in zip(shares, changes) {
      growth = growth + share * change.exponentialMinusOne()
    }
    let shift = growth.logarithmOfOnePlus()
    var sum = FastEnclosure(0)
    for (share, change) in zip(shares, changes) {
      sum = sum + share * (change - shift).exponentialExcess()
    }
    return sum
  }
}
