internal import LogitKernel

/// Probabilities and entropy against the logarithm of the temperature, as points to draw.
package struct TemperatureCurves: Equatable, Sendable {
  /// Rows longer than this are not swept: it would take longer than a keystroke should.
  package static let longestRow = 4096
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
  ///   - row: At most `longestRow` logits.
  ///   - selection: The class that is drawn whatever its probability.
  ///   - classCount: How many curves to draw.
  ///   - pointCount: How many places to sample, at least 2; fewer for long rows.
  init(_ row: LogitRow, selection: Int, classCount: Int, pointCount: Int) {
    axis = TemperatureAxis(row)
    classes = TemperatureCurves.choose(min(classCount, Self.mostClasses), of: row, selection)
    let count = max(min(pointCount, max(20_000 / max(row.count, 1), 12)), 2)
    fractions = (0..<count).map { Double($0) / Double(count - 1) }
    openCount = row.logits.facts.finiteCount
    let most = naturalLogarithm(Double(openCount))
    let sweep = TemperatureSweep(row)
    var (curves, shares) = ([[Double]](repeating: [], count: classes.count), [Double]())
    for fraction in fractions {
      let sample = sweep.sample(axis.temperature(at: fraction), classes)
      for (curve, height) in sample.probabilities.enumerated() { curves[curve].append(height) }
      shares.append(most > 0 ? sample.entropy / most : sample.entropy)
    }
    (probabilities, entropyShares) = (curves, shares)
  }

  /// The selected class and the greatest of the others, the most probable first, ties in order.
  private static func choose(_ count: Int, of row: LogitRow, _ selection: Int) -> [Int] {
    let sign = row.temperature < 0 ? -1.0 : 1
    let keys = row.logits.map { $0.isNaN ? -.infinity : sign * $0 }
    var chosen: [Int] = []
    func comesBefore(_ a: Int, _ b: Int) -> Bool {
      keys[a] == keys[b] ? a < b : keys[a] > keys[b]
    }
    for index in keys.indices where index != selection {
      let place = chosen.firstIndex { comesBefore(index, $0) } ?? chosen.count
      guard place < count - 1 else { continue }
      chosen.insert(index, at: place)
      if chosen.count > count - 1 { chosen.removeLast() }
    }
    guard keys.indices.contains(selection), count > 0 else { return chosen }
    chosen.insert(selection, at: chosen.firstIndex { comesBefore(selection, $0) } ?? chosen.count)
    return chosen
  }
}

extension RowNumbers {
  /// The curves of a row that is not too long for them.
  package func temperatureCurves(
    selection: Int, classCount: Int, pointCount: Int
  ) -> TemperatureCurves {
    TemperatureCurves(row, selection: selection, classCount: classCount, pointCount: pointCount)
  }
}
