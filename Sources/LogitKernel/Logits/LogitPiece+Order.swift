// What is known of a piece's finite logits in order, the greatest first; in all of this a logit is
// negated where the temperature is below 0, and −0 is 0.

/// What a piece keeps of its order.
struct PieceOrders: Sendable {
  /// The logits, by whether they are negated.
  let sorted: Memo<Bool, [Double]>
  let bins = Memo<BinKey, PieceBins>(limit: 3)
  let masses = Memo<MassKey, [Double]>(limit: 2)

  init(sorted: Memo<Bool, [Double]> = Memo(limit: 2)) { self.sorted = sorted }

  /// Those of a piece with another logit, as far as they are known.
  func replacing(_ old: Double, by new: Double) -> PieceOrders {
    let orders = Memo<Bool, [Double]>(limit: 2)
    for (isReversed, keys) in sorted.all {
      var keys = keys
      let sign = isReversed ? -1.0 : 1
      if old.isFinite { keys.remove(at: keys.firstPlace { $0 <= sign * old }) }
      if new.isFinite { keys.insert(sign * new + 0, at: keys.firstPlace { $0 <= sign * new }) }
      _ = orders.value(for: isReversed) { keys }
    }
    return PieceOrders(sorted: orders)
  }
}

/// Bins of one width, a power of two, so that its multiples are exact.
struct BinKey: Equatable, Sendable {
  let isReversed: Bool
  let width: Double

  /// How many bins a row is looked at in; what lies lower is left to the last.
  static let most = 194

  /// The number of the bin of a logit, from its multiple of the width to the next; far from all that
  /// matter it is any number.
  func bin(of key: Double) -> Int {
    Int(Swift.min(Swift.max((key / width).rounded(.down), -0x1p60), 0x1p60))
  }

  /// The least logit of a bin.
  func edge(of bin: Int) -> Double { Double(bin) * width }
}

struct MassKey: Equatable, Sendable {
  let bins: BinKey
  let divisor: Double
}

/// How many logits of a piece lie in each bin.
final class PieceBins: Sendable {
  /// The logits in order.
  let keys: [Double]
  /// The bin of the greatest logit.
  let first: Int
  /// How many lie in this bin, the next below it, and so on for `BinKey.most` bins at most: whole
  /// numbers, in the form in which they are added up.
  let counts: [Double]
  /// How many lie above this bin, above the next below it, and so on, one more than there are bins.
  let starts: [Int32]

  init(_ keys: [Double], _ key: BinKey) {
    self.keys = keys
    first = keys.first.map(key.bin) ?? 0
    var (counts, starts): ([Double], [Int32]) = ([], [0])
    var (place, bin) = (0, first)
    while place < keys.count, counts.count < BinKey.most {
      let (start, edge) = (place, key.edge(of: bin))
      while place < keys.count, keys[place] >= edge { place += 1 }
      counts.append(Double(place - start))
      starts.append(Int32(place))
      bin -= 1
    }
    (self.counts, self.starts) = (counts, starts)
  }

  /// The places of the sorted logits that lie in a bin, which is not below all bins.
  func places(of bin: Int) -> Range<Int> {
    let place = first - bin
    if place < 0 { return 0..<0 }
    let end = Int(starts[starts.count - 1])
    return place + 1 < starts.count ? Int(starts[place])..<Int(starts[place + 1]) : end..<end
  }

  /// How many logits of a bin are greater than one that lies in it.
  func countGreater(than key: Double, in bin: Int) -> Int {
    let places = places(of: bin)
    return keys.withUnsafeBufferPointer { keys in
      places.firstPlace { keys[$0] <= key } - places.lowerBound
    }
  }
}

extension LogitPiece {
  func ordered(isReversed: Bool) -> [Double] {
    orders.sorted.value(for: isReversed) { values.descending(isReversed: isReversed) }
  }

  func bins(_ key: BinKey) -> PieceBins {
    orders.bins.value(for: key) { PieceBins(ordered(isReversed: key.isReversed), key) }
  }

  /// What the logits of each bin weigh, relative to the greatest of the piece.
  func masses(_ key: MassKey) -> [Double] {
    orders.masses.value(for: key) {
      let weights = ordered(isReversed: key.bins.isReversed).weights(divisor: key.divisor)
      var place = 0
      return bins(key.bins).counts.map { count in
        var mass = 0.0
        for _ in 0..<Int(count) {
          mass += weights[place]
          place += 1
        }
        return mass
      }
    }
  }

  /// The part of the sorted logits that lies in a bin.
  func slice(of bin: Int, _ key: BinKey) -> ArraySlice<Double> {
    let bins = bins(key)
    return bins.keys[bins.places(of: bin)]
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
