internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel
internal import LogitViews
internal import TerminalCells

/// All numbers of a document, for reading or as JSON.
struct EvalReport {
  let document: Document
  private let row: LogitRow
  private let target: LossTarget?

  init(_ document: Document) {
    self.document = document
    row = LogitRow(document.effectiveLogits, temperature: document.temperature)
    target = document.lossTarget
  }

  /// A row a class under headings, then the numbers about all of them.
  func table(digits: Int) -> String {
    var columns = [("class", document.labels.map { visible($0) }, true)]
    for column in self.columns(digits: digits) { columns.append((column.0, column.1, false)) }
    let cells = columns.map { [$0.0] + $0.1 }
    let widths = cells.map { $0.map { CellWidth.of($0) }.max() ?? 0 }
    let lines = (0...document.count).map { line in
      columns.indices.map { column in
        let text = cells[column][line]
        let space = String(repeating: " ", count: widths[column] - CellWidth.of(text))
        return columns[column].2 ? text + space : space + text
      }.joined(separator: "  ")
    }
    let totals = totals.map { name, value in
      name + String(repeating: " ", count: 16 - name.count) + value.text(digits: digits)
    }
    return (lines + [""] + totals).joined(separator: "\n") + "\n"
  }

  private func columns(digits: Int) -> [(String, [String])] {
    let indices = document.logits.indices
    let logits = indices.map { index in
      DecimalText.shortest(document.logits[index]) + (document.isMasked[index] ? " masked" : "")
    }
    var columns = [("logit", logits)]
    func add(_ name: String, _ text: (Int) -> String) { columns.append((name, indices.map(text))) }
    add("p") { CellContent.probability(row, at: $0).text(digits: digits) }
    add("log p") { CellContent.logProbability(row, at: $0).text(digits: digits) }
    add("sigmoid") {
      CellContent.sigmoid(document.effectiveLogit(at: $0), temperature: row.temperature)
        .text(digits: digits)
    }
    if document.target != .none {
      add("target") { DecimalText.shortest(document.target.weight(at: $0)) }
      let reading = LossReading(document, row)
      add("gradient") { reading?.gradientCell(at: $0).text(digits: digits) ?? "" }
    }
    return columns
  }

  /// Of the document's loss with respect to each logit.
  private var gradient: [Double] {
    switch document.loss {
    case .crossEntropy: target.map { row.crossEntropyGradient($0) } ?? []
    case .binaryCrossEntropy:
      document.logits.indices.map {
        binaryCrossEntropyWithLogitsGradient(
          document.effectiveLogit(at: $0), target: document.target.weight(at: $0),
          temperature: row.temperature)
      }
    }
  }

  /// The sum of a yes-or-no question a class, where that is the document's loss.
  private var binaryLoss: Double? {
    guard document.loss == .binaryCrossEntropy, target != nil else { return nil }
    return binaryCrossEntropyWithLogits(
      sumOver: document.effectiveLogits,
      targets: document.logits.indices.map(document.target.weight),
      temperature: row.temperature)
  }

  private var totals: [(String, CellContent)] {
    var totals = [
      ("temperature", .number(row.temperature)),
      ("log-sum-exp", CellContent.logSumExp(row.logSumExp(), of: row)),
      ("entropy, nats", CellContent.entropy(row.entropy(), of: row)),
      ("entropy, bits", CellContent.entropy(row.entropyInBits(), of: row)),
      (
        "perplexity",
        CellContent.perplexity(row.perplexity(), lessOne: row.perplexityLessOne(), of: row)
      ),
    ]
    if let reading = LossReading(document, row) {
      totals.append(("cross-entropy", reading.crossEntropyCell))
      if reading.isBinary { totals.append(("binary loss", reading.totalCell)) }
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
      ("probabilities", list(indices.map { number(row.probability(at: $0)) })),
      ("log_probabilities", list(indices.map { number(row.logProbability(at: $0)) })),
      ("logsumexp", number(row.logSumExp())), ("entropy", number(row.entropy())),
      ("entropy_bits", number(row.entropyInBits())), ("perplexity", number(row.perplexity())),
    ]
    let logits = document.effectiveLogits
    let sigmoids = logits.map { number(sigmoid($0, temperature: row.temperature)) }
    members.append(("sigmoids", list(sigmoids)))
    if let target {
      members.append(("loss", jsonString(document.loss.rawValue)))
      members.append(("cross_entropy", number(row.crossEntropy(target))))
      if let binaryLoss { members.append(("binary_cross_entropy", number(binaryLoss))) }
      members.append(("gradient", list(gradient.map(number))))
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

extension Document {
  /// The target as the kernel takes it; nil without one or without classes.
  fileprivate var lossTarget: LossTarget? {
    guard count > 0 else { return nil }
    switch target {
    case .none: return nil
    case .index(let index): return .index(index, labelSmoothing: labelSmoothing)
    case .weights(let weights): return .distribution(weights, labelSmoothing: labelSmoothing)
    }
  }
}
