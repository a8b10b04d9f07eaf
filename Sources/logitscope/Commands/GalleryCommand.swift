internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel
internal import LogitscopeResources

struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "List the cases in which floating-point arithmetic goes wrong, or print one.",
    discussion: """
      A case is printed with its stages, its first bad step, and its result in every number format by \
      every algorithm: = for the correctly rounded value, 3.2u for an error of 3.2 ulps, or else the \
      value. Another format or algorithm may be given.

      EXAMPLES
        logitscope gallery
        logitscope gallery quiet-winner
        logitscope gallery silent-sum --accumulator binary32
        logitscope --preset silent-sum
      """)

  @Argument(help: "The case.") var name: String?

  @OptionGroup(title: "Arithmetic") var arithmetic: ArithmeticOptions

  func run() throws {
    guard let name else { return StandardOutput.write(GalleryReport.list) }
    guard let known = GalleryCase.all.first(where: { $0.name == name }) else {
      throw BadInput("There is no case “\(quoted(name))”; logitscope gallery lists them.")
    }
    var document = try Document(preset: known.name)
    try arithmetic.change(&document.arithmetic)
    StandardOutput.write(try GalleryReport(known, document).text)
  }
}

/// A case of the gallery as text.
struct GalleryReport {
  private let trace: TraceReport
  private let result: Quantity.Kind
  private let quantity: Quantity

  init(_ known: GalleryCase, _ document: Document) throws(BadInput) {
    trace = try TraceReport(document)
    result = Quantity.Kind(rawValue: known.result) ?? .logProbability
    quantity = result.quantity(in: document, selection: document.targetClass)
  }

  /// Each name with its note.
  static var list: String {
    let pairs = GalleryCase.all.map { known in
      (
        name: known.name,
        value: DocumentSummary(toml: String(decoding: known.bytes, as: UTF8.self))?.note ?? ""
      )
    }
    return TextTable.pairs(pairs).joined(separator: "\n") + "\n"
  }

  private var document: Document { trace.document }

  var text: String {
    let title = [document.name, document.note, ""]
    let steps =
      scalarSteps.isEmpty
      ? trace.text(limit: 10) : scalarSteps.joined(separator: "\n") + "\n"
    let name = result.title(in: document, selection: document.targetClass)
    let truth = DecimalText.shortest(quantity.exact(of: trace.exact))
    return (title + [steps] + ["\(name), \(truth) exactly:", ""] + table.lines)
      .joined(separator: "\n") + "\n"
  }

  /// Both forms of a function of one logit; empty for other results.
  private var scalarSteps: [String] {
    guard case .logit(let function, let index) = quantity else { return [] }
    return GalleryReport.forms.flatMap { name, algorithm in
      var settings = trace.arithmetic.settings
      settings.algorithm = algorithm
      let run = function.emulated(
        trace.exact.logits[index], temperature: trace.exact.temperature, settings: settings)
      let pairs = run.steps.map { step in
        let text = trace.text(step.cell.value)
        return (name: step.name, value: step.cell.event.map { "\(text)   \($0.word)" } ?? text)
      }
      return ["\(settings.storage.name), \(name) form"]
        + TextTable.pairs(pairs).map { "  " + $0 } + [""]
    }.dropLast()
  }

  /// The two forms of a function of one logit, each with an algorithm that takes it.
  private static let forms: [(name: String, algorithm: Algorithm)] = [
    ("plain", .naive), ("careful", .shifted),
  ]

  private var table: TextTable {
    let table = FormatsTable(
      row: trace.exact, quantity: quantity, settings: trace.arithmetic.settings)
    var shown = table.algorithms.map { (name: $0.name, algorithm: $0) }
    if case .logit = quantity { shown = GalleryReport.forms }
    var columns = [
      TextTable.Column(heading: "", cells: table.formats.map(\.name), isLeft: true)
    ]
    for (name, algorithm) in shown {
      let place = table.algorithms.firstIndex(of: algorithm) ?? 0
      let cells = table.formats.indices.map {
        table.cells[$0][place].text(in: table.formats[$0])
      }
      columns.append(TextTable.Column(heading: name, cells: cells))
    }
    let truths = zip(table.truths, table.formats).map { DecimalText.shortest($0, in: $1) }
    return TextTable(columns: columns + [TextTable.Column(heading: "exact", cells: truths)])
  }
}
