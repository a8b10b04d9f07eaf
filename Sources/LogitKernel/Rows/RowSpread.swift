internal import RealModule

/// How the classes of a row lie beside each other: near enough for drawings.
package struct RowSpread: Sendable {
  /// What the classes come to that reach a logit.
  package struct Mark: Equatable, Sendable {
    /// The logit; for T < 0 those below it reach it.
    package let logit: Double
    /// How many classes reach it; exact.
    package let count: Int
    /// ln p of a class with this logit.
    package let logProbability: Double
    /// Σ p of those that reach it.
    package let mass: Double
  }

  /// How many classes have a logit between neighbouring multiples of a width.
  package struct Histogram: Equatable, Sendable {
    /// The least logit of the first bar.
    package let start: Double
    package let width: Double
    package let counts: [Int]
  }

  /// At multiples of one width, the likeliest first, as far down as classes can weigh anything; one
  /// more for all classes.
  package private(set) var marks: [Mark] = []
  /// The likeliest classes one by one, some dozens.
  package private(set) var leaders: [Mark] = []
  /// All finite logits, the least first.
  package private(set) var histogram = Histogram(start: 0, width: 1, counts: [])

  private static let mostLeaders = 64

  init(_ row: LogitRow) {
    guard let bins = row.bins else { return }
    let (resolved, key) = (row.resolved, bins.key)
    let logarithm = Double.log(bins.total)
    func mark(_ key: Double, _ count: Int, mass: Double) -> Mark {
      Mark(
        logit: resolved.temperature < 0 ? -key : key, count: count,
        logProbability: (key / 2 - resolved.best / 2) / resolved.divisor * 2 - logarithm,
        mass: mass / bins.total)
    }
    marks = bins.reached.indices.map {
      mark(key.edge(of: bins.first - $0), bins.reached[$0], mass: bins.masses[$0])
    }
    let facts = resolved.logits.facts
    if (marks.last?.count ?? 0) < facts.finiteCount {
      let least = -facts.top(isReversed: !key.isReversed).first
      marks.append(mark(least, facts.finiteCount, mass: bins.total))
    }
    var (mass, count) = (0.0, 0)
    leaders = RowSpread.leaders(bins)
      .map { key in
        mass += Double.exp((key / 2 - resolved.best / 2) / resolved.divisor * 2)
        count += 1
        return mark(key, count, mass: mass)
      }
    histogram = RowSpread.histogram(resolved, bins)
  }

  /// The greatest logits, in order.
  private static func leaders(_ bins: RowBins) -> ArraySlice<Double> {
    let place = bins.reached.firstIndex { $0 >= mostLeaders } ?? bins.reached.count - 1
    let edge = bins.key.edge(of: bins.first - place)
    var keys: [Double] = []
    for order in bins.orders {
      var place = 0
      while place < mostLeaders, place < order.keys.count, order.keys[place] >= edge {
        keys.append(order.keys[place])
        place += 1
      }
    }
    return keys.descending(isReversed: false).prefix(mostLeaders)
  }

  private static func histogram(_ row: ResolvedRow, _ weighed: RowBins) -> Histogram {
    let isWhole = weighed.reached.last == row.logits.facts.finiteCount
    guard let bins = isWhole ? weighed : RowBins(row) else {
      return Histogram(start: 0, width: 1, counts: [])
    }
    let before = [0] + bins.reached.dropLast()
    let counts = zip(bins.reached, before).map { $0 - $1 }
    let (key, last) = (bins.key, bins.first - counts.count + 1)
    return key.isReversed
      ? Histogram(start: -key.edge(of: bins.first + 1), width: key.width, counts: counts)
      : Histogram(start: key.edge(of: last), width: key.width, counts: counts.reversed())
  }
}

extension LogitRow {
  /// How the classes lie beside each other; empty where no finite temperature weighs them.
  ///
  /// - Complexity: O(*n*) for pieces that no row of this temperature has had, some hundred additions
  ///   for each of the others; once a row.
  package var spread: RowSpread { parts.later.spread.value(for: true) { RowSpread(self) } }
}
