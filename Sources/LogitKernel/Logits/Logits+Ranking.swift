internal import RealModule

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
  ///   - threshold: Those that are not beyond it are left out, without a look at their pieces.
  /// - Returns: As many indices, or as many as there are logits.
  /// - Complexity: the pieces not asked before, and `most` steps for each of the others.
  package func greatest(
    _ most: Int, isReversed: Bool = false, above threshold: Double = -.infinity
  ) -> [Int] {
    precondition(most <= LogitPiece.rankedCount)
    let sign = isReversed ? -1.0 : 1
    var candidates: [(key: Double, index: Int)] = []
    for (piece, start) in zip(pieces, starts)
    where threshold == -.infinity || piece.facts.reaches(beyond: threshold, isReversed: isReversed)
    {
      for offset in piece.ranked(isReversed: isReversed) {
        let key = sign * piece.values[offset]
        guard key > threshold || threshold == -.infinity else { break }
        candidates.append((key, start + offset))
      }
    }
    candidates.sort { $0.key == $1.key ? $0.index < $1.index : $0.key > $1.key }
    return candidates.prefix(most).map(\.index)
  }
}

extension LogitFacts {
  fileprivate func reaches(beyond threshold: Double, isReversed: Bool) -> Bool {
    infinities(isReversed: isReversed).above > 0
      || top(isReversed: isReversed).first > threshold
  }
}

extension LogitRow {
  /// The classes with the greatest probabilities, the greatest first.
  ///
  /// - Parameters:
  ///   - most: How many, 64 at most.
  ///   - least: Those of a smaller probability are left out, as far as ordinary arithmetic tells.
  /// - Returns: Their indices.
  /// - Complexity: the pieces of the logits with such a class, and their number.
  package func likeliest(_ most: Int, above least: Double) -> [Int] {
    let isReversed = temperature < 0
    guard resolved.kind == .weighed else { return logits.greatest(most, isReversed: isReversed) }
    let threshold = resolved.best + resolved.divisor * (Double.log(sums.total.value.high * least))
    return logits.greatest(most, isReversed: isReversed, above: threshold)
  }
}
