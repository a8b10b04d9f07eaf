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
    let sums = PieceTail(of: resolved)
    self.init(resolved, precision: 106, tail: sums.tail, pull: sums.pull)
  }
}

/// What the sums of a piece depend on besides its logits.
struct TailKey: Equatable, Sendable {
  let isReversed: Bool
  let divisor: Double
}

/// `RowSums.tail` and `RowSums.pull` of some logits, relative to the second greatest of them.
struct PieceTail: Sendable {
  private(set) var tail = FastEnclosure(0)
  private(set) var pull = FastEnclosure(0)

  /// Those of a whole row.
  ///
  /// With m₂ the row's second greatest logit, and f = e^((x − m₂)/T) for a piece's best and second x,
  /// ```
  /// tail = Σ f·(k + tail of the piece),   pull = Σ f·(pull of the piece + (k + tail)·(m₂ − x)/T)
  /// ```
  /// over the pieces, where k counts the class x unless it is one of the row's best or second.
  ///
  /// - Complexity: the pieces without such sums yet, and a few steps for each of the others.
  init(of row: ResolvedRow) {
    let key = TailKey(isReversed: row.temperature < 0, divisor: row.divisor)
    for piece in row.logits.pieces {
      let top = piece.facts.top(isReversed: key.isReversed)
      if top.first < row.second {
        add(PieceTail(), below: top.first, count: top.firstCount, in: row)
      }
      guard top.secondCount > 0 else { continue }
      let known = piece.tails.value(for: key) { PieceTail(piece, key) }
      let count = top.second < row.second ? top.secondCount : 0
      add(known, below: top.second, count: count, in: row)
    }
  }

  private init() {}

  private mutating func add(
    _ part: PieceTail, below logit: Double, count: Int, in row: ResolvedRow
  ) {
    guard logit < row.second else {
      (tail, pull) = (tail + part.tail, pull + part.pull)
      return
    }
    guard logit.isFinite else { return }
    let distance = RowSums<FastEnclosure>.quotient(
      logit, minus: row.second, of: row.divisor, precision: 106)
    let (factor, sum) = (distance.exponentialAsTerm(), FastEnclosure(Double(count)) + part.tail)
    tail = tail + factor * sum
    pull = pull + factor * (part.pull - distance * sum)
  }

  /// Those of a piece.
  private init(_ piece: LogitPiece, _ key: TailKey) {
    guard let sums = LongTail(piece, key) else {
      let second = piece.facts.top(isReversed: key.isReversed).second
      for value in piece.values {
        let value = key.isReversed ? -value : value
        guard value < second else { continue }
        let one = PieceTail(ofOneBelow: second, value, key)
        (tail, pull) = (tail + one.tail, pull + one.pull)
      }
      return
    }
    (tail, pull) = (sums.tail, sums.pull)
  }

  private init(ofOneBelow second: Double, _ value: Double, _ key: TailKey) {
    guard value.isFinite else { return }
    let distance = RowSums<FastEnclosure>.quotient(
      value, minus: second, of: key.divisor, precision: 106)
    tail = distance.exponentialAsTerm()
    pull = -(tail * distance)
  }
}

/// The same of a piece of ordinary logits, by vector instructions.
private struct LongTail {
  let tail: FastEnclosure
  let pull: FastEnclosure

  /// `nil` where a logit or the temperature is too large or too small to subtract and divide without
  /// a scale of its own.
  ///
  /// - Complexity: O(*n*).
  init?(_ piece: LogitPiece, _ key: TailKey) {
    let (greatest, divisor) = (piece.facts.greatestMagnitude, key.divisor)
    guard divisor > 0x1p-100, divisor < 0x1p100, greatest < 0x1p100 else { return nil }
    let inverse = DoubleDouble(1) / DoubleDouble(divisor)
    let scale = TailScale(
      sign: key.isReversed ? -1 : 1,
      threshold: piece.facts.top(isReversed: key.isReversed).second,
      inverse: (inverse.high, inverse.low))
    let sums = VectorKernel.fastest.tailSums(of: piece.values, scale)
    (tail, pull) = (LongTail.enclosure(sums.weights, sums), LongTail.enclosure(sums.moments, sums))
  }

  private static func enclosure(
    _ sum: (high: Double, low: Double), _ sums: TailSums
  ) -> FastEnclosure {
    guard sums.isTouched else { return FastEnclosure(0) }
    return FastEnclosure(
      DoubleDouble(sum.high, sum.low), error: sum.high * 0x1p-88 + 0x1p-840)
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
