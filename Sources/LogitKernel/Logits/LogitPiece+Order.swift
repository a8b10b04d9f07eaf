internal import RealModule

// What is known of a piece's finite logits in order, the greatest first; in all of this a logit is
// negated where the temperature is below 0.

/// What a piece keeps of its order.
struct PieceOrders: Sendable {
  /// The logits, by whether they are negated.
  let sorted: Memo<Bool, [Double]>
  let masses = Memo<TailKey, [Double]>(limit: 2)
  let bins = Memo<BinKey, PieceBins>(limit: 2)

  init(sorted: Memo<Bool, [Double]> = Memo(limit: 2)) { self.sorted = sorted }

  /// Those of a piece with another logit, as far as they are known.
  func replacing(_ old: Double, by new: Double) -> PieceOrders {
    let orders = Memo<Bool, [Double]>(limit: 2)
    for (isReversed, keys) in sorted.all {
      var keys = keys
      let sign = isReversed ? -1.0 : 1
      if old.isFinite { keys.remove(at: keys.firstPlace { $0 <= sign * old }) }
      if new.isFinite { keys.insert(sign * new, at: keys.firstPlace { $0 <= sign * new }) }
      _ = orders.value(for: isReversed) { keys }
    }
    return PieceOrders(sorted: orders)
  }
}

struct BinKey: Equatable, Sendable {
  let isReversed: Bool
  /// A power of two.
  let width: Double
}

/// How many logits of a piece reach each multiple of a width.
struct PieceBins: Sendable {
  /// The greatest multiple that one logit reaches.
  private let first: Int
  /// How many reach `first`, the multiple below it, and so on.
  private let reached: [Int]

  init(_ keys: [Double], width: Double) {
    first = keys.first.map { Int(($0 / width).rounded(.down)) } ?? 0
    var (counts, place, bin): ([Int], Int, Int) = ([], 0, first)
    while place < keys.count {
      let edge = Double(bin) * width
      while place < keys.count, keys[place] >= edge { place += 1 }
      counts.append(place)
      bin -= 1
    }
    reached = counts
  }

  func count(reaching bin: Int) -> Int {
    bin > first ? 0 : first - bin < reached.count ? reached[first - bin] : reached.last ?? 0
  }
}

extension LogitPiece {
  func ordered(isReversed: Bool) -> [Double] {
    orders.sorted.value(for: isReversed) {
      values.lazy.filter(\.isFinite).map { isReversed ? -$0 : $0 }.sorted(by: >)
    }
  }

  /// The sum of the weights of the first k in order, for every k, relative to the first.
  func masses(_ key: TailKey) -> [Double] {
    orders.masses.value(for: key) {
      let keys = ordered(isReversed: key.isReversed)
      var (sum, sums) = (0.0, [0.0])
      sums.reserveCapacity(keys.count + 1)
      for value in keys {
        sum += Double.exp((value - keys[0]) / key.divisor)
        sums.append(sum)
      }
      return sums
    }
  }

  func bins(_ key: BinKey) -> PieceBins {
    orders.bins.value(for: key) {
      PieceBins(ordered(isReversed: key.isReversed), width: key.width)
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first place from which on all are as asked for.
  func firstPlace(where isReached: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
