internal import LogitKernel

/// A row of logits at one temperature after another, near enough for points of a drawing.
///
/// Rows with special values, and temperatures beyond all that logits are divided by, are left to the
/// exact functions.
struct TemperatureSweep {
  /// A point of every curve.
  struct Sample {
    let probabilities: [Double]
    let entropy: Double
  }

  private let row: LogitRow
  private let temperatures: [Double]
  private let sweep: RowSweep?

  /// - Parameters:
  ///   - row: Any row.
  ///   - temperatures: Of the sign of its own.
  init(_ row: LogitRow, _ temperatures: [Double]) {
    (self.row, self.temperatures) = (row, temperatures)
    sweep = RowSweep(row, temperatures: temperatures)
  }

  /// The curves' heights at a temperature, counted from 0.
  func sample(_ place: Int, _ classes: [Int]) -> Sample {
    guard let sweep else {
      let row = LogitRow(row.logits, temperature: temperatures[place])
      return Sample(
        probabilities: classes.map { row.probability(at: $0) }, entropy: row.entropy())
    }
    return Sample(
      probabilities: classes.map { sweep.probability(of: $0, at: place) },
      entropy: sweep.entropy(at: place))
  }
}
