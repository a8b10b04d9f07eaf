/// The sums over one row that its readouts share, in the arithmetic of `E`.
///
/// With *m* the greatest effective logit, k its multiplicity, and m₂, k₂ those of the next:
/// ```
/// Σ e^((xᵢ − m)/T) = k + e^((m₂ − m)/T)·(k₂ + tail),   tail = Σ e^((xᵢ − m₂)/T) over xᵢ < m₂
/// ```
/// Nothing here cancels, however far m lies above the rest: what the maxima leave over keeps its
/// full relative precision, and so do log p of a confident winner, its 1 − p and its odds.
struct RowSums<E: Enclosure>: Sendable {
  let shape: RowShape
  let precision: Int
  /// e^((m₂ − m)/T); 0 if no class has a smaller logit.
  let step: E
  let tail: E
  /// The sum over all but the maxima.
  let rest: E
  /// The sum over all classes, at least 1.
  let total: E
  /// ln of `total`.
  let logarithmOfTotal: E

  init(_ shape: RowShape, precision: Int) {
    self.shape = shape
    self.precision = precision
    let zero = E(0, precision: precision)
    var (tail, step) = (zero, zero)
    if shape.secondCount > 0 {
      tail = RowSums.tail(of: shape, precision: precision, omitting: nil)
      step = RowSums.quotient(shape.second, minus: shape.best, of: shape, precision: precision)
        .exponential()
    }
    (self.tail, self.step) = (tail, step)
    let bestCount = E(Double(shape.bestCount), precision: precision)
    rest = step * (E(Double(shape.secondCount), precision: precision) + tail)
    total = bestCount + rest
    logarithmOfTotal = bestCount.logarithm() + (rest / bestCount).logarithmOfOnePlus()
  }

  /// (`value` − `base`)/T.
  static func quotient(
    _ value: Double, minus base: Double, of shape: RowShape, precision: Int
  ) -> E {
    let difference = E(value, precision: precision) - E(base, precision: precision)
    return shape.divisor == 1 ? difference : difference / E(shape.divisor, precision: precision)
  }

  private static func tail(of shape: RowShape, precision: Int, omitting omitted: Int?) -> E {
    var sum = E(0, precision: precision)
    for index in 0..<shape.count where index != omitted {
      let value = shape.effectiveLogit(index)
      guard value < shape.second && value.isFinite else { continue }
      sum =
        sum
        + quotient(value, minus: shape.second, of: shape, precision: precision)
        .exponentialAsTerm()
    }
    return sum
  }

  func constant(_ value: Double) -> E { E(value, precision: precision) }

  /// (xᵢ − `base`)/T, for a class with a finite effective logit.
  func distance(_ index: Int, from base: Double) -> E {
    RowSums.quotient(
      shape.effectiveLogit(index), minus: base, of: shape, precision: precision)
  }

  /// e^((xᵢ − m)/T), for a class with a finite effective logit.
  func weight(_ index: Int) -> E { distance(index, from: shape.best).exponential() }

  /// `total` without the term of one class, summed without it where subtraction would cancel.
  func others(_ index: Int) -> E {
    let value = shape.effectiveLogit(index)
    let (first, second) = (Double(shape.bestCount), Double(shape.secondCount))
    if value == shape.best { return constant(first - 1) + rest }
    if value == shape.second { return constant(first) + step * (constant(second - 1) + tail) }
    let remaining =
      E.sumsAnewWithoutTerm
      ? RowSums.tail(of: shape, precision: precision, omitting: index)
      : tail - distance(index, from: shape.second).exponential()
    return constant(first) + step * (constant(second) + remaining)
  }
}
