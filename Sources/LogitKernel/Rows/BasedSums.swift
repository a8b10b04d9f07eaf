/// What the sums of a piece depend on besides its logits.
struct TailKey: Equatable, Sendable {
  let isReversed: Bool
  let divisor: Double
  let precision: Int

  init(_ row: ResolvedRow, precision: Int) {
    isReversed = row.temperature < 0
    divisor = row.divisor
    self.precision = precision
  }

  func distance<E: Enclosure>(_ value: Double, from base: Double) -> E {
    RowSums<E>.quotient(value, minus: base, of: divisor, precision: precision)
  }
}

/// Σ e^((x − b)/T) and Σ e^((x − b)/T)·(b − x)/T of some logits, relative to a base b.
struct BasedSums<E: Enclosure>: Sendable {
  var weights: E
  var moments: E

  /// Those of so many logits that equal the base.
  init(ties count: Int, precision: Int) {
    weights = E(Double(count), precision: precision)
    moments = E(0, precision: precision)
  }

  init(weights: E, moments: E) {
    self.weights = weights
    self.moments = moments
  }

  /// The same relative to a base that lies `distance` = (b − base)/T ≤ 0 from this one.
  func moved(_ distance: E) -> BasedSums {
    let factor = distance.exponentialAsTerm()
    return BasedSums(
      weights: factor * weights, moments: factor * (moments - distance * weights))
  }

  static func + (a: BasedSums, b: BasedSums) -> BasedSums {
    BasedSums(weights: a.weights + b.weights, moments: a.moments + b.moments)
  }
}

/// The sums of a piece: over all but its greatest two logits relative to the second, and over all of
/// them relative to the first.
struct PieceSums<E: Enclosure>: Sendable {
  let tail: BasedSums<E>
  let whole: BasedSums<E>

  init(_ piece: LogitPiece, _ key: TailKey) {
    let top = piece.facts.top(isReversed: key.isReversed)
    let first = BasedSums<E>(ties: top.firstCount, precision: key.precision)
    guard top.secondCount > 0 else {
      (tail, whole) = (BasedSums(ties: 0, precision: key.precision), first)
      return
    }
    tail = E.sums(of: piece, key, below: top.second)
    let second = BasedSums<E>(ties: top.secondCount, precision: key.precision)
    whole = first + (second + tail).moved(key.distance(top.second, from: top.first))
  }
}

extension BasedSums {
  /// Those of all of a piece relative to a base that is not below its greatest logit.
  init(whole piece: LogitPiece, _ key: TailKey, relativeTo base: Double) {
    let sums = E.memo(of: piece).value(for: key) { PieceSums(piece, key) }
    self = sums.whole.moved(
      key.distance(piece.facts.top(isReversed: key.isReversed).first, from: base))
  }

  /// Those of a piece's logits below a row's second greatest, relative to that.
  init(of piece: LogitPiece, _ key: TailKey, second: Double) {
    let top = piece.facts.top(isReversed: key.isReversed)
    guard top.first >= second else {
      self.init(whole: piece, key, relativeTo: second)
      return
    }
    let tail = E.memo(of: piece).value(for: key) { PieceSums(piece, key) }.tail
    guard top.secondCount > 0, top.second < second else {
      self = tail
      return
    }
    let rest = BasedSums(ties: top.secondCount, precision: key.precision) + tail
    self = rest.moved(key.distance(top.second, from: second))
  }

  /// Those of a piece's logits below a threshold, relative to that.
  init(of piece: LogitPiece, _ key: TailKey, below threshold: Double) {
    let isBelow = piece.facts.top(isReversed: key.isReversed).first < threshold
    self =
      isBelow
      ? BasedSums(whole: piece, key, relativeTo: threshold)
      : E.sums(of: piece, key, below: threshold)
  }
}

extension Enclosure {
  /// Σ e^((x − b)/T) over the effective logits of a row below b.
  ///
  /// - Complexity: O(*n*).
  static func mass(of row: ResolvedRow, below base: Double, precision: Int) -> Self {
    let key = TailKey(row, precision: precision)
    let pieces = row.logits.pieces.wanted("summing the exponentials", every: 4)
    return pieces.reduce(Self(0, precision: precision)) { sum, piece in
      piece.facts.finiteCount > 0
        ? sum + BasedSums<Self>(of: piece, key, below: base).weights : sum
    }
  }
}
