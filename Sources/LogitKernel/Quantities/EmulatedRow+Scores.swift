extension EmulatedRow {
  /// The Brier score Σ (p − q)², term by term.
  ///
  /// - Complexity: O(*n*).
  public func brierScore(_ target: LossTarget) -> TraceCell {
    let misses = misses(target)
    return adder.sum(
      misses.wanted("forming the squares").map { machine.multiply($0, $0).value },
      in: settings.sumOrder
    ).total
  }

  /// The derivative of the Brier score with respect to a logit, 2·pⱼ·(dⱼ − Σ p·d) ÷ T, d = p − q.
  ///
  /// - Complexity: O(1); the first, O(*n*).
  public func brierGradient(_ target: LossTarget, at index: Int) -> TraceCell {
    let (misses, mean) = shared.misses.value(for: target) {
      let all = self.misses(target)
      let terms = all.indices.wanted("forming the products").map {
        machine.multiply(probability(at: $0).value, all[$0]).value
      }
      return (all, adder.sum(terms, in: settings.sumOrder).total.value)
    }
    let slope = machine.subtract(misses[index], mean, watching: true).value
    let share = machine.multiply(2, probability(at: index).value).value
    let product = machine.multiply(share, slope)
    return temperature == 1 ? product : divided(product)
  }

  private func misses(_ target: LossTarget) -> [Double] {
    let weight = emulatedWeight(of: target)
    return logits.indices.wantedMap("forming the misses", rest: 0) {
      machine.subtract(probability(at: $0).value, weight($0), watching: true).value
    }
  }

  /// The greatest z less the second; NaN for fewer than two classes and beside a NaN.
  ///
  /// - Complexity: O(*n*).
  public var margin: TraceCell {
    guard let (best, second) = bestTwo else { return .exact(.nan) }
    let margin = machine.subtract(scaled[best].value, scaled[second].value, watching: true)
    return settings.dividesAfterShift ? divided(margin) : margin
  }

  /// The greatest probability less the second; NaN for fewer than two classes and beside a NaN.
  ///
  /// - Complexity: O(*n*).
  public var probabilityGap: TraceCell {
    guard let (best, second) = bestTwo else { return .exact(.nan) }
    return machine.subtract(
      probability(at: best).value, probability(at: second).value, watching: true)
  }

  /// The derivative of the margin with respect to a logit: 1 ÷ T for the best class, −1 ÷ T for the
  /// second, 0 for all others; of equals the first count.
  ///
  /// - Complexity: O(1); the first, O(*n*).
  public func marginGradient(at index: Int) -> TraceCell {
    guard let (best, second) = bestTwo else { return .exact(.nan) }
    let slope = index == best ? 1.0 : index == second ? -1 : 0
    return temperature == 1 || slope == 0 ? .exact(slope) : divided(.exact(slope))
  }

  /// The derivative of the probability gap with respect to a logit, by p·(δ − p) of both classes.
  ///
  /// - Complexity: O(1); the first, O(*n*).
  public func probabilityGapGradient(at index: Int) -> TraceCell {
    guard let (best, second) = bestTwo else { return .exact(.nan) }
    let (first, next) = (probability(at: best).value, probability(at: second).value)
    var slope: TraceCell
    switch index {
    case best:
      let rest = machine.add(machine.subtract(1, first).value, next).value
      slope = machine.multiply(first, rest)
    case second:
      let rest = machine.add(machine.subtract(1, next).value, first).value
      slope = -machine.multiply(next, rest)
    default:
      let gap = machine.subtract(first, next, watching: true).value
      slope = -machine.multiply(probability(at: index).value, gap)
    }
    if temperature != 1 { slope = divided(slope) }
    return slope
  }

  /// The classes with the greatest z and the next one; of equals the first.
  private var bestTwo: SharedResults.BestTwo? {
    shared.bestTwo.value(for: true) { findBestTwo() }
  }

  private func findBestTwo() -> SharedResults.BestTwo? {
    guard count >= 2, !scaled.contains(where: \.value.isNaN) else { return nil }
    let isReversed = settings.dividesAfterShift && temperature < 0
    func value(_ index: Int) -> Double {
      isReversed ? -scaled[index].value : scaled[index].value
    }
    var (best, second) = value(1) > value(0) ? (1, 0) : (0, 1)
    for index in 2..<count {
      noteOperation()
      if value(index) > value(best) {
        (best, second) = (index, best)
      } else if value(index) > value(second) {
        second = index
      }
    }
    return (best, second)
  }
}

/// Results of a whole row, which those of its classes are made from too, formed when first asked for.
final class SharedResults: Sendable {
  typealias BestTwo = (best: Int, second: Int)

  let entropy = Memo<Bool, TraceCell>(limit: 1)
  let sumOfProbabilities = Memo<Bool, TraceCell>(limit: 1)
  let crossEntropy = Memo<LossTarget, TraceCell>(limit: 1)
  /// The sum of a target's weights.
  let weightSum = Memo<LossTarget, Double>(limit: 1)
  /// p − q of every class, and its mean over p.
  let misses = Memo<LossTarget, (misses: [Double], mean: Double)>(limit: 1)
  let bestTwo = Memo<Bool, BestTwo?>(limit: 1)
}
