internal import LogitKernel

/// What the classes of a long row come to, in order of their probability: points of drawings.
package struct SpreadCurves: Sendable {
  package struct Point: Equatable, Sendable {
    /// log₁₀ of how many classes are as likely at least.
    package let rank: Double
    /// log₁₀ of the probability of the last of them.
    package let probability: Double
    /// What they hold together.
    package let mass: Double
  }

  /// A bar of a histogram.
  package struct Bar: Equatable, Sendable {
    package let logits: ClosedRange<Double>
    package let count: Int
  }

  /// The likeliest first: one by one, then at steps of the logit.
  package let points: [Point]
  private let spread: RowSpread

  fileprivate init(_ spread: RowSpread) {
    self.spread = spread
    let rest = spread.marks.drop { $0.count <= spread.leaders.count }
    let logarithmOfTen = Approximation.naturalLogarithm(10)
    points = (spread.leaders + rest).map { mark in
      Point(
        rank: decimalLogarithm(Double(mark.count)),
        probability: mark.logProbability / logarithmOfTen, mass: mark.mass)
    }
  }

  /// How many classes have a logit within each of some ranges of the same length, the least first.
  package func histogram(atMost most: Int) -> [Bar] {
    let (counts, width) = (spread.histogram.counts, spread.histogram.width)
    let merged = max(1, (counts.count + most - 1) / max(1, most))
    return stride(from: 0, to: counts.count, by: merged).map { place in
      let end = min(place + merged, counts.count)
      let start = spread.histogram.start
      return Bar(
        logits: start + Double(place) * width...start + Double(end) * width,
        count: counts[place..<end].reduce(0, +))
    }
  }
}

extension RowNumbers {
  /// Whether there are so many classes that a strip of them tells little.
  package var isLong: Bool { row.count >= 1000 }

  /// How the classes lie beside each other.
  package var spreadCurves: SpreadCurves { SpreadCurves(row.spread) }

  /// How few classes hold a share in per cent, exactly; `nil` where there is no distribution.
  package func fewest(holding percent: Int) -> Int? { row.fewest(holding: percent) }
}
