/// A number determined by a row of logits alone.
enum RowReadout: Sendable {
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
  /// A readout whose value is neither infinite nor NaN nor a structural zero.
  func value(of readout: RowReadout) -> E {
    switch readout {
    case .probability(let index): weight(index) / total
    case .complement(let index): others(index) / total
    case .logProbability(let index): distance(index, from: shape.best) - logarithmOfTotal
    case .odds(let index): odds(index)
    case .logOdds(let index): logOdds(index)
    case .logSumExp: peak + logarithmOfTotal
    case .sumOfExponentials: peak.exponential() * total
    case .sumOfExponentialsLessOne: sumOfExponentialsLessOne
    case .shiftedSum: total
    case .shiftedSumLessOne: constant(Double(shape.bestCount - 1)) + rest
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
    shape.divisor == 1
      ? constant(shape.best) : constant(shape.best) / constant(shape.divisor)
  }

  /// (e^m − 1)·Σ + (Σ − 1), which at m = 0 has nothing to cancel.
  private var sumOfExponentialsLessOne: E {
    let others = constant(Double(shape.bestCount - 1)) + rest
    return shape.best == 0 ? others : peak.exponentialMinusOne() * total + others
  }

  /// The winner is measured from the runner-up, so that its odds may exceed every bound on p.
  private func odds(_ index: Int) -> E {
    guard isSoleWinner(index) else { return weight(index) / others(index) }
    let lead = distance(index, from: shape.second)
    return lead.exponential() / (constant(Double(shape.secondCount)) + tail)
  }

  private func logOdds(_ index: Int) -> E {
    if isSoleWinner(index) {
      let count = constant(Double(shape.secondCount))
      return distance(index, from: shape.second)
        - (count.logarithm() + (tail / count).logarithmOfOnePlus())
    }
    let isWinner = shape.effectiveLogit(index) == shape.best
    let count = constant(Double(shape.bestCount - (isWinner ? 1 : 0)))
    let remaining = others(index) - count
    return distance(index, from: shape.best)
      - (count.logarithm() + (remaining / count).logarithmOfOnePlus())
  }

  private func isSoleWinner(_ index: Int) -> Bool {
    shape.bestCount == 1 && shape.effectiveLogit(index) == shape.best
  }

  /// log₂ k is formed apart, so that equal shares among 2ⁿ classes give n exactly.
  private var entropyInBits: E {
    let count = shape.bestCount
    let ln2 = E.logarithmOfTwo(precision: precision)
    let share = (rest / constant(Double(count))).logarithmOfOnePlus() + meanDistance
    if count & (count - 1) == 0 {
      return constant(Double(count.trailingZeroBitCount)) + share / ln2
    }
    return (constant(Double(count)).logarithm() + share) / ln2
  }
}
