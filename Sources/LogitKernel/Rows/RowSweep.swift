internal import RealModule

/// The sums of a row at some temperatures of its sign: near enough for points of a drawing.
package struct RowSweep: Sendable {
  /// Σ e^((x − b)/T) and Σ e^((x − b)/T)·(x − b) relative to the greatest logit b, at each temperature.
  struct Sums: Sendable {
    private(set) var weights = 0.0
    private(set) var moments = 0.0

    /// Adds sums relative to a base that lies `distance` ≤ 0 from this one.
    mutating func add(_ other: Sums, _ distance: Double, _ temperature: Double) {
      let factor = Double.exp(distance / temperature)
      weights += factor * other.weights
      moments += factor * (other.moments + distance * other.weights)
    }

    init() {}

    fileprivate init(_ moments: VectorMoments) {
      (weights, self.moments) = (moments.sum, moments.first)
    }
  }

  struct Key: Equatable, Sendable {
    let isReversed: Bool
    /// Their magnitudes.
    let temperatures: [Double]
  }

  private let row: ResolvedRow
  private let key: Key
  private let best: Double
  private let sums: [Sums]

  /// - Parameters:
  ///   - row: Any row; `nil` comes of one with a NaN or without a finite greatest logit.
  ///   - temperatures: Of the sign of the row's, between 2^−900 and 2^900 in magnitude, or it is `nil`.
  /// - Complexity: O(*n* · *t*) for pieces that no row has had at these *t* temperatures, O(*t*) for each
  ///   group of the others.
  package init?(_ row: LogitRow, temperatures: [Double]) {
    self.row = row.resolved
    let isReversed = row.temperature < 0
    let key = Key(isReversed: isReversed, temperatures: temperatures.map(\.magnitude))
    self.key = key
    let facts = row.logits.facts
    best = facts.top(isReversed: isReversed).first
    guard facts.nans == 0, facts.infinities(isReversed: isReversed).above == 0,
      facts.finiteCount > 0,
      key.temperatures.allSatisfy((0x1p-900...0x1p900).contains)
    else { return nil }
    let groups = row.logits.groups.wanted("sweeping the temperature", every: 1)
    sums = RowSweep.join(groups.map { ($0.facts, $0.sweep(key)) }, key)
  }

  /// The sums of parts together, relative to the greatest of their logits.
  static func join(_ parts: [(facts: LogitFacts, sums: [Sums])], _ key: Key) -> [Sums] {
    let parts = parts.filter { $0.facts.finiteCount > 0 }
    let greatest = parts.map { $0.facts.top(isReversed: key.isReversed).first }
    let best = greatest.max() ?? 0
    return key.temperatures.enumerated().map { place, temperature in
      var sum = Sums()
      for (part, greatest) in zip(parts, greatest) {
        sum.add(part.sums[place], greatest - best, temperature)
      }
      return sum
    }
  }

  /// The probability of a class at a temperature, counted from 0.
  package func probability(of index: Int, at place: Int) -> Double {
    let logit = row.logits[index]
    let distance = (key.isReversed ? -logit : logit) - best
    return Double.exp(distance / key.temperatures[place]) / sums[place].weights
  }

  /// The entropy at a temperature, in nats.
  package func entropy(at place: Int) -> Double {
    let sum = sums[place]
    let mean = sum.moments / sum.weights / key.temperatures[place]
    return Swift.max(0, Double.log(sum.weights) - mean)
  }
}

extension LogitPiece {
  /// The sums relative to the greatest of the piece.
  func sweep(_ key: RowSweep.Key) -> [RowSweep.Sums] {
    swept.value(for: key) {
      let values = key.isReversed ? values.map { -$0 } : values
      noteOperations(values.count * key.temperatures.count)
      return values.withUnsafeBufferPointer { values in
        key.temperatures.map { temperature in
          withUnsafeTemporaryAllocation(of: VectorMoments.self, capacity: 1) { results in
            results.initialize(repeating: VectorMoments())
            VectorKernel.fastest.moments(
              values, inverseTemperature: 1 / temperature, into: results)
            return RowSweep.Sums(results[0])
          }
        }
      }
    }
  }
}
