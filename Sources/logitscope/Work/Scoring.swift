internal import LogitExplorer
internal import LogitKernel

/// The scoring of all rows on another thread.
struct Scoring {
  let job: Job<Result<RowSet.Scores, Refusal>>
  let title: String
  private let temperature: Double
  private let start = ContinuousClock.now

  init(_ rows: RowSet, at temperature: Double) {
    title = "scoring at T = \(DecimalText.shortest(temperature))"
    self.temperature = temperature
    job = Job { Result { () throws(Refusal) in try rows.scored(at: temperature) } }
  }

  func isFor(_ temperature: Double) -> Bool {
    temperature.bitPattern == self.temperature.bitPattern
  }

  /// Whether it has taken so long that it is shown how far it is.
  var isLong: Bool { ContinuousClock.now - start >= Waiting.patience }

  /// After how many milliseconds the screen is to show it, or how far it is now.
  var pause: Int32 {
    isLong ? 200 : Int32((Waiting.patience - (ContinuousClock.now - start)) / .milliseconds(1)) + 1
  }
}
