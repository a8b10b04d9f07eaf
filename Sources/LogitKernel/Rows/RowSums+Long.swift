internal import LogitLanes

// A long row is summed piece by piece, each relative to a logit of its own; what a piece comes to is
// kept with it. All terms are positive, so the sum of all is known as well as the pieces are.

extension ResolvedRow {
  /// Whether the sums are formed in pieces; tables of whole computations, which ask for more digits, are
  /// made of shorter rows.
  var isLong: Bool { count >= 4097 && secondCount > 0 }
}

extension RowSums<FastEnclosure> {
  init(_ resolved: ResolvedRow) {
    guard resolved.isLong else {
      self.init(resolved, precision: 106)
      return
    }
    let sums = BasedSums<FastEnclosure>(tailOf: resolved)
    self.init(resolved, precision: 106, tail: sums.weights, pull: sums.moments)
  }
}

extension RowSums<BigEnclosure> {
  /// Sums of which no others are known.
  init(anew resolved: ResolvedRow, precision: Int) {
    guard resolved.isLong else {
      self.init(resolved, precision: precision)
      return
    }
    let sums = BasedSums<BigEnclosure>(tailOf: resolved, precision: precision)
    self.init(resolved, precision: precision, tail: sums.weights, pull: sums.moments)
  }
}

/// What the part of a piece in a row's sums depends on besides its logits.
struct MovedKey: Equatable, Sendable {
  let scale: TailKey
  let second: Double
}

extension BasedSums<FastEnclosure> {
  init() { self.init(ties: 0, precision: 106) }

  /// Those of a long row's logits below the second, relative to that.
  init(tailOf row: ResolvedRow) {
    let key = MovedKey(scale: TailKey(row, precision: 106), second: row.second)
    let groups = row.logits.groups
    let (changing, rest) = row.logits.kept.tails.value(for: key, groups) { changing in
      var sum = BasedSums()
      for place in groups.indices.wanted("summing the exponentials", every: 1)
      where place != changing && groups[place].facts.finiteCount > 0 {
        sum = sum + groups[place].sums(key)
      }
      return sum
    }
    self = groups[changing].facts.finiteCount > 0 ? rest + groups[changing].sums(key) : rest
  }

  /// What a piece adds to those of a row.
  init(of piece: LogitPiece, _ key: MovedKey) {
    self = piece.moved.value(for: key) { BasedSums(of: piece, key.scale, second: key.second) }
  }
}

extension BasedSums<BigEnclosure> {
  /// Those of a long row's logits below the second, relative to that.
  init(tailOf row: ResolvedRow, precision: Int) {
    self.init(ties: 0, precision: precision)
    let key = TailKey(row, precision: precision)
    for piece in row.logits.pieces.wanted("summing the exponentials", every: 4)
    where piece.facts.finiteCount > 0 {
      self = self + BasedSums(of: piece, key, second: row.second)
    }
  }
}

extension FastEnclosure {
  static func memo(of piece: LogitPiece) -> Memo<TailKey, PieceSums<FastEnclosure>> { piece.sums }

  static func sums(
    of piece: LogitPiece, _ key: TailKey, below threshold: Double
  ) -> BasedSums<FastEnclosure> {
    if let sums = vectorSums(of: piece, key, below: threshold) { return sums }
    var sums = BasedSums<FastEnclosure>()
    for value in piece.values.wanted("summing the exponentials", every: 256) {
      let value = key.isReversed ? -value : value
      guard value < threshold, value.isFinite else { continue }
      let one = BasedSums<FastEnclosure>(ties: 1, precision: key.precision)
      sums = sums + one.moved(key.distance(value, from: threshold))
    }
    return sums
  }

  /// The same by vector instructions; `nil` where a logit or the temperature is too large or too small
  /// to subtract and divide without a scale of its own.
  private static func vectorSums(
    of piece: LogitPiece, _ key: TailKey, below threshold: Double
  ) -> BasedSums<FastEnclosure>? {
    let (greatest, divisor) = (piece.facts.greatestMagnitude, key.divisor)
    guard divisor > 0x1p-100, divisor < 0x1p100, greatest < 0x1p100, threshold.magnitude < 0x1p100
    else { return nil }
    let inverse = DoubleDouble(1) / DoubleDouble(divisor)
    let scale = TailScale(
      sign: key.isReversed ? -1 : 1, threshold: threshold, inverse: (inverse.high, inverse.low))
    let sums = VectorKernel.fastest.tailSums(of: piece.values, scale)
    guard sums.isTouched else { return BasedSums() }
    return BasedSums(
      weights: FastEnclosure(longSum: sums.weights), moments: FastEnclosure(longSum: sums.moments))
  }

  private init(longSum sum: (high: Double, low: Double)) {
    self.init(DoubleDouble(sum.high, sum.low), error: sum.high * 0x1p-88 + 0x1p-840)
  }
}

extension BigEnclosure {
  static func memo(of piece: LogitPiece) -> Memo<TailKey, PieceSums<BigEnclosure>> {
    piece.longSums
  }

  static func sums(
    of piece: LogitPiece, _ key: TailKey, below threshold: Double
  ) -> BasedSums<BigEnclosure> {
    var base = -Double.infinity
    for value in piece.values {
      let value = key.isReversed ? -value : value
      if value < threshold { base = max(base, value) }
    }
    guard base.isFinite else { return BasedSums(ties: 0, precision: key.precision) }
    // Relative to the greatest of them, the sum is known to as many bits as a term of 1.
    let distances = Distances(
      values: piece.values, isReversed: key.isReversed, base: base, divisor: key.divisor)
    let sums = FixedSums(
      of: distances, times: distances, below: threshold, precision: key.precision)
    return BasedSums(weights: sums.weights, moments: sums.moments)
      .moved(key.distance(base, from: threshold))
  }
}

extension VectorKernel {
  func tailSums(of values: [Double], _ scale: TailScale) -> TailSums {
    noteOperations(values.count)
    return values.withUnsafeBufferPointer { values in
      rootsOfTwo.withUnsafeBufferPointer { roots in
        guard let elements = values.baseAddress, let roots = roots.baseAddress else {
          return TailSums()
        }
        return lanes.tailSums(of: elements, count: values.count, scale: scale, roots: roots)
      }
    }
  }
}
