internal import RealModule

/// The search for the class at which the mass of the likeliest reaches a share.
///
/// The places that are still open shrink in all pieces together, around logits picked among them.
/// Masses are sums in ordinary arithmetic with a bound on their error; what lies within it is decided
/// exactly. It is never a tie: by Lindemann and Weierstrass no such sum over two logits or more is 0.
struct MassSearch {
  private let row: ResolvedRow
  private let pieces: MassPieces
  private let percent: Int
  private let target: Double
  private let bound: Double
  /// The places in each piece among which the one looked for is.
  private var open: [Range<Int>]
  private var random: UInt64 = 1

  init(_ row: ResolvedRow, _ pieces: MassPieces, percent: Int) {
    (self.row, self.pieces, self.percent) = (row, pieces, percent)
    target = pieces.total * Double(percent) / 100
    // Below 2¹⁴ roundings of each term, distances up to 745 among them.
    bound = row.logits.facts.greatestMagnitude < 0x1p1000 ? pieces.total * 0x1p-38 : .infinity
    open = pieces.parts.map { 0..<$0.keys.count }
  }

  mutating func count() -> Int {
    while let pivot = pivot() {
      let above = places { $0 <= pivot }
      if reaches(pieces.mass(of: above), pivot, ties: 0) {
        open = zip(open, above).map { $0.lowerBound..<$1 }
        continue
      }
      let through = places { $0 < pivot }
      let ties = through.reduce(0, +) - above.reduce(0, +)
      guard reaches(pieces.mass(of: through), pivot, ties: ties) else {
        open = zip(open, through).map { $1..<$0.upperBound }
        continue
      }
      return above.reduce(0, +) + count(of: pivot, ties, above: pieces.mass(of: above))
    }
    // All are needed.
    return row.logits.facts.finiteCount
  }

  /// A logit whose place is open, each as likely; `nil` where none is.
  private mutating func pivot() -> Double? {
    let count = open.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var place = Int(random >> 33) % count
    for (part, range) in zip(pieces.parts, open) {
      if place < range.count { return part.keys[range.lowerBound + place] }
      place -= range.count
    }
    return nil
  }

  /// How many of each piece come before the first that is as asked for, among the open places.
  private func places(_ isReached: (Double) -> Bool) -> [Int] {
    zip(pieces.parts, open).map { part, range in
      range.isEmpty
        ? range.lowerBound
        : part.keys.withUnsafeBufferPointer { $0[range].firstPlace(where: isReached) }
    }
  }

  /// How many of equal logits are needed beyond those above them.
  private func count(of key: Double, _ ties: Int, above: Double) -> Int {
    guard ties > 1 else { return ties }
    let weight = Double.exp((key - row.best) / row.divisor)
    var (low, high) = (1, ties)
    while low < high {
      let middle = (low + high) / 2
      if reaches(above + Double(middle) * weight, key, ties: middle) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// Whether the classes above a logit and some that have it hold the share, of which `mass` is known.
  private func reaches(_ mass: Double, _ key: Double, ties: Int) -> Bool {
    if (mass - target).magnitude > bound { return mass > target }
    let excess = MassExcess(pieces: pieces, row: row, percent: percent, key: key, ties: ties)
    return excess.rounded(to: .binary64) > 0
  }
}

/// A hundred times what some classes hold more than their share, relative to the best.
private struct MassExcess: Formula {
  let pieces: MassPieces
  let row: ResolvedRow
  let percent: Int
  let key: Double
  let ties: Int

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let inside = E(Double(100 - percent), precision: precision)
    let outside = E(Double(-percent), precision: precision)
    var (sum, left) = (E(0, precision: precision), ties)
    for part in pieces.parts {
      for value in part.keys {
        var isInside = value > key
        if value == key, left > 0 { (isInside, left) = (true, left - 1) }
        let distance = RowSums<E>.quotient(
          value, minus: row.best, of: row.divisor, precision: precision)
        sum = sum + (isInside ? inside : outside) * distance.exponential()
      }
    }
    return sum
  }
}
