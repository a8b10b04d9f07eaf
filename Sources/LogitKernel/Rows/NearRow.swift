internal import Synchronization

/// What differs between a row p and another, q, so near that direct sums cancel.
///
/// With g the change of each z less that of the likeliest class,
/// ```
/// t = ln(q/p) = g − ln(1 + Σ p (e^g − 1))
/// ```
/// has as many digits as g. Where the rows have no such t, everything is unknown.
struct NearRow: Sendable {
  /// The other row, for as long as there is one.
  private weak var other: LogitRow.Parts?
  /// The class that changes are measured from.
  private let likeliest: Int
  /// Whether the rows have the same probabilities, because one is the other moved by a constant.
  private var isShift = false
  /// ln(1 + Σ p (e^g − 1)).
  private var shift = FastEnclosure.unknown
  /// KL(p‖q) = Σ p φ(t), φ(t) = eᵗ − 1 − t ≥ 0: a divergence of 10⁻³⁰ has as many digits as one of 1.
  private(set) var divergence = FastEnclosure.unknown
  /// H(p) − H(q) = Σ p (eᵗ − 1)·a + Σ q t, with a = ln p + L the distance of each z from the best.
  private(set) var entropyDifference = FastEnclosure.unknown

  fileprivate init(_ p: LogitRow, _ q: LogitRow) {
    other = q.parts
    let (mine, theirs) = (p.resolved, q.resolved)
    likeliest = mine.likeliest ?? 0
    let isSameSupport =
      p.count == q.count && p.count > 0
      && mine.classes(unsharedWith: theirs).joined().allSatisfy {
        mine.effectiveLogit($0).isFinite == theirs.effectiveLogit($0).isFinite
      }
    guard isSameSupport, mine.effectiveLogit(likeliest).isFinite else { return }
    isShift = mine.isShift(of: theirs)
    guard !isShift else {
      (divergence, entropyDifference) = (FastEnclosure(0), FastEnclosure(0))
      return
    }
    sum(p.sums, q.sums)
  }

  private mutating func sum(_ p: RowSums<FastEnclosure>, _ q: RowSums<FastEnclosure>) {
    let zero = FastEnclosure(0)
    let shared = SharedPart(p.resolved, q.resolved, likeliest)
    let classes = shared.others.filter { p.resolved.effectiveLogit($0).isFinite }
    var growth = zero
    for index in classes.wanted("comparing with the pinned state", every: 256) {
      growth = growth + p.weight(index) * change(index, p, q).exponentialMinusOne()
    }
    shift = (growth / p.total).logarithmOfOnePlus()
    var (excess, product) = shared.sums(-shift)
    for index in classes.wanted("comparing with the pinned state", every: 256) {
      let (weight, t) = (p.weight(index), change(index, p, q) - shift)
      let (step, more) = (t.exponentialMinusOne(), t.exponentialExcess())
      excess = excess + weight * more
      // Σ q t = Σ p (eᵗ t − (eᵗ − 1)), as Σ p (eᵗ − 1) = 0; each term is t(eᵗ − 1) − φ(t) ≥ 0.
      product =
        product + weight * (step * p.distance(index, from: p.resolved.best) + (t * step - more))
    }
    divergence = excess / p.total
    entropyDifference = product / p.total
  }

  /// By how much more z grows from p to q than that of the likeliest class.
  private func change(
    _ index: Int, _ p: RowSums<FastEnclosure>, _ q: RowSums<FastEnclosure>
  ) -> FastEnclosure {
    let (mine, theirs) = (p.resolved, q.resolved)
    let base = theirs.effectiveLogit(likeliest)
    let distance = FastEnclosure(mine.effectiveLogit(index)) - FastEnclosure(mine.best)
    // Divided once, after the subtraction: quotients that are nearly equal would lose their digits.
    var change =
      (FastEnclosure(theirs.effectiveLogit(index)) - FastEnclosure(base)) - distance
    if mine.divisor != theirs.divisor {
      // b/T′ − a/T = (b − a + a(T − T′)/T)/T′
      let growth = FastEnclosure(mine.divisor) - FastEnclosure(theirs.divisor)
      change = change + distance * growth / FastEnclosure(mine.divisor)
    }
    return theirs.divisor == 1 ? change : change / FastEnclosure(theirs.divisor)
  }

  /// p − q = −p (eᵗ − 1) of a class that both rows give a probability.
  fileprivate func difference(at index: Int, _ p: LogitRow, _ q: LogitRow) -> FastEnclosure {
    if isShift { return FastEnclosure(0) }
    let t = change(index, p.sums, q.sums) - shift
    return -(p.sums.weight(index) / p.sums.total * t.exponentialMinusOne())
  }

  fileprivate func isAbout(_ row: LogitRow) -> Bool { other === row.parts }
}

/// The pieces that two near rows share, of which every z has changed by as much.
private struct SharedPart {
  /// Σ p·S and Σ p·S·(−a), S the row's sum and a the distance from the best.
  private var sums = BasedSums<FastEnclosure>()
  /// All other classes.
  let others: [Int]

  init(_ p: ResolvedRow, _ q: ResolvedRow, _ likeliest: Int) {
    let isSteady = p.divisor == q.divisor && q.effectiveLogit(likeliest) == p.best
    let ranges = isSteady ? p.classes(unsharedWith: q) : [0..<p.count]
    others = Array(ranges.joined())
    guard others.count < p.count else { return }
    let key = TailKey(p, precision: 106)
    for (piece, other) in zip(p.logits.pieces, q.logits.pieces)
    where piece === other && piece.facts.finiteCount > 0 {
      sums = sums + BasedSums(whole: piece, key, relativeTo: p.best)
    }
  }

  /// What they add to Σ e φ(t) and Σ e (eᵗ − 1)·a + Σ e (t(eᵗ − 1) − φ(t)), t being that change.
  func sums(_ t: FastEnclosure) -> (excess: FastEnclosure, product: FastEnclosure) {
    guard sums.weights.value.high > 0 else { return (FastEnclosure(0), FastEnclosure(0)) }
    let (step, more) = (t.exponentialMinusOne(), t.exponentialExcess())
    return (
      sums.weights * more, sums.weights * (t * step - more) - step * sums.moments
    )
  }
}

extension LogitRow {
  /// What differs in a near row; the last one asked for is kept.
  func near(_ other: LogitRow) -> NearRow {
    if let known = parts.later.nearRow.withLock({ $0 }), known.isAbout(other) { return known }
    let near = NearRow(self, other)
    if !Work.isUnwanted { parts.later.nearRow.withLock { $0 = near } }
    return near
  }

  /// pᵢ − qᵢ of a near row.
  func nearDifference(at index: Int, from other: LogitRow) -> FastEnclosure {
    near(other).difference(at: index, self, other)
  }
}
