extension LogitPiece {
  /// How many of its greatest logits a piece keeps in order.
  static let rankedCount = 64

  /// The places of its greatest logits, the greatest first and equal ones in order; NaN is none.
  func ranked(isReversed: Bool) -> [Int] {
    rankings.value(for: isReversed) { rank(isReversed ? -1 : 1) }
  }

  private func rank(_ sign: Double) -> [Int] {
    let most = Self.rankedCount
    var chosen: [(key: Double, offset: Int)] = []
    var least = -Double.infinity
    func cut() {
      chosen.sort { $0.key == $1.key ? $0.offset < $1.offset : $0.key > $1.key }
      guard chosen.count >= most else { return }
      chosen.removeSubrange(most...)
      least = chosen[most - 1].key
    }
    for (offset, value) in values.enumerated() {
      let key = sign * value
      guard key > least || chosen.count < most, !key.isNaN else { continue }
      chosen.append((key, offset))
      if chosen.count == 2 * most { cut() }
    }
    cut()
    return chosen.map(\.offset)
  }
}

extension Logits {
  /// The indices of the greatest logits, the greatest first and equal ones in order; NaN is none.
  ///
  /// - Parameters:
  ///   - most: How many, 64 at most.
  ///   - isReversed: Whether the least come first.
  /// - Returns: As many indices, or as many as there are logits.
  /// - Complexity: the pieces not asked before, and `most` steps for each of the others.
  package func greatest(_ most: Int, isReversed: Bool = false) -> [Int] {
    precondition(most <= LogitPiece.rankedCount)
    let ranked = pieces.map { $0.ranked(isReversed: isReversed) }
    var next = Array(repeating: 0, count: pieces.count)
    var chosen: [Int] = []
    while chosen.count < most {
      var best: (piece: Int, value: Double)?
      for piece in pieces.indices where next[piece] < ranked[piece].count {
        let value = pieces[piece].values[ranked[piece][next[piece]]]
        guard let leader = best else {
          best = (piece, value)
          continue
        }
        if isReversed ? value < leader.value : value > leader.value { best = (piece, value) }
      }
      guard let (piece, _) = best else { break }
      chosen.append(starts[piece] + ranked[piece][next[piece]])
      next[piece] += 1
    }
    return chosen
  }
}
