internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel

/// A computation written out: every value of every stage with what happened there.
struct TraceReport {
  let document: Document
  let run: EmulatedRow
  let exact: LogitRow
  let fault: TraceFault?

  var arithmetic: Arithmetic { document.arithmetic }
  var format: NumberFormat { run.settings.storage }

  init(_ document: Document) throws(BadInput) {
    guard !document.arithmetic.isExact else {
      let names = Arithmetic.algorithmNames.dropFirst().joined(separator: ", ")
      throw BadInput("--trace needs an algorithm whose steps it can show: \(names).")
    }
    self.document = document
    exact = document.row
    run = EmulatedRow(
      exact.logits.array, temperature: exact.temperature, settings: document.arithmetic.settings)
    fault = run.fault(watching: exact.count > 0 ? document.targetClass : nil)
  }

  /// The report to read; of more classes than the limit only the first, the last and those at the
  /// fault are shown.
  func text(limit: Int = .max) -> String {
    let shown = shownClasses(limit: limit)
    var lines = [arithmetic.sentence, ""] + stages(shown).lines
    lines += [""] + TextTable.pairs(run.rowSteps.map { ($0.name, text(of: $0.cell)) })
    lines += ["", faultSentence, ""] + results(shown).lines
    return lines.joined(separator: "\n") + "\n"
  }

  var faultSentence: String { fault?.sentence ?? "No step up to p and log p goes wrong." }

  func text(_ value: Double) -> String { storedText(value, in: format) }

  private func text(of cell: TraceCell) -> String {
    cell.event.map { "\(text(cell.value)) \($0.word)" } ?? text(cell.value)
  }

  /// nil stands for the classes left out at that place.
  private func shownClasses(limit: Int) -> [Int?] {
    guard run.count > limit else { return Array(run.logits.indices) }
    let target = document.targetClass
    let places = [target, fault?.index ?? 0].flatMap { [$0 - 1, $0, $0 + 1] }
    let indices = Set([0, 1, 2, run.count - 1] + places)
      .filter { run.logits.indices.contains($0) }.sorted()
    var shown: [Int?] = []
    for index in indices {
      if let last = shown.last, let last, last + 1 < index { shown.append(nil) }
      shown.append(index)
    }
    return shown
  }

  private func stages(_ shown: [Int?]) -> TextTable {
    var columns = [names(shown)]
    for stage in run.stages {
      let cells = shown.map { $0.map { run.cell(stage.kind, at: $0) } }
      columns.append(
        TextTable.Column(heading: stage.name, cells: cells.map { $0.map { text($0.value) } ?? "…" })
      )
      // Words follow the numbers, so that the numbers stay aligned.
      guard cells.contains(where: { $0?.event != nil }) else { continue }
      columns.append(
        TextTable.Column(heading: "", cells: cells.map { $0?.event?.word ?? "" }, isLeft: true))
    }
    return TextTable(columns: columns)
  }

  private func names(_ shown: [Int?]) -> TextTable.Column {
    TextTable.Column(
      heading: "class", cells: shown.map { $0.map { visible(document.labels[$0]) } ?? "…" },
      isLeft: true)
  }

  /// p and log p of each class against the true values.
  private func results(_ shown: [Int?]) -> TextTable {
    var columns = [names(shown)]
    for (name, quantity) in [("p", Quantity.probability), ("log p", Quantity.logProbability)] {
      let readings = shown.map { $0.map { Reading(quantity($0), self) } }
      columns += [
        TextTable.Column(
          heading: name, cells: readings.map { $0.map { text($0.value) } ?? "…" }),
        TextTable.Column(
          heading: "exact", cells: readings.map { $0.map { text($0.truth) } ?? "…" }),
        TextTable.Column(heading: "off by", cells: readings.map { $0?.errorText ?? "…" }),
      ]
    }
    return TextTable(columns: columns)
  }
}

/// A result, what it should be, and the distance.
struct Reading {
  let value: Double
  let truth: Double
  let error: Double

  init(_ quantity: Quantity, _ report: TraceReport) {
    value = quantity.emulated(in: report.run).value
    truth = quantity.exact(of: report.exact, in: report.format.keepingSubnormals)
    error = report.exact.ulpError(of: value, for: quantity, in: report.format)
  }

  var errorText: String {
    if value == truth || (value.isNaN && truth.isNaN) { return "=" }
    if error.isInfinite { return "all" }
    let text =
      error >= 1e5
      ? DecimalText.scientific(error, significantDigits: 2)
      : error < 100
        ? DecimalText.significant(error, digits: 2) : DecimalText.fixed(error, fractionDigits: 0)
    return text + " ulps"
  }
}

/// A number of a format: an integer with all its digits, else the shortest text that names it there.
func storedText(_ value: Double, in format: NumberFormat) -> String {
  value.rounded() == value && value.magnitude < 1e7
    ? DecimalText.shortest(value) : DecimalText.shortest(value, in: format)
}

extension Arithmetic {
  /// What produced the numbers, with every setting that is not as usual.
  var sentence: String {
    let others = ArithmeticOption.catalog.filter {
      !$0.isNamedInSummary && $0.text(self) != $0.text(.exact)
    }
    guard !isExact else { return "True values, rounded once to \(settings.storage.name)." }
    let words = summary.hasSuffix(" *") ? String(summary.dropLast(2)) : summary
    let all = [words] + others.map { "\($0.word) \($0.text(self))" }
    return "Computed in \(all.joined(separator: ", ")); each operation rounded."
  }
}
