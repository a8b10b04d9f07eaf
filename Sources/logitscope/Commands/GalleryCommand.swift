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
      throw BadInput("There is no case “\(visible(name))”; logitscope gallery lists them.")
    }
    var document = try Document(preset: known.name)
    try arithmetic.change(&document.arithmetic)
    StandardOutput.write(try GalleryReport(known, document).text)
  }
}

/// A case of the gallery as text.
struct GalleryReport {
  private let trace: TraceReport
  private let result: GalleryResult

  init(_ known: GalleryCase, _ document: Document) throws(BadInput) {
    trace = try TraceReport(document)
    result = GalleryResult(rawValue: known.result) ?? .logProbability
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
      result.scalar(in: document) == nil
      ? trace.text(limit: 10) : scalarSteps.joined(separator: "\n") + "\n"
    let heading = ["\(result.title(in: document)), \(truth) exactly:", ""]
    return (title + [steps] + heading + table.lines).joined(separator: "\n") + "\n"
  }

  /// The true value as binary64.
  private var truth: String {
    let value =
      result.quantity(in: document).map { trace.exact.exact($0) }
      ?? result.scalar(in: document)?.exact() ?? 0
    return DecimalText.shortest(value)
  }

  /// Both forms of a function of one logit.
  private var scalarSteps: [String] {
    guard let scalar = result.scalar(in: document) else { return [] }
    let settings = trace.arithmetic.settings
    return EmulatedScalar.Form.allCases.flatMap { form in
      let steps = scalar.emulated(form, settings: settings).steps
      let pairs = steps.map { step in
        let text = trace.text(step.cell.value)
        return (name: step.name, value: step.cell.event.map { "\(text)   \($0.word)" } ?? text)
      }
      return ["\(settings.storage.name), \(form.rawValue) form"]
        + TextTable.pairs(pairs).map { "  " + $0 } + [""]
    }.dropLast()
  }

  private var table: TextTable {
    let table = ResultTable(result, of: document)
    var columns = [
      TextTable.Column(heading: "", cells: table.rows.map(\.format.name), isLeft: true)
    ]
    for (index, name) in table.columns.enumerated() {
      columns.append(
        TextTable.Column(
          heading: name, cells: table.rows.map { $0.cells[index].text(in: $0.format) }))
    }
    columns.append(
      TextTable.Column(
        heading: "exact",
        cells: table.rows.map { DecimalText.shortest($0.truth, in: $0.format) }))
    return TextTable(columns: columns)
  }
}
