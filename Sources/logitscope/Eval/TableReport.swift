internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel

/// How well all rows of a table do at their targets, for reading or as JSON.
struct TableReport {
  private let score: TableScore
  /// The first row, for the settings that hold for all.
  private let first: Document
  private let worst: [Row]

  private static let worstCount = 5
  /// How many rows a line names.
  private static let namedCount = 10

  /// One of the worst rows, with the class that was predicted.
  private struct Row {
    let index: Int
    let loss: Double
    let target: Int
    let predicted: Int?
    let numbers: RowNumbers

    func label(_ index: Int?) -> String? { index.map { numbers.document.labels[$0] } }
  }

  /// - Throws: Which row cannot be read.
  init(_ table: LogitTable, targets: [Int], like first: Document) throws(FileProblem) {
    self.first = first
    score = try TableScore(table, targets: targets, like: first)
    var worst: [Row] = []
    for index in score.worst(Self.worstCount) {
      var document = try table.document(row: index)
      document.temperature = first.temperature
      document.labelSmoothing = first.labelSmoothing
      document.target = .index(targets[index])
      let likeliest = LogitRow(document.logits, temperature: document.temperature).likeliest
      worst.append(
        Row(
          index: index, loss: score.losses[index], target: targets[index], predicted: likeliest,
          numbers: RowNumbers(document)))
    }
    self.worst = worst
  }

  /// The numbers about all rows, and then the worst of them.
  func table(digits: Int) -> String {
    var lines = TextTable.pairs(totals(digits: digits))
    for (words, rows) in odd where !rows.isEmpty {
      let list = rows.prefix(Self.namedCount).map { String($0) }.joined(separator: ", ")
      let more = rows.count > Self.namedCount ? " and \(rows.count - Self.namedCount) more" : ""
      lines.append("The loss is \(words) in --row \(list)\(more).")
    }
    if !worst.isEmpty { lines += [""] + TextTable(columns: columns(digits: digits)).lines }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What keeps a mean from being a number, and in which rows.
  private var odd: [(String, [Int])] {
    [("infinite", score.rows { $0.isInfinite }), ("NaN", score.rows { $0.isNaN })]
  }

  private func totals(digits: Int) -> [(String, String)] {
    func text(_ number: Double) -> String { ShownNumber.number(number).text(digits: digits) }
    var totals = [("rows", String(score.count)), ("temperature", text(first.temperature))]
    if first.labelSmoothing != 0 { totals.append(("label smoothing", text(first.labelSmoothing))) }
    totals.append(("accuracy", "\(text(score.accuracy)), \(score.correct) of \(score.count)"))
    totals.append(("mean cross-entropy", text(score.mean)))
    let finite = score.finite.count
    if finite < score.count {
      totals.append(
        (
          "mean of the finite",
          "\(text(score.meanOfFinite)), \(finite) row\(finite == 1 ? "" : "s")"
        ))
    }
    return totals
  }

  private func columns(digits: Int) -> [TextTable.Column] {
    func column(
      _ heading: String, isLeft: Bool = false, _ cell: (Row) -> String
    )
      -> TextTable.Column
    {
      TextTable.Column(heading: heading, cells: worst.map(cell), isLeft: isLeft)
    }
    func exactly(_ row: Row, _ quantity: Quantity?) -> String {
      quantity.map { row.numbers.exactly($0).text(digits: digits) } ?? "–"
    }
    return [
      column("--row") { String($0.index) },
      column("loss") { exactly($0, $0.numbers.loss?.crossEntropy) },
      column("target", isLeft: true) { visible($0.label($0.target) ?? "") },
      column("predicted", isLeft: true) { visible($0.label($0.predicted) ?? "–") },
      column("p") { row in exactly(row, row.predicted.map { .probability($0) }) },
    ]
  }

  /// One JSON object; what is not finite is a string, as JSON has no such numbers.
  var json: String {
    var members = [
      ("name", jsonString(first.name)), ("rows", String(score.count)),
      ("temperature", jsonNumber(first.temperature)),
      ("label_smoothing", jsonNumber(first.labelSmoothing)),
      ("correct", String(score.correct)), ("accuracy", jsonNumber(score.accuracy)),
      ("mean_cross_entropy", jsonNumber(score.mean)),
    ]
    if score.finite.count < score.count {
      members.append(("mean_of_finite", jsonNumber(score.meanOfFinite)))
    }
    for (words, rows) in odd {
      members.append(("\(words.lowercased())_rows", jsonList(rows.map { String($0) })))
    }
    members.append(("worst", jsonList(worst.map(json))))
    return jsonObject(members)
  }

  private func json(_ row: Row) -> String {
    let p = row.predicted.map { row.numbers.value(.probability($0)) }
    return jsonObject([
      ("row", String(row.index)), ("loss", jsonNumber(row.loss)),
      ("target", String(row.target)), ("target_label", jsonString(row.label(row.target) ?? "")),
      ("predicted", row.predicted.map { String($0) } ?? "null"),
      ("predicted_label", row.label(row.predicted).map(jsonString) ?? "null"),
      ("p", p.map(jsonNumber) ?? "null"),
    ])
  }
}

/// A number with all digits.
func jsonNumber(_ value: Double) -> String {
  let text = DecimalText.shortest(value)
  return value.isFinite ? text : jsonString(text)
}

func jsonList(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

func jsonObject(_ members: [(String, String)]) -> String {
  "{" + members.map { "\(jsonString($0)): \($1)" }.joined(separator: ", ") + "}"
}
