internal import RealModule

/// How many logits of a row lie in each bin, counted from the likeliest class on, and what they weigh.
struct RowBins: Sendable {
  let key: BinKey
  /// The bin of the likeliest class.
  let first: Int
  /// The groups that have finite logits, each in order.
  let orders: [GroupOrder]
  /// The bins of each.
  let parts: [GroupBins]
  /// How many logits reach this bin, the next below it, and so on; exact.
  private(set) var reached: [Int]
  /// What they weigh relative to the likeliest class, in ordinary arithmetic.
  private(set) var masses: [Double] = []
  /// What all weigh, and how far that and `masses` may be off.
  private(set) var total = 0.0
  private(set) var bound = 0.0

  /// The bins of all logits.
  init?(_ row: ResolvedRow) {
    guard let key = RowBins.key(row, reach: .infinity) else { return nil }
    self.init(row, key)
    var counts = [Double](repeating: 0, count: reached.count)
    for part in parts { counts.add(part.counts, times: 1, from: first - part.first) }
    reach(counts)
  }

  /// The bins down to `reach` below the greatest logit, with what they weigh; what lies lower is left out.
  init?(_ row: ResolvedRow, weighedWithin reach: Double) {
    guard let key = RowBins.key(row, reach: reach) else { return nil }
    self.init(row, key)
    let massKey = MassKey(bins: key, divisor: row.divisor)
    var counts = [Double](repeating: 0, count: reached.count)
    masses = counts
    for (order, part) in zip(orders, parts) {
      let factor = Double.exp((order.keys[0] / 2 - row.best / 2) / row.divisor * 2)
      counts.add(part.counts, times: 1, from: first - part.first)
      masses.add(order.masses(massKey), times: factor, from: first - part.first)
    }
    self.reach(counts)
    for bin in masses.indices.dropFirst() { masses[bin] += masses[bin - 1] }
    total = masses.last ?? 0
    // Of each term some 2¹¹ roundings, most of them of the distance; of the sums in a bin of a group,
    // over groups and over bins one for each summand.
    bound = total * (0x1p15 + Double(parts.count)) * 0x1p-52
  }

  private init(_ row: ResolvedRow, _ key: BinKey) {
    self.key = key
    orders = row.logits.groups.filter { $0.facts.finiteCount > 0 }
      .wanted("sorting the logits", every: 1).map { $0.order(isReversed: key.isReversed) }
    parts = orders.map { $0.bins(key) }
    let facts = row.logits.facts
    first = key.bin(of: facts.top(isReversed: key.isReversed).first)
    let last = key.bin(of: -facts.top(isReversed: !key.isReversed).first)
    reached = [Int](repeating: 0, count: Swift.min(first - last + 1, BinKey.most))
  }

  private mutating func reach(_ counts: [Double]) {
    var sum = 0
    for place in counts.indices {
      sum += Int(counts[place])
      reached[place] = sum
    }
  }

  /// A power of two as width; `nil` where there is nothing to count.
  private static func key(_ row: ResolvedRow, reach: Double) -> BinKey? {
    let facts = row.logits.facts
    guard facts.finiteCount > 0 else { return nil }
    let (top, bottom) = (
      facts.top(isReversed: row.temperature < 0).first,
      -facts.top(isReversed: row.temperature >= 0).first
    )
    let half = Swift.min(top / 2 - bottom / 2, reach / 2)
    // Bins have numbers of at most forty bits.
    let farthest = Swift.max(top.magnitude, (top / 2 - half).magnitude * 2)
    let least = Swift.max(half / 96, farthest * 0x1p-40, 0x1p-900)
    let width = least.binade < least ? least.binade * 2 : least.binade
    return BinKey(isReversed: row.temperature < 0, width: width)
  }
}

extension RowBins {
  /// The least logit that lies in a bin.
  var edge: Double { key.edge(of: first - reached.count + 1) }
}

extension LogitRow {
  /// The bins as far down as a class can weigh anything; `nil` where no finite temperature weighs the
  /// classes.
  var bins: RowBins? {
    guard resolved.kind == .weighed else { return nil }
    return parts.later.bins.value(for: true) {
      // e^−128 times as many classes as fit into a memory is nothing.
      RowBins(resolved, weighedWithin: 128 * resolved.divisor)
    }
  }
}
