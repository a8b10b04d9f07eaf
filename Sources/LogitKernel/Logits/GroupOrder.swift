internal import RealModule

/// The finite logits of a group from the greatest to the least, and how they lie in bins.
///
/// In all of this a logit is negated where the temperature is below 0, and −0 is 0.
final class GroupOrder: Sendable {
  let keys: DescendingRuns
  private let bins: Memo<BinKey, GroupBins>
  private let masses: Memo<MassKey, [Double]>

  init(_ keys: [Double]) {
    self.keys = DescendingRuns(keys)
    (bins, masses) = (Memo(limit: 3), Memo(limit: 2))
  }

  /// The order with other keys, and what is known of one that differs from it in some bins only.
  private init(_ keys: DescendingRuns, like last: GroupOrder, removed: [Double], added: [Double]) {
    self.keys = keys
    let bins = last.bins.all.map { known in
      let bins = known.value.replacing(removed, by: added, known.key)
      return (known.key, bins ?? GroupBins(keys.array, known.key))
    }
    self.bins = Memo(limit: 3, bins)
    let masses = last.masses.all.compactMap { known -> (MassKey, [Double])? in
      guard keys.first == last.keys.first,
        let (key, bins) = bins.first(where: { $0.0 == known.key.bins })
      else { return nil }
      var masses = known.value
      masses.resize(to: bins.counts.count)
      for changed in removed + added {
        let place = bins.first - key.bin(of: changed)
        guard masses.indices.contains(place) else { continue }
        masses[place] = bins.mass(at: place, of: keys, divisor: known.key.divisor)
      }
      return (known.key, masses)
    }
    self.masses = Memo(limit: 2, masses)
  }

  /// How many logits are greater than a key.
  func countGreater(than key: Double) -> Int { keys.countGreater(than: key) }

  func bins(_ key: BinKey) -> GroupBins { bins.value(for: key) { GroupBins(keys.array, key) } }

  /// What the logits of each bin weigh, relative to the greatest of the group.
  func masses(_ key: MassKey) -> [Double] {
    masses.value(for: key) {
      let weights = keys.array.weights(divisor: key.divisor)
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

  /// The part of the logits that lies in a bin.
  func slice(of bin: Int, _ key: BinKey) -> [Double] { keys[bins(key).places(of: bin)] }

  /// The order of the group with some other logits.
  ///
  /// - Complexity: a run or two for each change.
  func replacing(_ changes: [(old: Double, new: Double)]) -> GroupOrder {
    var keys = keys
    for change in changes { keys.replace(change.old, by: change.new + 0) }
    return GroupOrder(
      keys, like: self, removed: changes.map(\.old).filter(\.isFinite),
      added: changes.map(\.new).filter(\.isFinite))
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

/// How many of some sorted logits lie in each bin.
final class GroupBins: Sendable {
  /// The bin of the greatest logit.
  let first: Int
  /// How many lie in this bin, the next below it, and so on for `BinKey.most` bins at most: whole
  /// numbers, in the form in which they are added up.
  let counts: [Double]
  /// How many lie above this bin, above the next below it, and so on, one more than there are bins.
  private let starts: [Int32]

  private init(first: Int, counts: [Double], starts: [Int32]) {
    (self.first, self.counts, self.starts) = (first, counts, starts)
  }

  /// - Complexity: a few steps for each bin.
  convenience init(_ keys: [Double], _ key: BinKey) {
    let first = keys.first.map(key.bin) ?? 0
    var (counts, starts): ([Double], [Int32]) = ([], [0])
    var (place, bin) = (0, first)
    while place < keys.count, counts.count < BinKey.most {
      let (start, edge) = (place, key.edge(of: bin))
      place = keys.firstPlace(from: place) { $0 < edge }
      counts.append(Double(place - start))
      starts.append(Int32(place))
      bin -= 1
    }
    self.init(first: first, counts: counts, starts: starts)
  }

  /// Those of the sequence with some other logits; `nil` where bins at the ends come or go.
  func replacing(_ removed: [Double], by added: [Double], _ key: BinKey) -> GroupBins? {
    var (counts, starts) = (counts, starts)
    for (logits, change) in [(removed, -1 as Int32), (added, 1)] {
      for place in logits.map({ first - key.bin(of: $0) }) {
        guard place >= 0 else { return nil }
        guard place < counts.count else {
          // It lies below all bins.
          if counts.count == BinKey.most { continue }
          return nil
        }
        counts[place] += Double(change)
        for later in place + 1..<starts.count { starts[later] += change }
      }
    }
    guard let top = counts.first, let bottom = counts.last, top > 0, bottom > 0 else { return nil }
    return GroupBins(first: first, counts: counts, starts: starts)
  }

  /// The places of the sorted logits that lie in a bin; those of a bin below all are at the end.
  func places(of bin: Int) -> Range<Int> {
    let place = first - bin
    if place < 0 { return 0..<0 }
    let end = Int(starts[starts.count - 1])
    return place + 1 < starts.count ? Int(starts[place])..<Int(starts[place + 1]) : end..<end
  }

  /// What the logits of one bin weigh, relative to the greatest of all; the same to the bit as with
  /// all others.
  fileprivate func mass(at place: Int, of keys: DescendingRuns, divisor: Double) -> Double {
    guard let greatest = keys.first else { return 0 }
    let own = [greatest] + keys[places(of: first - place)]
    return own.weights(divisor: divisor).dropFirst().reduce(0, +)
  }
}

extension [Double] {
  /// Adds multiples of some numbers to those from a place on; what would lie beyond the end is left out.
  mutating func add(_ summands: [Double], times factor: Double, from start: Int) {
    let count = Swift.min(summands.count, count - start)
    guard count > 0 else { return }
    withUnsafeMutableBufferPointer { sums in
      summands.withUnsafeBufferPointer { summands in
        guard let sums = sums.baseAddress, let summands = summands.baseAddress else { return }
        for place in 0..<count {
          sums[start &+ place] += factor * summands[place]
        }
      }
    }
  }

  /// Zeros added at the end, or what is too much taken away.
  fileprivate mutating func resize(to length: Int) {
    removeLast(Swift.max(count - length, 0))
    append(contentsOf: repeatElement(0, count: length - count))
  }

  /// The first place from which on all are as asked for, if all before `start` are not.
  fileprivate func firstPlace(from start: Int, where isReached: (Double) -> Bool) -> Int {
    // Most are near: doubled steps, then halves.
    var (low, step) = (start, 8)
    while low + step < count, !isReached(self[low + step]) {
      low += step
      step *= 2
    }
    return self[low..<Swift.min(low + step, count)].firstPlace(where: isReached)
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
