internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel
internal import TerminalCells

/// All numbers of a document, for reading or as JSON.
struct EvalReport {
  let document: Document
  private let numbers: RowNumbers
  /// The rows of the table that the document is one of, where each has a target.
  var allRows: TableReport?

  init(_ document: Document) {
    self.document = document
    numbers = RowNumbers(document)
  }

  /// A row a class under headings, then the numbers about all of them, and what made them where that
  /// is not exact arithmetic.
  func table(digits: Int) -> String {
    var lines = TextTable(columns: columns(digits: digits)).lines + [""]
    lines += TextTable.pairs(totals(digits: digits))
    if !document.arithmetic.isPlain {
      lines += ["", document.arithmetic.sentence]
    }
    let all = allRows.map { "\nAll rows:\n\n" + $0.table(digits: digits) } ?? ""
    return lines.joined(separator: "\n") + "\n" + all
  }

  private func columns(digits: Int) -> [TextTable.Column] {
    let indices = document.logits.indices
    let values = document.logits.array
    let logits = indices.wanted("writing the logits").map { index in
      DecimalText.shortest(values[index]) + (document.isMasked[index] ? " masked" : "")
    }
    let labels = document.labels.map { visible($0) }
    var columns = [
      TextTable.Column(heading: "class", cells: labels, isLeft: true),
      TextTable.Column(heading: "logit", cells: logits),
    ]
    func add(_ name: String, _ quantity: (Int) -> Quantity) {
      let cells = indices.wanted("writing the column of \(name)").map {
        text(quantity($0), digits: digits)
      }
      columns.append(TextTable.Column(heading: name, cells: cells))
    }
    add("p") { .probability($0) }
    add("log p") { .logProbability($0) }
    add("sigmoid") { .logit(.sigmoid, $0) }
    guard let loss = numbers.loss else { return columns }
    let weights = indices.map { DecimalText.shortest(document.target.weight(at: $0)) }
    columns.append(TextTable.Column(heading: "target", cells: weights))
    add("gradient") { loss.gradient(at: $0) }
    return columns
  }

  /// The number by the document's arithmetic; where that is plain, also what no Double holds.
  private func text(_ quantity: Quantity, digits: Int) -> String {
    text(numbers.value(quantity), exactly: numbers.exactly(quantity), digits: digits)
  }

  private func text(
    _ value: @autoclosure () -> Double, exactly: @autoclosure () -> ShownNumber, digits: Int
  ) -> String {
    numbers.isPlain
      ? exactly().text(digits: digits)
      : storedText(value(), in: document.arithmetic.settings.storage)
  }

  private func totals(digits: Int) -> [(String, String)] {
    var quantities: [(String, Quantity)] = [
      ("log-sum-exp", .logSumExp), ("entropy, nats", .entropy), ("entropy, bits", .entropyInBits),
      ("perplexity", .perplexity), ("margin", .margin), ("top-two gap", .probabilityGap),
    ]
    if let loss = numbers.loss {
      quantities.append(("cross-entropy", loss.crossEntropy))
      quantities.append(("Brier score", .brierScore(loss.target)))
    }
    var totals = [("temperature", ShownNumber.number(document.temperature).text(digits: digits))]
    totals += quantities.map { ($0, text($1, digits: digits)) }
    if let sum = numbers.binaryLoss {
      totals.append(
        ("binary loss", text(sum, exactly: numbers.exactlyBinaryLoss, digits: digits)))
    }
    return totals
  }

  /// One JSON object; what is not finite is a string, as JSON has no such numbers.
  var json: String {
    var members = [
      ("name", jsonString(document.name)),
      ("labels", jsonList(document.labels.map(jsonString))),
      ("logits", jsonList(document.effectiveLogits.wanted("writing the logits").map(jsonNumber))),
      ("temperature", jsonNumber(document.temperature)),
      ("probabilities", list("the probabilities") { .probability($0) }),
      ("log_probabilities", list("the logarithms") { .logProbability($0) }),
      ("logsumexp", value(.logSumExp)), ("entropy", value(.entropy)),
      ("entropy_bits", value(.entropyInBits)), ("perplexity", value(.perplexity)),
      ("margin", value(.margin)), ("top_two_gap", value(.probabilityGap)),
      ("sigmoids", list("the sigmoids") { .logit(.sigmoid, $0) }),
    ]
    if document.source.rows > 1 { members.append(("rows", "\(document.source.rows)")) }
    if let loss = numbers.loss {
      members.append(("loss", jsonString(document.loss.rawValue)))
      members.append(("cross_entropy", value(loss.crossEntropy)))
      members.append(("brier", value(.brierScore(loss.target))))
      if let sum = numbers.binaryLoss { members.append(("binary_cross_entropy", jsonNumber(sum))) }
      members.append(("gradient", list("the gradient") { loss.gradient(at: $0) }))
    }
    if !document.arithmetic.isPlain {
      members.append(("arithmetic", jsonString(document.arithmetic.sentence)))
    }
    if let allRows { members.append(("all_rows", allRows.json)) }
    return jsonObject(members) + "\n"
  }

  /// A number of each class.
  private func list(_ name: String, _ quantity: (Int) -> Quantity) -> String {
    jsonList(document.logits.indices.wanted("writing \(name)").map { value(quantity($0)) })
  }

  private func value(_ quantity: Quantity) -> String { jsonNumber(numbers.value(quantity)) }
}
