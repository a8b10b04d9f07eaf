internal import LogitKernel

/// A row of logits at one temperature after another, near enough for points of a drawing.
///
/// One exponential a class serves the probabilities and the entropy. Rows with special values are
/// left to the kernel.
struct TemperatureSweep {
  /// A point of every curve.
  struct Sample {
    let probabilities: [Double]
    let entropy: Double
  }

  private let row: LogitRow
  /// How far each logit lies from the best, on the side of the temperature; `nil` for special rows.
  private let distances: [Double]?

  init(_ row: LogitRow) {
    self.row = row
    let sign = row.temperature < 0 ? -1.0 : 1
    let best = sign < 0 ? row.logits.min() : row.logits.max()
    let isOrdinary = row.logits.allSatisfy { !$0.isNaN && $0 != sign * .infinity }
    guard isOrdinary, let best, best.isFinite else {
      distances = nil
      return
    }
    distances = row.logits.map { sign * ($0 - best) }
  }

  /// The curves' heights at a temperature, which has the sign of the row's.
  func sample(_ temperature: Double, _ classes: [Int]) -> Sample {
    guard let distances, temperature != 0, !temperature.isNaN else {
      let row = LogitRow(row.logits, temperature: temperature)
      return Sample(
        probabilities: classes.map { row.probability(at: $0) }, entropy: row.entropy())
    }
    let scale = temperature.magnitude
    var (sum, moment) = (0.0, 0.0)
    for distance in distances {
      let z = distance / scale
      // Beyond this a term is too small to move a dot.
      guard z > -60 else { continue }
      let weight = Approximation.exponential(z)
      sum += weight
      moment += weight * z
    }
    return Sample(
      probabilities: classes.map { Approximation.exponential(distances[$0] / scale) / sum },
      entropy: max(0, Approximation.naturalLogarithm(sum) - moment / sum))
  }
}
