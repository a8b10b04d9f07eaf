internal import RealModule

extension LogitRow {
  /// How many classes have a greater z.
  ///
  /// - Complexity: a few steps for each piece whose logits were in order before, O(*n*) for the others
  ///   together.
  package func countLikelier(than index: Int) -> Int {
    let (own, isReversed) = (logits[index], temperature < 0)
    guard count > 64 else { return logits.count { isReversed ? $0 < own : $0 > own } }
    let key = isReversed ? -own : own
    let above = key == .infinity ? 0 : logits.facts.infinities(isReversed: isReversed).above
    if let bins, bins.edge <= key, key < .infinity {
      let bin = bins.key.bin(of: key)
      return bins.reached(above: bin)
        + logits.pieces.reduce(above) { sum, piece in
          let top = piece.facts.top(isReversed: isReversed).first
          return top > key ? sum + piece.bins(bins.key).countGreater(than: key, in: bin) : sum
        }
    }
    return logits.pieces.reduce(above) { sum, piece in
      let top = piece.facts.top(isReversed: isReversed).first
      return top > key
        ? sum + piece.ordered(isReversed: isReversed).firstPlace { $0 <= key } : sum
    }
  }

  /// The classes whose probability is not too small, the greatest first and equal ones in order.
  ///
  /// - Parameters:
  ///   - most: How many.
  ///   - least: Those of a smaller probability are left out, as far as ordinary arithmetic tells.
  /// - Returns: Their indices; where all classes with a probability have the same, the first of them.
  /// - Complexity: the pieces of the logits with such a class, and the number of pieces.
  package func likeliest(_ most: Int, above least: Double) -> [Int] {
    guard resolved.kind == .weighed else {
      let open = logits.indices.lazy.filter { self.resolved.effectiveLogit($0).isFinite }
      return Array(open.prefix(most))
    }
    let threshold = resolved.best + resolved.divisor * Double.log(sums.total.value.high * least)
    let isReversed = temperature < 0
    var chosen: [(key: Double, index: Int)] = []
    for (piece, start) in zip(logits.pieces, logits.starts)
    where piece.facts.top(isReversed: isReversed).first > threshold {
      for offset in piece.places(beyond: threshold, isReversed: isReversed) {
        let value = piece.values[offset]
        chosen.append((isReversed ? -value : value, start + offset))
      }
    }
    chosen.sort { $0.key == $1.key ? $0.index < $1.index : $0.key > $1.key }
    return chosen.prefix(most).map(\.index)
  }
}
