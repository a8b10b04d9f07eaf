internal import LogitKernel

/// The rows of which the document is one: those of a table, or of a stream that grows.
///
/// Rows have numbers that stay with them, counted from 0; a stream forgets the oldest.
package struct RowSet: Sendable {
  /// Where rows come from that are not in memory.
  let source: (any RowSource)?
  /// A stream's rows, the oldest first.
  private var arrived = Pieces<TableRow>()
  /// The number of the first row that is still there.
  package private(set) var first = 0
  /// One for each row that is there.
  private var scores = Pieces<RowScore>()
  /// The greatest losses, for the strip of all rows.
  private var blocks = LossBlocks()
  /// The temperature of the scores.
  package private(set) var temperature: Double
  /// ln Σ e^x of each row of a stream, for drawings.
  private var logSums = Pieces<Double>()
  private var tally = RowTally()
  /// `nil` for a table.
  package var stream: Stream?

  /// The row that the document is.
  package var shown = 0
  /// Rows that were edited and left.
  var kept: [Int: KeptRow] = [:]
  /// The document as it was when its row was read.
  var original: Document?
  /// The history's revision when the row was reached.
  var arrival = 0

  struct KeptRow: Equatable, Sendable {
    let original: Document
    let current: Document
  }

  package struct Statistics: Equatable, Sendable {
    package let meanLoss: Double
    package let rightCount: Int
    /// How many rows have a target.
    package let count: Int
  }

  /// What is known of a stream besides its rows.
  package struct Stream: Equatable, Sendable {
    /// How many rows are kept.
    package let limit: Int
    /// Whether the newest row is shown as it arrives.
    package var isFollowing = true
    package var hasEnded = false
    /// How many lines could not be read, and what was wrong with the last of them.
    package var unreadable = 0
    package var lastProblem = ""
  }

  /// The rows of a table, scored at a temperature.
  ///
  /// - Complexity: every row is read once, if one has a target.
  package init(_ source: any RowSource, temperature: Double = 1) throws(Refusal) {
    self.source = source
    self.temperature = temperature
    scores = Pieces(repeating: RowScore.none, count: source.count)
    if source.hasTargets { adopt(try scored(at: temperature)) }
  }

  /// A stream of which no row has come yet.
  package init(streamKeeping limit: Int) {
    source = nil
    temperature = 1
    stream = Stream(limit: max(1, limit))
  }

  /// The numbers of the rows that are there.
  package var numbers: Range<Int> { first..<first + scores.count }

  func row(_ number: Int) throws(Refusal) -> TableRow {
    try source?.row(number) ?? arrived[number - first]
  }

  package func score(_ number: Int) -> RowScore { scores[number - first] }

  /// How the scores stand together; `nil` without a target anywhere.
  package var statistics: Statistics? { tally.statistics }

  /// Adds rows to a stream; the oldest go where they are too many.
  ///
  /// - Complexity: that of the new rows.
  mutating func append(_ rows: [TableRow]) {
    guard let stream else { return }
    for row in rows {
      let score = RowScore(row, temperature: temperature)
      arrived.append(row)
      scores.append(score)
      logSums.append(row.logSumExp)
      tally.add(score, times: 1)
      blocks.append(score, numbers.upperBound - 1)
      guard arrived.count > stream.limit else { continue }
      _ = arrived.removeFirst()
      _ = logSums.removeFirst()
      tally.add(scores.removeFirst(), times: -1)
      kept[first] = nil
      blocks.remove(first)
      first += 1
    }
  }

  /// Whether a row has a target, without which all scores are alike.
  var isScored: Bool { tally.statistics != nil }

  mutating func replaceScores(by new: Pieces<RowScore>, at temperature: Double) {
    (scores, self.temperature) = (new, temperature)
    blocks = LossBlocks(new, first: first)
    tally = RowTally(new)
  }

  /// No row has a target, so that no score depends on it.
  mutating func setTemperatureOfNone(_ temperature: Double) { self.temperature = temperature }

  /// Puts a row's score in the place of the old one.
  mutating func rescore(_ number: Int, _ row: TableRow) {
    scores[number - first] = RowScore(row, temperature: temperature)
    blocks.renew(number, of: scores, first: first)
    tally = RowTally(scores)
  }

  /// The greatest loss of some of the rows; `nil` where none of them has one.
  ///
  /// - Complexity: a 64th of their number.
  package func greatestLoss(ofRows numbers: Range<Int>) -> Double? {
    blocks.greatest(in: numbers.clamped(to: self.numbers), of: scores, first: first)
  }

  /// The probability of a class in a row of a stream, near enough for a drawing; NaN where the row
  /// does not have it.
  package func probability(of index: Int, inRow number: Int) -> Double {
    let place = number - first
    guard logSums.indices.contains(place), arrived[place].logits.indices.contains(index) else {
      return .nan
    }
    let (logit, logSum) = (arrived[place].logits[index], logSums[place])
    return logSum.isFinite
      ? Approximation.exponential(logit - logSum)
      : LogitRow(arrived[place].logits).probability(at: index)
  }
}

extension RowSet: Equatable {
  /// Whether both show the same; that the rows are the same is taken from where they come.
  package static func == (a: RowSet, b: RowSet) -> Bool {
    a.source === b.source && a.numbers == b.numbers && a.shown == b.shown && a.kept == b.kept
      && a.stream == b.stream && a.statistics == b.statistics
  }
}
