internal import RealModule

/// How many logits of some groups lie in each bin, and what they weigh.
struct BinPart: Sendable {
  struct Key: Equatable, Sendable {
    let bins: BinKey
    /// `nil` where they are not weighed.
    let divisor: Double?
  }

  /// The greatest of the logits; −∞ where there is none.
  private(set) var best = -Double.infinity
  /// Its bin.
  private(set) var first = Int.min
  /// How many lie in this bin, the next below it, and so on.
  private(set) var counts: [Double] = []
  /// What they weigh relative to the greatest; empty where they are not weighed.
  private(set) var masses: [Double] = []

  init(_ order: GroupOrder, _ key: Key) {
    guard let best = order.keys.first else { return }
    let bins = order.bins(key.bins)
    (self.best, first, counts) = (best, bins.first, bins.counts)
    masses = key.divisor.map { order.masses(MassKey(bins: key.bins, divisor: $0)) } ?? []
  }

  /// Parts together.
  init(_ parts: [BinPart], _ key: Key) {
    let parts = parts.filter { !$0.counts.isEmpty }
    best = parts.map(\.best).max() ?? best
    first = parts.map(\.first).max() ?? first
    let length = parts.map { Swift.min(first - $0.first + $0.counts.count, BinKey.most) }.max() ?? 0
    counts = [Double](repeating: 0, count: length)
    masses = key.divisor == nil ? [] : counts
    for part in parts {
      counts.add(part.counts, times: 1, from: first - part.first)
      guard let divisor = key.divisor else { continue }
      let factor = Double.exp((part.best / 2 - best / 2) / divisor * 2)
      masses.add(part.masses, times: factor, from: first - part.first)
    }
  }
}

/// The groups of a row in order, and what all but one of them come to.
struct BinRest: Sendable {
  let orders: [GroupOrder]
  let part: BinPart

  init(_ groups: [LogitGroup], without changing: Int, _ key: BinPart.Key) {
    orders = groups.wanted("sorting the logits", every: 1).map {
      $0.order(isReversed: key.bins.isReversed)
    }
    let others = orders.indices.filter { $0 != changing }
    part = BinPart(others.map { [orders] in BinPart(orders[$0], key) }, key)
  }
}
