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
  /// - Complexity: O(1).
  public func weight(
    at index: Int, of count: Int, in format: NumberFormat = .binary64
  ) -> Double {
    checkCount(count)
    guard (0...1).contains(labelSmoothing), plainWeight(index).isFinite else { return .nan }
    return SmoothedWeight(target: self, index: index, count: count).rounded(to: format)
  }
}

/// qᵢ, over its denominator.
private struct SmoothedWeight: Formula {
  let target: LossTarget
  let index: Int
  let count: Int

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let numerator: E = target.numerator(index, of: count, precision)
    return numerator / target.denominator(of: count, precision)
  }
}
