internal import LogitKernel

/// Goes from row to row of a table or a stream.
package enum RowAction: Equatable, Sendable {
  case move(by: Int)
  /// A row by its number, counted from 0.
  case go(Int)
  /// The row of the greatest loss.
  case worst
  /// The next row whose target does not have the greatest logit, going round at the end.
  case nextWrong
  /// Stops following a stream, or goes on with its newest row.
  case pause
}

extension ExplorerState {
  mutating func reduceRows(_ action: RowAction) {
    guard let rows, !rows.numbers.isEmpty else { return }
    switch action {
    case .move(let distance):
      leaveStream()
      showRow(rows.shown.advanced(clamping: distance))
    case .go(let number):
      leaveStream()
      showRow(number)
    case .worst: showWorst(rows)
    case .nextWrong: showNextWrong(rows)
    case .pause: pauseOrFollow()
    }
  }

  private mutating func showWorst(_ rows: RowSet) {
    let scored = rows.numbers.filter { !rows.score($0).loss.isNaN }
    guard let worst = scored.max(by: { rows.score($0).loss < rows.score($1).loss }) else {
      return say("No row has a target, so none has a loss.", .warning)
    }
    leaveStream()
    showRow(worst)
  }

  private mutating func showNextWrong(_ rows: RowSet) {
    let (start, count) = (rows.shown - rows.first + 1, rows.numbers.count)
    let order = (0..<count).lazy.map { rows.first + (start + $0) % count }
    guard let wrong = order.first(where: { rows.score($0).hasTarget && !rows.score($0).isRight })
    else {
      return say(
        rows.statistics == nil ? "No row has a target." : "Every row is predicted right.", .warning)
    }
    leaveStream()
    showRow(wrong)
  }

  /// Looking at another row than the newest is a pause.
  private mutating func leaveStream() { rows?.stream?.isFollowing = false }

  private mutating func pauseOrFollow() {
    guard let stream = rows?.stream, let last = rows?.numbers.last else {
      return say("Only a stream can be paused.", .warning)
    }
    rows?.stream?.isFollowing.toggle()
    guard !stream.isFollowing else { return say("Paused: ← and → go through the rows.") }
    showRow(last)
    say("Following again.")
  }

  /// Makes a row the document, the nearest there is.
  mutating func showRow(_ wanted: Int) {
    guard let rows, let last = rows.numbers.last else { return }
    let number = max(rows.numbers.lowerBound, min(wanted, last))
    guard number != rows.shown || rows.original == nil else { return }
    keepRow()
    do throws(Refusal) {
      let fresh = document(of: try rows.row(number), number: number)
      replaceRow(by: self.rows?.kept[number]?.current ?? fresh, number)
    } catch {
      say(error.sentence, .error)
    }
  }

  private mutating func replaceRow(by new: Document, _ number: Int) {
    // A step made on the present row would make no sense on another: then the way back is a step too.
    let isUntouched = history.revision == rows?.arrival && history.redoSteps.isEmpty
    let inverse = document.apply(.replace(new))
    if !isUntouched {
      history.record(inverse: inverse, title: "go to row \(number + 1)", selection: selection)
    }
    arriveAtRow(number)
    arrangeRows()
  }

  private mutating func arriveAtRow(_ number: Int) {
    guard var rows else { return }
    rows.shown = number
    rows.arrival = history.revision
    rows.original = rows.kept[number]?.original ?? document
    self.rows = rows
  }

  /// After an undo the document may be another row.
  mutating func settleRow() {
    guard let rows, rows.original != nil, document.source.row != rows.shown,
      rows.numbers.contains(document.source.row)
    else { return }
    arriveAtRow(document.source.row)
  }

  /// Keeps what was changed about the present row.
  private mutating func keepRow() {
    guard let rows, let original = rows.original, rows.numbers.contains(rows.shown) else { return }
    let isChanged = isRowChanged
    guard isChanged || rows.kept[rows.shown] != nil else { return }
    self.rows?.kept[rows.shown] =
      isChanged ? RowSet.KeptRow(original: original, current: document) : nil
    self.rows?.rescore(rows.shown, TableRow(document))
  }

  /// Whether the row differs from what was read, in its logits or its target.
  package var isRowChanged: Bool {
    guard let original = rows?.original, document.revision !== original.revision else {
      return false
    }
    return document.logits != original.logits || document.target != original.target
      || document.isMasked != original.isMasked || document.labels != original.labels
  }

  /// The row as a document, to be looked at in the way of the present one.
  private func document(of row: TableRow, number: Int) -> Document {
    var new = Document(
      name: document.name, labels: row.labels, logits: row.logits,
      temperature: document.temperature, target: row.target.map { .index($0) } ?? .none,
      labelSmoothing: document.labelSmoothing, loss: document.loss,
      arithmetic: document.arithmetic)
    if row.labels == nil, new.count == document.count { new.labels = document.labels }
    new.note = row.step.map { "step \($0)" } ?? ""
    new.source = DocumentSource(
      rows: document.source.rows, row: number, remarks: document.source.remarks)
    return new
  }
}

extension Document {
  /// The one class that is right; `nil` for none and for weights.
  var hardTarget: Int? {
    if case .index(let index) = target { index } else { nil }
  }
}

extension ExplorerState {
  /// Opens rows: a table at one of them, or a stream.
  package mutating func open(_ rows: RowSet, at number: Int = 0) {
    begin(rows, at: number)
    settleNumbers()
  }

  /// The present document is that row.
  mutating func begin(_ rows: RowSet, at number: Int) {
    self.rows = rows
    guard !rows.numbers.isEmpty else { return }
    arriveAtRow(number)
  }

  /// Rows of a stream that have come, and what was wrong with lines that are none.
  mutating func receive(_ new: [TableRow], unreadable: Int, problem: String) {
    rows?.append(new)
    if unreadable > 0 {
      rows?.stream?.unreadable += unreadable
      rows?.stream?.lastProblem = problem
      say(problem, .warning)
    }
    guard let rows, let last = rows.numbers.last, mode == .browsing else { return }
    if rows.stream?.isFollowing == true {
      guard !isRowChanged else {
        leaveStream()
        return say("Paused, as this row was changed: Z follows again.")
      }
      showRow(last)
    } else if rows.shown < rows.first {
      // The row that was looked at is gone: the oldest that is left is the nearest.
      showRow(rows.first)
    }
  }
}

extension ExplorerState {
  /// Has the rows scored at the document's temperature where that is another now: at once where they
  /// are few, and else by the world, while the old scores stand with their temperature.
  mutating func scoreRows(since temperature: Double) -> [Effect] {
    let present = document.temperature
    guard let rows, present.bitPattern != temperature.bitPattern,
      present.bitPattern != rows.temperature.bitPattern
    else { return [] }
    guard rows.isScored else {
      self.rows?.setTemperatureOfNone(present)
      return []
    }
    guard rows.scoringCost(classes: document.count) <= 1 << 20, present != 0, present.isFinite
    else { return [.scoreRows(temperature: present)] }
    if let scores = try? rows.scored(at: present) { self.rows?.adopt(scores) }
    return []
  }

  /// What the world answers; of a temperature that has been left meanwhile it is of no use.
  mutating func adopt(_ scores: RowSet.Scores) {
    guard scores.temperature.bitPattern == document.temperature.bitPattern else { return }
    rows?.adopt(scores)
  }
}
