internal import RealModule

/// Some pieces side by side, with what they come to together: so that a change of one piece among
/// hundreds costs a few dozen steps instead of one for each.
///
/// It never changes: with another piece it is another group.
final class LogitGroup: Sendable {
  let pieces: [LogitPiece]
  let facts: LogitFacts
  private let moved = Memo<MovedKey, BasedSums<FastEnclosure>>(limit: 8)
  private let bins = Memo<BinKey, GroupBins>(limit: 3)
  private let weighed = Memo<MassKey, GroupBins>(limit: 2)

  /// How many pieces a group has at most.
  static let length = 16

  init(_ pieces: [LogitPiece]) {
    self.pieces = pieces
    facts = pieces.reduce(into: LogitFacts()) { $0.add($1.facts) }
  }

  /// What the pieces add to the sums of a row with this second greatest logit.
  func sums(_ key: MovedKey) -> BasedSums<FastEnclosure> {
    moved.value(for: key) {
      pieces.reduce(BasedSums()) { sum, piece in
        piece.facts.finiteCount > 0 ? sum + BasedSums(of: piece, key) : sum
      }
    }
  }

  func bins(_ key: BinKey) -> GroupBins {
    bins.value(for: key) { GroupBins(self, key, divisor: nil) }
  }

  func weighed(_ key: MassKey) -> GroupBins {
    weighed.value(for: key) { GroupBins(self, key.bins, divisor: key.divisor) }
  }

  func hasSamePieces(as other: LogitGroup) -> Bool {
    pieces.count == other.pieces.count && zip(pieces, other.pieces).allSatisfy { $0 === $1 }
  }
}

/// The bins of a group, with what their logits weigh relative to the greatest of the group.
final class GroupBins: Sendable {
  /// The bin of the greatest logit.
  let first: Int
  let counts: [Double]
  /// Empty where they are not weighed.
  let masses: [Double]

  fileprivate init(_ group: LogitGroup, _ key: BinKey, divisor: Double?) {
    let best = group.facts.top(isReversed: key.isReversed).first
    let pieces = group.pieces.filter { $0.facts.finiteCount > 0 }
    let parts = pieces.map { $0.bins(key) }
    first = parts.map(\.first).max() ?? 0
    var length = 0
    for part in parts {
      length = max(length, min(first - part.first + part.counts.count, BinKey.most))
    }
    var counts = [Double](repeating: 0, count: length)
    var masses = [Double](repeating: 0, count: divisor == nil ? 0 : length)
    for (piece, part) in zip(pieces, parts) {
      counts.add(part.counts, times: 1, from: first - part.first)
      guard let divisor else { continue }
      let own = piece.facts.top(isReversed: key.isReversed).first
      masses.add(
        piece.masses(MassKey(bins: key, divisor: divisor)),
        times: Double.exp((own / 2 - best / 2) / divisor * 2), from: first - part.first)
    }
    (self.counts, self.masses) = (counts, masses)
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
}
