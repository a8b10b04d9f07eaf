internal import RealModule

/// How many logits of a row lie in each bin, counted from the likeliest class on, and what they weigh.
struct RowBins: Sendable {
  let key: BinKey
  /// The bin of the likeliest class.
  let first: Int
  /// The groups, each in order.
  let orders: [GroupOrder]
  /// How many logits reach this bin, the next below it, and so on; exact.
  let reached: [Int]
  /// What they weigh relative to the likeliest class, in ordinary arithmetic.
  let masses: [Double]
  /// What all weigh, and how far that and `masses` may be off.
  let total: Double
  let bound: Double

  /// The bins of all logits.
  init?(_ row: ResolvedRow) {
    guard let key = RowBins.key(row, reach: .infinity) else { return nil }
    self.init(row, BinPart.Key(bins: key, divisor: nil))
  }

  /// The bins down to `reach` below the greatest logit, with what they weigh; what lies lower is left out.
  init?(_ row: ResolvedRow, weighedWithin reach: Double) {
    guard let key = RowBins.key(row, reach: reach) else { return nil }
    self.init(row, BinPart.Key(bins: key, divisor: row.divisor))
  }

  private init(_ row: ResolvedRow, _ key: BinPart.Key) {
    self.key = key.bins
    let groups = row.logits.groups
    let (changing, rest) = row.logits.kept.bins.value(for: key, groups) {
      BinRest(groups, without: $0, key)
    }
    var orders = rest.orders
    let order = groups[changing].order(isReversed: key.bins.isReversed)
    // There may be fewer once nobody wants them.
    if orders.indices.contains(changing) { orders[changing] = order }
    self.orders = orders
    let part = BinPart([rest.part, BinPart(order, key)], key)
    first = part.first
    reached = part.counts.sums.map { Int($0) }
    masses = part.masses.sums
    total = masses.last ?? 0
    // Of each term some 2¹¹ roundings, most of them of the distance; of the sums in a bin of a group,
    // over groups and over bins one for each summand.
    bound = total * (0x1p15 + Double(groups.count)) * 0x1p-52
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

extension [Double] {
  /// Each number with all before it.
  fileprivate var sums: [Double] {
    var sum = 0.0
    return map { number in
      sum += number
      return sum
    }
  }
}
