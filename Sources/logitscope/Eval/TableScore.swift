internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel

/// How well all rows of a table do at their targets.
struct TableScore: Sendable {
  /// The loss of each row, exact and rounded once.
  private(set) var losses: [Double] = []
  /// How many rows have their target as the first of the likeliest classes.
  private(set) var correct = 0

  var count: Int { losses.count }
  var accuracy: Double { Double(correct) / Double(count) }

  /// The sum of the losses, which is formed exactly and rounded once, over their number.
  var mean: Double { mean(of: losses) }

  var finite: [Double] { losses.filter(\.isFinite) }
  /// The same of the rows whose loss is finite.
  var meanOfFinite: Double { mean(of: finite) }

  private func mean(of losses: [Double]) -> Double {
    losses.isEmpty ? .nan : sum(of: losses) / Double(losses.count)
  }

  /// The rows with such a loss, counted from 0.
  func rows(where isWanted: (Double) -> Bool) -> [Int] {
    losses.indices.filter { isWanted(losses[$0]) }
  }

  /// The rows with the greatest losses, the worst first; a loss of NaN is no number to compare.
  func worst(_ limit: Int) -> [Int] {
    // One pass, in which few rows are among the worst so far.
    var worst: [Int] = []
    for row in losses.indices where !losses[row].isNaN {
      if worst.count == limit, let last = worst.last, losses[last] >= losses[row] { continue }
      let place = worst.firstIndex { losses[$0] < losses[row] } ?? worst.count
      worst.insert(row, at: place)
      if worst.count > limit { worst.removeLast() }
    }
    return worst
  }

  /// Computes the losses of a table with targets, on all processors, with the temperature and the label
  /// smoothing of a document.
  init(_ table: LogitTable, targets: [Int], like document: Document) throws(FileProblem) {
    let (temperature, smoothing) = (document.temperature, document.labelSmoothing)
    let parts = inParallel(atMost: table.count / 16) { part, count in
      let range = table.count * part / count..<table.count * (part + 1) / count
      return TableScore.part(table, targets, range) { logits, target in
        let row = LogitRow(logits, temperature: temperature)
        let loss = row.crossEntropy(.index(target, labelSmoothing: smoothing))
        return (loss, row.likeliest == target)
      }
    }
    for part in parts {
      let (losses, correct) = try part.get()
      self.losses += losses
      self.correct += correct
    }
  }

  private static func part(
    _ table: LogitTable, _ targets: [Int], _ range: Range<Int>,
    _ score: ([Double], Int) -> (loss: Double, isRight: Bool)
  ) -> Result<([Double], correct: Int), FileProblem> {
    Result { () throws(FileProblem) in
      var (losses, correct) = ([Double](), 0)
      // Of the parts, the one on the thread that is waited for speaks for all.
      var pace = Pace("scoring the rows", of: range.count, every: 64)
      while range.lowerBound + losses.count < range.upperBound {
        let first = range.lowerBound + losses.count
        for logits in try table.logits(ofRowsFrom: first, before: range.upperBound) {
          let (loss, isRight) = score(logits, targets[range.lowerBound + losses.count])
          losses.append(loss)
          _ = pace.goesOn(at: losses.count)
          if isRight { correct += 1 }
        }
      }
      return (losses, correct)
    }
  }
}
