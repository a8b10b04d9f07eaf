/// A number determined by a row of logits alone.
enum RowValue: Sendable {
  case probability(Int)
  case complement(Int)
  case logProbability(Int)
  case odds(Int)
  case logOdds(Int)
  case logSumExp
  case sumOfExponentials
  case sumOfExponentialsLessOne
  case shiftedSum
  case shiftedSumLessOne
  case entropy
  case entropyInBits
  case perplexity
  case perplexityLessOne
  case crossEntropy(LossWeights)
  case crossEntropyGradient(LossWeights, Int)
  case excess(LossWeights)
}

extension RowSums {
  /// A value that is neither infinite nor NaN nor a structural zero.
  func value(of wanted: RowValue) -> E {
    switch wanted {
    case .probability(let index): weight(index) / total
    case .complement(let index): others(index) / total
    case .logProbability(let index): distance(index, from: resolved.best) - logarithmOfTotal
    case .odds(let index): odds(index)
    case .logOdds(let index): logOdds(index)
    case .logSumExp: peak + logarithmOfTotal
    case .sumOfExponentials: peak.exponential() * total
    case .sumOfExponentialsLessOne: sumOfExponentialsLessOne
    case .shiftedSum: total
    case .shiftedSumLessOne: constant(Double(resolved.bestCount - 1)) + rest
    case .entropy: logarithmOfTotal + meanDistance
    case .entropyInBits: entropyInBits
    case .perplexity: total * meanDistance.exponential()
    case .perplexityLessOne: (logarithmOfTotal + meanDistance).exponentialMinusOne()
    case .crossEntropy(let weights): crossEntropy(weights)
    case .crossEntropyGradient(let weights, let index): gradient(weights, at: index)
    case .excess(let weights): excess(weights)
    }
  }

  /// m/T.
  private var peak: E {
    resolved.divisor == 1
      ? constant(resolved.best) : constant(resolved.best) / constant(resolved.divisor)
  }

  /// (e^m − 1)·Σ + (Σ − 1), which at m = 0 has nothing to cancel.
  private var sumOfExponentialsLessOne: E {
    let others = constant(Double(resolved.bestCount - 1)) + rest
    return resolved.best == 0 ? others : peak.exponentialMinusOne() * total + others
  }

  /// The winner is measured from the runner-up, so that its odds may exceed every bound on p.
  private func odds(_ index: Int) -> E {
    guard isSoleWinner(index) else { return weight(index) / others(index) }
    let lead = distance(index, from: resolved.second)
    return lead.exponential() / (constant(Double(resolved.secondCount)) + tail)
  }

  private func logOdds(_ index: Int) -> E {
    if isSoleWinner(index) {
      let count = constant(Double(resolved.secondCount))
      return distance(index, from: resolved.second)
        - (count.logarithm() + (tail / count).logarithmOfOnePlus())
    }
    let isWinner = resolved.effectiveLogit(index) == resolved.best
    let count = constant(Double(resolved.bestCount - (isWinner ? 1 : 0)))
    let remaining = others(index) - count
    return distance(index, from: resolved.best)
      - (count.logarithm() + (remaining / count).logarithmOfOnePlus())
  }

  private func isSoleWinner(_ index: Int) -> Bool {
    resolved.bestCount == 1 && resolved.effectiveLogit(index) == resolved.best
  }

  /// log₂ k is formed apart, so that equal shares among 2ⁿ classes give n exactly.
  private var entropyInBits: E {
    let count = resolved.bestCount
    let ln2 = E.logarithmOfTwo(precision: precision)
    let share = (rest / constant(Double(count))).logarithmOfOnePlus() + meanDistance
    if count & (count - 1) == 0 {
      return constant(Double(count.trailingZeroBitCount)) + share / ln2
    }
    return (constant(Double(count)).logarithm() + share) / ln2
  }
}
