extension RowSums {
  /// −Σ qᵢ ln pᵢ = (L·Σq + Σ qᵢ(m − xᵢ)/T), over one denominator.
  func crossEntropy(_ weights: LossWeights) -> E {
    var (distances, sum) = (constant(0), constant(0))
    forEachWeight(weights) { weight, count, distance in
      sum = sum + (count == 1 ? weight : weight * constant(count))
      distances = distances + weight * distance
    }
    let scale: E = weights.denominator(precision)
    return logarithmOfTotal * sum / scale + distances / (scale * constant(resolved.divisor))
  }

  /// Passes on qᵢ and m − xᵢ of each class with a weight, or one weight of many classes, their number
  /// and what they have together.
  private func forEachWeight(
    _ weights: LossWeights, _ body: (_ weight: E, _ count: Double, _ distance: E) -> Void
  ) {
    let best = constant(resolved.best)
    if let target = weights.targetClass, let others = resolved.distances(without: target) {
      body(
        weights.numerator(target, precision), 1,
        best - constant(resolved.effectiveLogit(target)))
      body(
        weights.numerator(target == 0 ? 1 : 0, precision), Double(weights.count - 1),
        others.value(precision))
      return
    }
    for index in weights.terms("summing the loss") {
      let distance = best - constant(resolved.effectiveLogit(index))
      body(weights.numerator(index, precision), 1, distance)
    }
  }

  /// (pⱼ·Σq − qⱼ)/T for a finite T ≠ 0, with Σq − qⱼ and 1 − pⱼ formed apart.
  func gradient(_ weights: LossWeights, at index: Int) -> E {
    let own: E = weights.numerator(index, precision)
    var slope = -own
    var divisor: E = weights.denominator(precision) * constant(resolved.temperature.magnitude)
    if resolved.effectiveLogit(index).isFinite {
      let sum: E = weights.sum(precision)
      slope = weight(index) * (sum - own) - own * others(index)
      divisor = divisor * total
    }
    return (resolved.temperature < 0 ? -slope : slope) / divisor
  }

  /// Σ qᵢ (ln qᵢ − ln pᵢ), each logarithm of a product, so that qᵢ = pᵢ gives 0.
  func excess(_ weights: LossWeights) -> E {
    let scale: E = weights.denominator(precision)
    let count = constant(Double(resolved.bestCount))
    let spread = (rest / count).logarithmOfOnePlus()
    let divisor = constant(resolved.divisor)
    var sum = constant(0)
    forEachWeight(weights) { weight, number, distance in
      let surprise = (weight * count / scale).logarithm() + spread
      let all = number == 1 ? surprise : surprise * constant(number)
      sum = sum + weight * (all + (resolved.divisor == 1 ? distance : distance / divisor))
    }
    return sum / scale
  }
}

/// −Σ qᵢ ln qᵢ.
struct EntropyOfTarget: Formula {
  let weights: LossWeights

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let scale: E = weights.denominator(precision)
    var sum = E(0, precision: precision)
    func add(_ index: Int, times count: Double = 1) {
      let weight: E = weights.numerator(index, precision) / scale
      sum = sum - E(count, precision: precision) * (weight * weight.logarithm())
    }
    if let target = weights.targetClass {
      add(target)
      add(target == 0 ? 1 : 0, times: Double(weights.count - 1))
      return sum
    }
    for index in weights.terms("summing the entropy of the target") { add(index) }
    return sum
  }
}
