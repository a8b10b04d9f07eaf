internal import RealModule

extension LogitRow {
  /// The smallest k for which the k likeliest classes hold a share, ties in order; exact.
  ///
  /// - Parameter percent: From 1 to 100.
  /// - Returns: `nil` where there is no distribution.
  /// - Complexity: as `spread`, and the logits of one bin unless a row of most of the same pieces was
  ///   asked before.
  package func fewest(holding percent: Int) -> Int? {
    guard hasDistribution else { return nil }
    guard resolved.kind == .weighed, resolved.secondCount > 0 else {
      return (percent * resolved.bestCount + 99) / 100
    }
    if percent >= 100 { return logits.facts.finiteCount }
    return parts.later.fewest.value(for: percent) {
      bins.map { MassSearch(row: self, bins: $0, percent: percent).count() } ?? 1
    }
  }
}

/// The search for the class at which the mass of the likeliest reaches a share: first for its bin, then
/// among the logits of that.
///
/// Masses are sums in ordinary arithmetic with a bound on their error; what lies within it is decided
/// exactly. It is never a tie: by Lindemann and Weierstrass no such sum over two logits or more is 0.
struct MassSearch {
  let row: LogitRow
  let bins: RowBins
  let percent: Int

  func count() -> Int {
    let (key, masses) = (bins.key, bins.masses)
    let place = masses.indices.firstPlace {
      reaches(masses[$0], through: key.edge(of: bins.first - $0))
    }
    guard place < masses.count else { return row.logits.facts.finiteCount }
    let window = row.logits.kept.windows.window(
      of: bins.first - place, key, in: bins.orders)
    let (above, countAbove) = place > 0 ? (masses[place - 1], bins.reached[place - 1]) : (0, 0)
    return countAbove + count(in: window, above: above)
  }

  /// How many of a window are needed.
  private func count(in window: BinWindow, above: Double) -> Int {
    let (keys, divisor) = (window.keys, row.resolved.divisor)
    guard let greatest = keys.first else { return 0 }
    let factor = Double.exp((greatest / 2 - row.resolved.best / 2) / divisor * 2)
    let masses = window.masses(divisor: divisor)
    let place = keys.indices.firstPlace {
      reaches(above + factor * masses[$0], through: keys[$0])
    }
    guard place < keys.count else { return window.reached.last ?? 0 }
    // Of equal ones perhaps not all.
    let (ties, before) = (window.count(at: place), place > 0 ? masses[place - 1] : 0)
    let weight = (masses[place] - before) / Double(ties)
    let needed = (1..<ties).firstPlace {
      let mass = above + factor * (before + Double($0) * weight)
      return reaches(mass, through: keys[place], without: ties - $0)
    }
    return window.reached[place] - ties + needed
  }

  /// Whether the classes that reach a logit hold the share, without some that have it; their mass is
  /// known in ordinary arithmetic.
  private func reaches(_ mass: Double, through key: Double, without ties: Int = 0) -> Bool {
    let target = bins.total * Double(percent) / 100
    if (mass - target).magnitude > bins.bound * 2 { return mass > target }
    let excess = MassExcess(row: row, percent: percent, key: key, ties: ties)
    return excess.rounded(to: .binary64) > 0
  }
}

/// A hundred times what the classes that reach a logit hold more than their share, without some that
/// have it.
private struct MassExcess: Formula {
  let row: LogitRow
  let percent: Int
  let key: Double
  let ties: Int

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let resolved = row.resolved
    let total = E.sums(of: row, precision: precision).total
    let below = E.mass(of: resolved, below: key, precision: precision)
    let tied = E(Double(ties), precision: precision)
    // They are summed relative to the logit, which is not above the best.
    let distance = RowSums<E>.quotient(
      key, minus: resolved.best, of: resolved.divisor, precision: precision)
    let left = (below + tied) * distance.exponential()
    return E(Double(100 - percent), precision: precision) * total
      - E(100, precision: precision) * left
  }
}
