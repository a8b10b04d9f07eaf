internal import LogitKernel

extension RowSet {
  /// What the rows score at a temperature.
  package struct Scores: Sendable, Equatable {
    package let temperature: Double
    fileprivate let source: (any RowSource)?
    fileprivate let first: Int
    fileprivate let scores: Pieces<RowScore>
    /// The rows that were scored as they had been edited.
    fileprivate let edited: Set<Int>

    package static func == (a: Scores, b: Scores) -> Bool {
      a.source === b.source && a.first == b.first && a.scores == b.scores
        && a.temperature.bitPattern == b.temperature.bitPattern
    }
  }

  /// About how many logits scoring all rows goes through; reading a row costs as much as some hundreds.
  func scoringCost(classes: Int) -> Int {
    isScored ? numbers.count * (classes + 500) : 0
  }

  /// Scores every row at a temperature.
  ///
  /// - Throws: Which row cannot be read.
  package func scored(at temperature: Double) throws(Refusal) -> Scores {
    var new = Pieces<RowScore>()
    var pace = Pace("row by row", of: numbers.count, every: 64)
    for number in numbers {
      guard pace.goesOn(at: new.count) else { throw Refusal("The rows are not wanted any more.") }
      new.append(RowScore(try presentRow(number), temperature: temperature))
    }
    return Scores(
      temperature: temperature, source: source, first: first, scores: new, edited: Set(kept.keys))
  }

  /// The row as it was left, or else as it was read.
  private func presentRow(_ number: Int) throws(Refusal) -> TableRow {
    guard let edited = kept[number]?.current else { return try row(number) }
    return TableRow(edited)
  }

  /// Takes over what the rows score, of which some may have come, gone or changed since.
  mutating func adopt(_ new: Scores) {
    guard new.source === source, new.first + new.scores.count >= first else { return }
    let known = new.scores.dropFirst(first - new.first)
    var rest = Pieces<RowScore>()
    rest.append(contentsOf: known)
    for number in numbers.dropFirst(known.count) {
      rest.append(score(number, at: new.temperature))
    }
    for number in new.edited.union(kept.keys) where numbers.contains(number) {
      rest[number - first] = score(number, at: new.temperature)
    }
    replaceScores(by: rest, at: new.temperature)
  }

  private func score(_ number: Int, at temperature: Double) -> RowScore {
    guard let row = try? presentRow(number) else { return .none }
    return RowScore(row, temperature: temperature)
  }
}

extension TableRow {
  /// The row that a document shows.
  init(_ document: Document) {
    self.init(logits: document.effectiveLogits.array, target: document.hardTarget)
  }
}
