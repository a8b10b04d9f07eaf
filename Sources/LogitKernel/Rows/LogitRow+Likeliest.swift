internal import RealModule

extension LogitRow {
  /// How many classes have a greater z.
  ///
  /// - Complexity: a few steps for each group whose logits were in order before, O(*n*) for the others
  ///   together.
  package func countLikelier(than index: Int) -> Int {
    let (own, isReversed) = (logits[index], temperature < 0)
    guard count > 64 else { return logits.count { isReversed ? $0 < own : $0 > own } }
    let key = isReversed ? -own : own
    let above = key == .infinity ? 0 : logits.facts.infinities(isReversed: isReversed).above
    if let bins, bins.edge <= key, key < .infinity {
      let bin = bins.key.bin(of: key)
      return zip(bins.orders, bins.parts).reduce(above) { sum, part in
        sum + part.0.countGreater(than: key, in: bin, part.1)
      }
    }
    return logits.groups.reduce(above) { sum, group in
      let top = group.facts.top(isReversed: isReversed).first
      return top > key
        ? sum + group.order(isReversed: isReversed).countGreater(than: key) : sum
    }
  }

  /// The classes whose probability is not too small, the greatest first and equal ones in order.
  ///
  /// - Parameters:
  ///   - most: How many.
  ///   - least: Those of a smaller probability are left out, as far as ordinary arithmetic tells.
  /// - Returns: Their indices; where all classes with a probability have the same, the first of them.
  /// - Complexity: the pieces of the groups with such a class, and the number of groups.
  package func likeliest(_ most: Int, above least: Double) -> [Int] {
    guard resolved.kind == .weighed else {
      let open = logits.indices.lazy.filter { self.resolved.effectiveLogit($0).isFinite }
      return Array(open.prefix(most))
    }
    let threshold = resolved.best + resolved.divisor * Double.log(sums.total.value.high * least)
    let isReversed = temperature < 0
    var chosen: [(key: Double, index: Int)] = []
    for (group, start) in zip(logits.groups, logits.starts)
    where group.facts.top(isReversed: isReversed).first > threshold {
      for leader in group.leaders(beyond: threshold, isReversed: isReversed) {
        chosen.append((leader.key, start + leader.place))
      }
    }
    chosen.sort { $0.key == $1.key ? $0.index < $1.index : $0.key > $1.key }
    return chosen.prefix(most).map(\.index)
  }

  /// Some classes with the greatest z, the greatest first and equal ones in order; at last those that
  /// are infinitely far below, or NaN.
  ///
  /// - Parameter most: How many, eight at most.
  /// - Returns: Their indices.
  /// - Complexity: a few steps for each group that was asked before, O(*n*) for the others together.
  package func greatest(_ most: Int) -> [Int] {
    let wanted = Swift.min(most, LogitPiece.mostLeaders, count)
    let leaders = zip(logits.groups, logits.starts).flatMap { group, start in
      group.leaders(isReversed: temperature < 0).map {
        LogitGroup.Leader(key: $0.key, place: start + $0.place)
      }
    }
    var chosen = leaders.sorted { $1.isBehind($0) }.prefix(wanted).map(\.place)
    guard chosen.count < wanted else { return chosen }
    for index in logits.indices where !chosen.contains(index) {
      chosen.append(index)
      if chosen.count == wanted { break }
    }
    return chosen
  }

  /// The probability of a class in ordinary arithmetic: near enough for drawings.
  ///
  /// - Complexity: O(1).
  package func share(at index: Int) -> Double {
    guard resolved.kind == .weighed else { return probability(at: index) }
    let distance = (resolved.effectiveLogit(index) / 2 - resolved.best / 2) / resolved.divisor * 2
    return Double.exp(distance) / sums.total.value.high
  }
}
