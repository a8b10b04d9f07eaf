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
    if let orders = bins?.orders { return orders.reduce(above) { $0 + $1.countGreater(than: key) } }
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
  /// - Returns: The classes; where all with a probability have the same, the first of them.
  /// - Complexity: the pieces of the groups with such a class, and the number of groups.
  package func likeliest(_ most: Int, above least: Double) -> [LikelyClass] {
    guard resolved.kind == .weighed else {
      let open = logits.indices.lazy.filter { self.resolved.effectiveLogit($0).isFinite }
      return open.prefix(most).map { LikelyClass(index: $0, share: probability(at: $0)) }
    }
    let total = sums.total.value.high
    let threshold = resolved.best + resolved.divisor * Double.log(total * least)
    return leaders(beyond: threshold).sorted { $1.isBehind($0) }.prefix(most).map {
      let distance = ($0.key / 2 - resolved.best / 2) / resolved.divisor * 2
      return LikelyClass(index: $0.place, share: Double.exp(distance) / total)
    }
  }

  /// All logits beyond a threshold, in no order.
  private func leaders(beyond threshold: Double) -> [LogitGroup.Leader] {
    let (groups, starts, isReversed) = (logits.groups, logits.starts, temperature < 0)
    func leaders(ofGroup group: Int) -> [LogitGroup.Leader] {
      guard groups[group].facts.top(isReversed: isReversed).first > threshold else { return [] }
      return groups[group].leaders(beyond: threshold, isReversed: isReversed).map {
        $0.moved(by: starts[group])
      }
    }
    let (changing, rest) = logits.kept.leaders.value(for: isReversed, groups) {
      RestLeaders(groups, without: $0, isReversed: isReversed)
    }
    guard threshold >= rest.floor else { return groups.indices.flatMap(leaders) }
    return rest.leaders.prefix { $0.leader.key > threshold }
      .map { $0.leader.moved(by: starts[$0.group]) } + leaders(ofGroup: changing)
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
      group.leaders(isReversed: temperature < 0).map { $0.moved(by: start) }
    }
    var chosen = leaders.sorted { $1.isBehind($0) }.prefix(wanted).map(\.place)
    guard chosen.count < wanted else { return chosen }
    for index in logits.indices where !chosen.contains(index) {
      chosen.append(index)
      if chosen.count == wanted { break }
    }
    return chosen
  }
}

/// A class and its probability in ordinary arithmetic: near enough for drawings.
package struct LikelyClass: Equatable, Sendable {
  package let index: Int
  package let share: Double

  package init(index: Int, share: Double) { (self.index, self.share) = (index, share) }
}

/// The greatest logits of all groups but one.
struct RestLeaders: Sendable {
  /// Up to eight of each group, the greatest first; places are counted in the group.
  let leaders: [(leader: LogitGroup.Leader, group: Int)]
  /// Of this logit and all below it, there may be more.
  let floor: Double

  init(_ groups: [LogitGroup], without changing: Int, isReversed: Bool) {
    var leaders: [(leader: LogitGroup.Leader, group: Int)] = []
    var floor = -Double.infinity
    for place in groups.indices where place != changing {
      let own = groups[place].leaders(isReversed: isReversed)
      leaders += own.map { ($0, place) }
      guard own.count == LogitPiece.mostLeaders else { continue }
      floor = max(floor, own.lazy.map(\.key).min() ?? floor)
    }
    self.leaders = leaders.sorted { $0.leader.key > $1.leader.key }
    self.floor = floor
  }
}
