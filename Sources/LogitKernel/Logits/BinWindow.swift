internal import Synchronization

/// All logits of a row in one bin, in order, with what they weigh.
final class BinWindow: Sendable {
  /// Those that differ, the greatest first.
  let keys: [Double]
  /// How many logits of the bin reach each of them.
  let reached: [Int]
  private let kept = Memo<Double, [Double]>(limit: 2)

  private init(keys: [Double], reached: [Int]) { (self.keys, self.reached) = (keys, reached) }

  /// - Parameter sorted: Greatest first.
  convenience init(_ sorted: [Double]) {
    var (keys, reached): ([Double], [Int]) = ([], [])
    for (place, key) in sorted.enumerated() {
      if key == keys.last {
        reached[keys.count - 1] = place + 1
      } else {
        keys.append(key)
        reached.append(place + 1)
      }
    }
    self.init(keys: keys, reached: reached)
  }

  /// How many logits have one of the keys.
  func count(at place: Int) -> Int { reached[place] - (place > 0 ? reached[place - 1] : 0) }

  /// What the logits weigh that reach each key, relative to the first key.
  func masses(divisor: Double) -> [Double] {
    kept.value(for: divisor) {
      var mass = 0.0
      return keys.weights(divisor: divisor).enumerated().map { place, weight in
        mass += Double(count(at: place)) * weight
        return mass
      }
    }
  }

  /// The window with one logit less, or one more.
  ///
  /// - Complexity: the number of keys.
  fileprivate func changed(_ key: Double, by change: Int) -> BinWindow {
    var (keys, reached) = (keys, reached)
    let place = keys.firstPlace { $0 <= key }
    let isKnown = place < keys.count && keys[place] == key
    if !isKnown {
      keys.insert(key, at: place)
      reached.insert(place > 0 ? reached[place - 1] : 0, at: place)
    }
    for later in place..<reached.count { reached[later] += change }
    if reached[place] == (place > 0 ? reached[place - 1] : 0) {
      keys.remove(at: place)
      reached.remove(at: place)
    }
    return BinWindow(keys: keys, reached: reached)
  }
}

/// The windows of a row that were asked for last; where few of its logits have changed since, they are
/// brought up to date instead of made anew.
final class BinWindows: Sendable {
  private struct Entry {
    let key: BinKey
    let bin: Int
    let orders: [GroupOrder]
    let window: BinWindow
  }

  private let kept = Mutex<[Entry]>([])
  private static let limit = 8
  private static let mostChanges = 16

  /// - Complexity: the number of groups, those that have changed, and the logits of the window.
  func window(of bin: Int, _ key: BinKey, in orders: [GroupOrder]) -> BinWindow {
    kept.withLock { kept in
      let last = kept.firstIndex { $0.key == key && $0.bin == bin }.map { kept.remove(at: $0) }
      let window =
        last.flatMap { Self.update($0, to: orders) }
        ?? BinWindow(orders.flatMap { $0.slice(of: bin, key) }.descending(isReversed: false))
      guard !Work.isUnwanted else { return window }
      if kept.count == Self.limit { kept.removeFirst() }
      kept.append(Entry(key: key, bin: bin, orders: orders, window: window))
      return window
    }
  }

  private static func update(_ last: Entry, to orders: [GroupOrder]) -> BinWindow? {
    guard orders.count == last.orders.count else { return nil }
    var (window, changes) = (last.window, 0)
    for (old, new) in zip(last.orders, orders) where old !== new {
      let (before, after) = (old.slice(of: last.bin, last.key), new.slice(of: last.bin, last.key))
      for difference in after.difference(fromDescending: before) {
        changes += 1
        guard changes <= mostChanges else { return nil }
        window = window.changed(difference.key, by: difference.change)
      }
    }
    return window
  }
}

extension [Double] {
  /// What is in one of two descending sequences only: −1 for what is missing here, 1 for what is new.
  fileprivate func difference(
    fromDescending other: [Double]
  ) -> [(key: Double, change: Int)] {
    var (new, old) = (self[...], other[...])
    var changes: [(key: Double, change: Int)] = []
    while let added = new.first ?? old.first.map({ _ in -.infinity }) {
      let removed = old.first ?? -.infinity
      if added == removed {
        new.removeFirst()
        old.removeFirst()
      } else if added > removed {
        changes.append((added, 1))
        new.removeFirst()
      } else {
        changes.append((removed, -1))
        old.removeFirst()
      }
    }
    return changes
  }
}
