/// Some thousand logits of a row, and what was found out about them.
///
/// It never changes: with another logit it is another piece.
final class LogitPiece: Sendable {
  let values: [Double]
  let facts: LogitFacts
  /// Sums for the temperatures asked for last: the present one, and those that it is compared with.
  let sums = Memo<TailKey, PieceSums<FastEnclosure>>(limit: 8)
  /// The same in long arithmetic.
  let longSums = Memo<TailKey, PieceSums<BigEnclosure>>(limit: 4)
  private let exactSum = Memo<Bool, ExactSum>(limit: 1)
  private let leaders = Memo<Bool, [Int]>(limit: 2)
  let swept = Memo<RowSweep.Key, [RowSweep.Sums]>(limit: 1)
  /// The same relative to the second greatest logits of the rows asked about last.
  let moved = Memo<MovedKey, BasedSums<FastEnclosure>>(limit: 8)

  init(_ values: [Double]) {
    self.values = values
    facts = LogitFacts(values)
  }

  /// A vector in pieces; a short one is the piece's array itself.
  static func pieces(of values: [Double]) -> [LogitPiece] {
    stride(from: 0, to: values.count, by: Logits.pieceLength).map { start in
      let end = min(start + Logits.pieceLength, values.count)
      return LogitPiece(end - start == values.count ? values : Array(values[start..<end]))
    }
  }

  var count: Int { values.count }

  /// The sum of the finite logits.
  var sum: ExactSum {
    exactSum.value(for: true) { ExactSum(values.lazy.filter(\.isFinite)) }
  }

  static let mostLeaders = 8

  /// The places of the greatest eight logits, or the least, in no order, of equal ones the first; fewer
  /// where the others are infinitely far below, or NaN.
  func leaders(isReversed: Bool) -> [Int] {
    leaders.value(for: isReversed) {
      let sign = isReversed ? -1.0 : 1
      var (places, keys): ([Int], [Double]) = ([], [])
      var (least, last) = (-Double.infinity, 0)
      for offset in values.indices where sign * values[offset] > least {
        if keys.count < Self.mostLeaders {
          places.append(offset)
          keys.append(sign * values[offset])
        } else {
          (places[last], keys[last]) = (offset, sign * values[offset])
        }
        guard keys.count == Self.mostLeaders else { continue }
        last = keys.indices.reduce(0) {
          keys[$1] < keys[$0] || (keys[$1] == keys[$0] && places[$1] > places[$0]) ? $1 : $0
        }
        least = keys[last]
      }
      return places
    }
  }

  /// The places of all logits beyond a threshold, in order.
  func places(beyond threshold: Double, isReversed: Bool) -> [Int] {
    let sign = isReversed ? -1.0 : 1
    let first = leaders(isReversed: isReversed).filter { sign * values[$0] > threshold }
    // All: there may be more.
    return first.count < Self.mostLeaders
      ? first.sorted() : values.indices.filter { sign * values[$0] > threshold }
  }

  func hasSameBits(as other: LogitPiece) -> Bool {
    guard count == other.count else { return false }
    return values.withUnsafeBufferPointer { mine in
      other.values.withUnsafeBufferPointer { theirs in
        mine.indices.allSatisfy { mine[$0].bitPattern == theirs[$0].bitPattern }
      }
    }
  }
}

/// What one pass over logits finds.
public struct LogitFacts: Equatable, Sendable {
  /// How many logits there are.
  public private(set) var count = 0
  /// How many are NaN.
  public private(set) var nans = 0
  /// How many are +∞.
  public private(set) var plusInfinities = 0
  /// How many are −∞.
  public private(set) var minusInfinities = 0
  /// The greatest two among the finite logits.
  public private(set) var greatest = TopTwo()
  /// The least two, negated: the greatest for a temperature below 0.
  public private(set) var least = TopTwo()
  /// Of all, in ordinary arithmetic.
  public private(set) var sum = 0.0

  init() {}

  init(_ values: [Double]) {
    count = values.count
    for value in values {
      noteOperation()
      sum += value
      guard value.isFinite else {
        if value.isNaN { nans += 1 } else if value > 0 { plusInfinities += 1 }
        if value == -.infinity { minusInfinities += 1 }
        continue
      }
      greatest.add(value)
      least.add(-value)
    }
  }

  mutating func add(_ other: LogitFacts) {
    count += other.count
    nans += other.nans
    plusInfinities += other.plusInfinities
    minusInfinities += other.minusInfinities
    greatest.add(other.greatest)
    least.add(other.least)
    sum += other.sum
  }

  /// The greatest two, or the least two, negated.
  package func top(isReversed: Bool) -> TopTwo { isReversed ? least : greatest }

  /// How many logits are on which side of all finite ones.
  package func infinities(isReversed: Bool) -> (above: Int, below: Int) {
    isReversed ? (minusInfinities, plusInfinities) : (plusInfinities, minusInfinities)
  }

  /// How many are neither infinite nor NaN.
  public var finiteCount: Int { count - nans - plusInfinities - minusInfinities }

  /// The greatest magnitude of a finite logit; 0 where there is none.
  public var greatestMagnitude: Double {
    finiteCount == 0 ? 0 : max(greatest.first.magnitude, least.first.magnitude)
  }
}

/// The greatest two of some finite numbers, and how often each occurs; −∞ and 0 for what there is not.
public struct TopTwo: Equatable, Sendable {
  /// The greatest.
  public private(set) var first = -Double.infinity
  /// How many equal it.
  public private(set) var firstCount = 0
  /// The greatest below the first.
  public private(set) var second = -Double.infinity
  /// How many equal that.
  public private(set) var secondCount = 0

  @inline(__always)
  mutating func add(_ value: Double) {
    // Most are less than the second: one comparison.
    if value < second { return }
    add(value, 1)
  }

  mutating func add(_ other: TopTwo) {
    add(other.first, other.firstCount)
    add(other.second, other.secondCount)
  }

  private mutating func add(_ value: Double, _ times: Int) {
    guard times > 0 else { return }
    if value == first {
      firstCount += times
    } else if value > first {
      (second, secondCount) = (first, firstCount)
      (first, firstCount) = (value, times)
    } else if value == second {
      secondCount += times
    } else if value > second {
      (second, secondCount) = (value, times)
    }
  }
}
