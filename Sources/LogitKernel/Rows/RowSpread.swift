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

  /// At multiples of one width, the likeliest first.
  package private(set) var marks: [Mark] = []
  /// The likeliest classes one by one: as many as the first marks have, but some dozens at most.
  package private(set) var leaders: [Mark] = []

  /// A width is at least this part of the span of logits.
  private static let mostMarks = 192.0
  private static let mostLeaders = 256

  init(_ row: ResolvedRow, _ pieces: MassPieces?) {
    guard let pieces, let key = RowSpread.bins(row) else { return }
    let sign = key.isReversed ? -1.0 : 1
    let top = row.logits.facts.top(isReversed: key.isReversed).first
    let bottom = -row.logits.facts.top(isReversed: !key.isReversed).first
    let (first, last) = (
      Int((top / key.width).rounded(.down)), Int((bottom / key.width).rounded(.down))
    )
    let bins = pieces.parts.map { $0.piece.bins(key) }
    let logarithm = Double.log(pieces.total)
    var leading: [Int] = []
    for bin in stride(from: first, through: last, by: -1) {
      let counts = bins.map { $0.count(reaching: bin) }
      let count = counts.reduce(0, +)
      let edge = Double(bin) * key.width
      if count <= RowSpread.mostLeaders { leading = counts }
      marks.append(
        Mark(
          logit: sign * edge, count: count,
          logProbability: (edge - row.best) / row.divisor - logarithm,
          mass: pieces.mass(of: counts) / pieces.total))
    }
    addLeaders(leading, of: pieces, row, logarithm)
  }

  private mutating func addLeaders(
    _ counts: [Int], of pieces: MassPieces, _ row: ResolvedRow, _ logarithm: Double
  ) {
    let keys = zip(pieces.parts, counts).flatMap { $0.keys.prefix($1) }.sorted(by: >)
    var mass = 0.0
    for (place, key) in keys.enumerated() {
      let distance = (key - row.best) / row.divisor - logarithm
      mass += Double.exp(distance)
      leaders.append(
        Mark(
          logit: row.temperature < 0 ? -key : key, count: place + 1, logProbability: distance,
          mass: mass))
    }
  }

  /// A power of two as width, so that multiples are exact; `nil` where there is nothing to count.
  private static func bins(_ row: ResolvedRow) -> BinKey? {
    let facts = row.logits.facts
    guard facts.finiteCount > 0 else { return nil }
    let (high, low) = (facts.greatest.first, -facts.least.first)
    let least = Swift.max(
      high / mostMarks - low / mostMarks, facts.greatestMagnitude * 0x1p-40, 0x1p-900)
    let width = least.binade < least ? least.binade * 2 : least.binade
    return BinKey(isReversed: row.temperature < 0, width: width)
  }
}

/// The pieces of a weighed row in order, with what each weighs in it.
struct MassPieces: Sendable {
  struct Part: Sendable {
    let piece: LogitPiece
    let keys: [Double]
    let masses: [Double]
    /// e^((b − m)/T) for its best logit b.
    let factor: Double
  }

  private(set) var parts: [Part] = []
  let total: Double

  init?(_ row: ResolvedRow) {
    guard row.kind == .weighed else { return nil }
    let key = TailKey(isReversed: row.temperature < 0, divisor: row.divisor)
    for piece in row.logits.pieces where piece.facts.finiteCount > 0 {
      let keys = piece.ordered(isReversed: key.isReversed)
      parts.append(
        Part(
          piece: piece, keys: keys, masses: piece.masses(key),
          factor: Double.exp((keys[0] - row.best) / row.divisor)))
    }
    total = parts.reduce(0) { $0 + $1.factor * ($1.masses.last ?? 0) }
  }

  /// What so many of the first of each piece weigh.
  func mass(of counts: [Int]) -> Double {
    var sum = 0.0
    for (part, count) in zip(parts, counts) { sum += part.factor * part.masses[count] }
    return sum
  }
}

extension LogitRow {
  /// How the classes lie beside each other; empty where no finite temperature weighs them.
  ///
  /// - Complexity: O(*n*) for pieces that no row of this temperature has had, some hundred steps for
  ///   each of the others; once a row.
  package var spread: RowSpread {
    parts.later.spread.value(for: true) { RowSpread(resolved, masses) }
  }

  private var masses: MassPieces? { parts.later.masses.value(for: true) { MassPieces(resolved) } }

  /// The smallest k for which the k likeliest classes hold a share, ties in order; exact.
  ///
  /// - Parameter percent: From 1 to 100.
  /// - Returns: `nil` where there is no distribution.
  /// - Complexity: as `spread`.
  package func fewest(holding percent: Int) -> Int? {
    guard hasDistribution else { return nil }
    guard resolved.kind == .weighed, resolved.secondCount > 0 else {
      return (percent * resolved.bestCount + 99) / 100
    }
    if percent >= 100 { return logits.facts.finiteCount }
    return parts.later.fewest.value(for: percent) {
      guard let pieces = masses else { return 1 }
      var search = MassSearch(resolved, pieces, percent: percent)
      return search.count()
    }
  }
}
