internal import LogitKernel

/// What the scores of rows come to, so kept that a row that comes or goes is a few steps.
struct RowTally: Sendable {
  private var count = 0
  private var rightCount = 0
  private var infiniteCount = 0
  private var nanCount = 0
  /// The finite losses as an unevaluated sum: what rounding takes from the first is in the second.
  private var sum = 0.0
  private var rest = 0.0

  init() {}

  /// - Complexity: O(*n*); the sum is rounded once.
  init(_ scores: Pieces<RowScore>) {
    for score in scores where score.hasTarget {
      count += 1
      rightCount += score.isRight ? 1 : 0
      infiniteCount += score.loss.isInfinite ? 1 : 0
      nanCount += score.loss.isNaN ? 1 : 0
    }
    sum = LogitKernel.sum(of: scores.map(\.loss).filter(\.isFinite))
  }

  /// Adds a score, or takes it away for −1 times.
  mutating func add(_ score: RowScore, times: Int) {
    guard score.hasTarget else { return }
    count += times
    rightCount += score.isRight ? times : 0
    guard score.loss.isFinite else {
      if score.loss.isNaN { nanCount += times } else { infiniteCount += times }
      return
    }
    let loss = Double(times) * score.loss
    let new = sum + loss
    let part = new - sum
    rest += (sum - (new - part)) + (loss - part)
    sum = new
  }

  var statistics: RowSet.Statistics? {
    guard count > 0 else { return nil }
    let mean = (sum + rest) / Double(count)
    return RowSet.Statistics(
      meanLoss: nanCount > 0 ? .nan : infiniteCount > 0 ? .infinity : mean,
      rightCount: rightCount, count: count)
  }
}
