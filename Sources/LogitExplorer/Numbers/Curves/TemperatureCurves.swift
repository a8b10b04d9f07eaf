internal import LogitKernel

/// Probabilities and entropy against the logarithm of the temperature, as points to draw.
package struct TemperatureCurves: Equatable, Sendable {
  /// Of rows longer than this fewer places are sampled: a moment's work at first sight.
  private static let longRow = 100_000
  /// As many curves as there are colours and marks.
  package static let mostClasses = 7

  package let axis: TemperatureAxis
  /// The selected class and the most probable others, the most probable first.
  package let classes: [Int]
  /// Places on the axis, 0…1.
  package let fractions: [Double]
  /// For each class in `classes`, its probability at each place; NaN where there is none.
  package let probabilities: [[Double]]
  /// The entropy at each place as a share of its maximum, the logarithm of the unmasked classes.
  package let entropyShares: [Double]
  /// The classes that share the probability as the temperature grows.
  package let openCount: Int

  /// - Parameters:
  ///   - row: Any row.
  ///   - selection: The class that is drawn whatever its probability.
  ///   - classCount: How many curves to draw.
  ///   - pointCount: How many places to sample, at least 2; fewer for long rows.
  init(_ row: LogitRow, selection: Int, classCount: Int, pointCount: Int) {
    axis = TemperatureAxis(row)
    classes = TemperatureCurves.choose(min(classCount, Self.mostClasses), of: row, selection)
    let count = max(row.count > Self.longRow ? min(pointCount, 64) : pointCount, 2)
    fractions = (0..<count).map { Double($0) / Double(count - 1) }
    openCount = row.logits.facts.finiteCount
    let most = naturalLogarithm(Double(openCount))
    let axis = axis
    let sweep = TemperatureSweep(row, fractions.map { axis.temperature(at: $0) })
    var (curves, shares) = ([[Double]](repeating: [], count: classes.count), [Double]())
    for place in fractions.indices {
      let sample = sweep.sample(place, classes)
      for (curve, height) in sample.probabilities.enumerated() { curves[curve].append(height) }
      shares.append(most > 0 ? sample.entropy / most : sample.entropy)
    }
    (probabilities, entropyShares) = (curves, shares)
  }

  /// The selected class and the greatest of the others, the most probable first, ties in order.
  private static func choose(_ count: Int, of row: LogitRow, _ selection: Int) -> [Int] {
    guard count > 0 else { return [] }
    let greatest = row.greatest(count)
    // In its place among them, or at the end.
    return greatest.contains(selection) || !row.logits.indices.contains(selection)
      ? greatest : greatest.dropLast() + [selection]
  }
}

extension RowNumbers {
  /// The curves of the row against the temperature.
  package func temperatureCurves(
    selection: Int, classCount: Int, pointCount: Int
  ) -> TemperatureCurves {
    TemperatureCurves(row, selection: selection, classCount: classCount, pointCount: pointCount)
  }
}
