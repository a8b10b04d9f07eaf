internal import LogitLanes

// A long row is summed piece by piece, each relative to a logit of its own; what a piece comes to is
// kept with it. All terms are positive, so the sum of all is known as well as the pieces are.

extension RowSums<FastEnclosure> {
  /// Rows from this length on are summed in pieces; tables of whole computations, which ask for more
  /// digits, are made of shorter ones.
  static var long: Int { 4097 }

  init(_ resolved: ResolvedRow) {
    guard resolved.count >= Self.long, resolved.secondCount > 0 else {
      self.init(resolved, precision: 106)
      return
    }
    let sums = BasedSums(tailOf: resolved)
    self.init(resolved, precision: 106, tail: sums.weights, pull: sums.moments)
  }
}

/// What the sums of a piece depend on besides its logits.
struct TailKey: Equatable, Sendable {
  let isReversed: Bool
  let divisor: Double
}

/// What the part of a piece in a row's sums depends on besides its logits.
struct MovedKey: Equatable, Sendable {
  let scale: TailKey
  let second: Double
}

/// Σ e^((x − b)/T) and Σ e^((x − b)/T)·(b − x)/T of some logits, relative to a base b.
struct BasedSums: Sendable {
  var weights = FastEnclosure(0)
  var moments = FastEnclosure(0)

  /// The same relative to a base that lies `distance` = (b − base)/T ≤ 0 from this one.
  func moved(_ distance: FastEnclosure) -> BasedSums {
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
struct PieceSums: Sendable {
  let tail: BasedSums
  let whole: BasedSums

  init(_ piece: LogitPiece, _ key: TailKey) {
    let top = piece.facts.top(isReversed: key.isReversed)
    tail =
      top.secondCount == 0 ? BasedSums() : BasedSums(of: piece, key, below: top.second)
    let first = BasedSums(weights: FastEnclosure(Double(top.firstCount)))
    guard top.secondCount > 0 else {
      whole = first
      return
    }
    let second = BasedSums(weights: FastEnclosure(Double(top.secondCount)))
    whole = first + (second + tail).moved(key.distance(top.second, from: top.first))
  }
}

extension TailKey {
  fileprivate func distance(_ value: Double, from base: Double) -> FastEnclosure {
    RowSums<FastEnclosure>.quotient(value, minus: base, of: divisor, precision: 106)
  }
}

extension BasedSums {
  /// `RowSums.tail` and `RowSums.pull` of a row, relative to its second greatest logit.
  ///
  /// A piece with none of the row's best two is added whole; of the others, what is below both.
  ///
  /// - Complexity: the pieces without sums yet, and a few steps for each of the others.
  init(tailOf row: ResolvedRow) {
    let key = TailKey(isReversed: row.temperature < 0, divisor: row.divisor)
    for group in row.logits.groups.wanted("summing the exponentials", every: 1)
    where group.facts.finiteCount > 0 {
      self = self + group.sums(MovedKey(scale: key, second: row.second))
    }
  }

  /// Those of all of a piece relative to a base that is not below its greatest logit.
  init(whole piece: LogitPiece, _ key: TailKey, relativeTo base: Double) {
    let sums = piece.sums.value(for: key) { PieceSums(piece, key) }
    self = sums.whole.moved(
      key.distance(piece.facts.top(isReversed: key.isReversed).first, from: base))
  }

  /// What a piece adds to those of a row.
  init(of piece: LogitPiece, _ key: MovedKey) {
    self = piece.moved.value(for: key) { BasedSums(of: piece, key.scale, second: key.second) }
  }

  private init(of piece: LogitPiece, _ key: TailKey, second: Double) {
    let top = piece.facts.top(isReversed: key.isReversed)
    let sums = piece.sums.value(for: key) { PieceSums(piece, key) }
    if top.first < second {
      self = sums.whole.moved(key.distance(top.first, from: second))
    } else if top.secondCount > 0, top.second < second {
      let rest = BasedSums(weights: FastEnclosure(Double(top.secondCount))) + sums.tail
      self = rest.moved(key.distance(top.second, from: second))
    } else {
      self = sums.tail
    }
  }

  /// Those of a piece's logits below a threshold, relative to that.
  fileprivate init(of piece: LogitPiece, _ key: TailKey, below threshold: Double) {
    self.init()
    if let sums = BasedSums(fastOf: piece, key, below: threshold) {
      self = sums
      return
    }
    for value in piece.values.wanted("summing the exponentials", every: 256) {
      let value = key.isReversed ? -value : value
      guard value < threshold, value.isFinite else { continue }
      let distance = key.distance(value, from: threshold)
      self = self + BasedSums(weights: FastEnclosure(1)).moved(distance)
    }
  }

  /// The same by vector instructions; `nil` where a logit or the temperature is too large or too small
  /// to subtract and divide without a scale of its own.
  private init?(fastOf piece: LogitPiece, _ key: TailKey, below threshold: Double) {
    let (greatest, divisor) = (piece.facts.greatestMagnitude, key.divisor)
    guard divisor > 0x1p-100, divisor < 0x1p100, greatest < 0x1p100, threshold.magnitude < 0x1p100
    else { return nil }
    let inverse = DoubleDouble(1) / DoubleDouble(divisor)
    let scale = TailScale(
      sign: key.isReversed ? -1 : 1, threshold: threshold, inverse: (inverse.high, inverse.low))
    let sums = VectorKernel.fastest.tailSums(of: piece.values, scale)
    guard sums.isTouched else { return }
    weights = FastEnclosure(longSum: sums.weights)
    moments = FastEnclosure(longSum: sums.moments)
  }
}

extension Enclosure {
  /// Σ e^((x − b)/T) over the effective logits below b.
  ///
  /// - Complexity: O(*n*).
  static func mass(of row: ResolvedRow, below base: Double, precision: Int) -> Self {
    var sum = Self(0, precision: precision)
    for index in (0..<row.count).wanted("summing the exponentials", every: 256) {
      let value = row.effectiveLogit(index)
      guard value < base, value.isFinite else { continue }
      let distance = RowSums<Self>.quotient(
        value, minus: base, of: row.divisor, precision: precision)
      sum = sum + distance.exponentialAsTerm()
    }
    return sum
  }
}

extension FastEnclosure {
  /// The same by vector instructions.
  static func mass(of row: ResolvedRow, below base: Double, precision: Int) -> FastEnclosure {
    let key = TailKey(isReversed: row.temperature < 0, divisor: row.divisor)
    return row.logits.pieces.wanted("summing the exponentials", every: 16).reduce(FastEnclosure(0))
    {
      $0 + BasedSums(of: $1, key, below: base).weights
    }
  }
}

extension FastEnclosure {
  fileprivate init(longSum sum: (high: Double, low: Double)) {
    self.init(DoubleDouble(sum.high, sum.low), error: sum.high * 0x1p-88 + 0x1p-840)
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
