extension RowSums {
  /// −Σ qᵢ ln pᵢ = (L·Σq + Σ qᵢ(m − xᵢ)/T), over one denominator.
  func crossEntropy(_ weights: LossWeights) -> E {
    var distances = constant(0)
    var sum = constant(0)
    for index in weights.terms("summing the loss") {
      let weight: E = weights.numerator(index, precision)
      let logit = constant(resolved.effectiveLogit(index))
      sum = sum + weight
      distances = distances + weight * (constant(resolved.best) - logit)
    }
    let scale: E = weights.denominator(precision)
    return logarithmOfTotal * sum / scale + distances / (scale * constant(resolved.divisor))
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
    var sum = constant(0)
    for index in weights.terms("summing the excess of the loss") {
      let weight: E = weights.numerator(index, precision)
      let surprise = (weight * count / scale).logarithm() + spread
      sum = sum + weight * (surprise - distance(index, from: resolved.best))
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
    for index in weights.terms("summing the entropy of the target") {
      let weight: E = weights.numerator(index, precision) / scale
      sum = sum - weight * weight.logarithm()
    }
    return sum
  }
}
