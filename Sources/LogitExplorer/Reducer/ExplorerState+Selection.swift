internal import LogitKernel

extension ExplorerState {
  mutating func reduceSelection(_ action: SelectionAction) {
    switch action {
    case .move(let distance): selectRow(selectedRow.advanced(clamping: distance))
    case .page(let pages):
      let distance = pages.multipliedReportingOverflow(by: max(1, visibleRows)).partialValue
      selectRow(selectedRow.advanced(clamping: distance))
    case .setVisibleRows(let rows): visibleRows = max(1, rows)
    case .select(let index): if document.logits.indices.contains(index) { selection = index }
    case .first: selectRow(0)
    case .last: selectRow(document.count - 1)
    case .greatest:
      let best = numbers.present.greatestLogit
      selectNext(or: "There is no greatest logit.") { $0.effectiveLogit(at: $1) == best }
    case .target:
      selectNext(or: "There is no target: Space marks the selected class.") {
        $0.target.weight(at: $1) > 0
      }
    case .find(let text):
      searchText = text
      find(from: selectedRow, step: 1, includingStart: true)
    case .findNext(let step): find(from: selectedRow, step: step, includingStart: false)
    }
  }

  /// Selects the class on a row of the table, the nearest there is.
  mutating func selectRow(_ row: Int) {
    guard document.count > 0 else { return }
    selection = classIndex(atRow: max(0, min(row, document.count - 1)))
  }

  /// Selects the next class that is wanted, going round at the end.
  private mutating func selectNext(or sentence: String, where isWanted: (Document, Int) -> Bool) {
    let (count, row) = (document.count, selectedRow)
    let rows = (0..<count).lazy.map { (row + 1 + $0) % count }
    guard let found = rows.first(where: { isWanted(document, classIndex(atRow: $0)) }) else {
      return say(sentence, .warning)
    }
    selectRow(found)
  }

  /// Selects the next class with the searched text in its label, going round at the ends.
  private mutating func find(from row: Int, step: Int, includingStart: Bool) {
    guard !searchText.isEmpty else { return say("There is no text to find yet: / asks for it.") }
    guard step != 0 else { return }
    guard let found = firstMatch(from: row, step: step.signum(), includingStart: includingStart)
    else { return say("No class has '\(searchText)' in its name.", .warning) }
    selectRow(found)
  }

  /// The row of the first class from `row` on whose label contains the searched text.
  func firstMatch(from row: Int, step: Int, includingStart: Bool) -> Int? {
    let (count, wanted) = (document.count, SearchText(searchText))
    guard count > 0, !wanted.isEmpty else { return nil }
    var place = includingStart ? row : row + step
    for _ in (0..<count).wanted("searching the names") {
      if place < 0 { place += count } else if place >= count { place -= count }
      if document.labels.has(wanted, at: classIndex(atRow: place)) { return place }
      place += step
    }
    return nil
  }
}

extension Int {
  /// The sum, or the end of the range where it would not fit.
  func advanced(clamping distance: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(distance)
    return overflow ? (distance > 0 ? .max : .min) : sum
  }
}
