extension LossTarget {
  /// The weight q of a class after label smoothing, (1 − ε)·q + ε/n.
  ///
  /// Special values: NaN for a weight or smoothing that is not a finite number in range.
  ///
  /// - Parameters:
  ///   - index: The class.
  ///   - count: *n*, the number of classes.
  ///   - format: Into what the true value is rounded, once.
  /// - Returns: The weight, in the units of the target.
  /// - Precondition: The target fits so many classes.
  public func weight(
    at index: Int, of count: Int, in format: NumberFormat = .binary64
  ) -> Double {
    let weights = LossWeights(self, count: count)
    guard weights.isValid else { return .nan }
    return SmoothedWeight(weights: weights, index: index).rounded(to: format)
  }
}

/// qᵢ, over its denominator.
private struct SmoothedWeight: Formula {
  let weights: LossWeights
  let index: Int

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let numerator: E = weights.numerator(index, precision)
    return numerator / weights.denominator(precision)
  }
}
