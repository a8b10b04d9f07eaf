internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel
internal import LogitViews
internal import TerminalCells

/// All numbers of a document, for reading or as JSON.
struct EvalReport {
  let document: Document
  private let row: LogitRow
  private let numbers: EvalNumbers

  init(_ document: Document) {
    self.document = document
    row = document.row
    numbers = EvalNumbers(document, row)
  }

  /// A row a class under headings, then the numbers about all of them, and what made them where that
  /// is not exact arithmetic.
  func table(digits: Int) -> String {
    var lines = TextTable(columns: columns(digits: digits)).lines + [""]
    lines += TextTable.pairs(totals.map { ($0, $1.text(digits: digits)) })
    if !document.arithmetic.isPlain {
      lines += ["", document.arithmetic.sentence]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func columns(digits: Int) -> [TextTable.Column] {
    let indices = document.logits.indices
    let logits = indices.map { index in
      DecimalText.shortest(document.logits[index]) + (document.isMasked[index] ? " masked" : "")
    }
    let labels = document.labels.map { visible($0) }
    var columns = [
      TextTable.Column(heading: "class", cells: labels, isLeft: true),
      TextTable.Column(heading: "logit", cells: logits),
    ]
    func add(_ name: String, _ content: (Int) -> CellContent) {
      let cells = indices.map { content($0).text(digits: digits) }
      columns.append(TextTable.Column(heading: name, cells: cells))
    }
    add("p") { cell(numbers.probability($0), .probability(row, at: $0)) }
    add("log p") { cell(numbers.logProbability($0), .logProbability(row, at: $0)) }
    add("sigmoid") { index in
      cell(
        numbers.sigmoid(index),
        .sigmoid(document.effectiveLogit(at: index), temperature: row.temperature))
    }
    guard document.target != .none else { return columns }
    add("target") { .word(DecimalText.shortest(document.target.weight(at: $0)), .plain) }
    let reading = LossReading(document, row)
    add("gradient") { index in
      cell(numbers.gradient(index) ?? .nan, reading?.gradientCell(at: index) ?? .word("", .plain))
    }
    return columns
  }

  /// The number by the document's arithmetic; where that is plain, a cell that also tells what no
  /// Double holds.
  private func cell(
    _ value: @autoclosure () -> Double, _ exact: @autoclosure () -> CellContent
  ) -> CellContent {
    document.arithmetic.isPlain ? exact() : .word(storedText(value(), in: numbers.format), .plain)
  }

  private var totals: [(String, CellContent)] {
    var totals = [
      ("temperature", .number(row.temperature)),
      ("log-sum-exp", cell(numbers.logSumExp, .logSumExp(row.logSumExp(), of: row))),
      ("entropy, nats", cell(numbers.entropy, .entropy(row.entropy(), of: row))),
      ("entropy, bits", cell(numbers.entropyInBits, .entropy(row.entropyInBits(), of: row))),
      (
        "perplexity",
        cell(
          numbers.perplexity,
          .perplexity(row.perplexity(), lessOne: row.perplexityLessOne(), of: row))
      ),
      ("margin", cell(numbers.margin, .number(row.gapBetweenBestTwo()))),
      ("top-two gap", cell(numbers.probabilityGap, .number(row.probabilityGap()))),
    ]
    if let reading = LossReading(document, row) {
      totals.append(("cross-entropy", cell(numbers.crossEntropy ?? .nan, reading.crossEntropyCell)))
      totals.append(
        ("Brier score", cell(numbers.brierScore ?? .nan, .number(numbers.brierScore ?? .nan))))
      if reading.isBinary {
        totals.append(("binary loss", cell(numbers.binaryLoss ?? .nan, reading.totalCell)))
      }
    }
    return totals
  }

  /// One JSON object; what is not finite is a string, as JSON has no such numbers.
  var json: String {
    let indices = document.logits.indices
    var members = [
      ("name", jsonString(document.name)),
      ("labels", list(document.labels.map(jsonString))),
      ("logits", list(document.effectiveLogits.map(number))),
      ("temperature", number(row.temperature)),
      ("probabilities", list(indices.map { number(numbers.probability($0)) })),
      ("log_probabilities", list(indices.map { number(numbers.logProbability($0)) })),
      ("logsumexp", number(numbers.logSumExp)), ("entropy", number(numbers.entropy)),
      ("entropy_bits", number(numbers.entropyInBits)), ("perplexity", number(numbers.perplexity)),
      ("margin", number(numbers.margin)), ("top_two_gap", number(numbers.probabilityGap)),
      ("sigmoids", list(indices.map { number(numbers.sigmoid($0)) })),
    ]
    if document.source.rows > 1 { members.append(("rows", "\(document.source.rows)")) }
    if let crossEntropy = numbers.crossEntropy {
      members.append(("loss", jsonString(document.loss.rawValue)))
      members.append(("cross_entropy", number(crossEntropy)))
      members.append(("brier", number(numbers.brierScore ?? .nan)))
      if let loss = numbers.binaryLoss { members.append(("binary_cross_entropy", number(loss))) }
      members.append(("gradient", list(indices.map { number(numbers.gradient($0) ?? .nan) })))
    }
    if !document.arithmetic.isPlain {
      members.append(("arithmetic", jsonString(document.arithmetic.sentence)))
    }
    return "{" + members.map { "\(jsonString($0)): \($1)" }.joined(separator: ", ") + "}\n"
  }

  private func number(_ value: Double) -> String {
    let text = DecimalText.shortest(value)
    return value.isFinite ? text : jsonString(text)
  }

  private func list(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ", ") + "]"
  }
}
