internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel
internal import LogitscopeResources

/// Which document is looked at: a file, a preset or logits on the command line, and what is changed
/// about it.
struct DocumentOptions: ParsableArguments {
  @Argument(
    help:
      "A document (.toml), arrays (.npy .npz .safetensors .csv .tsv .json), other text, or - for standard input."
  )
  var file: String?

  @Option(help: "A document that comes with the program: a case of the gallery, or \(presetNames).")
  var preset: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Logits, separated by commas: 2,-1.5,1e3,-inf.", valueName: "numbers"))
  var logits: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Labels, separated by commas.", valueName: "words"))
  var labels: String?

  @Option(
    help: ArgumentHelp(
      "Labels from a file: a line each, a JSON list, or a model's tokenizer.json.",
      valueName: "file"))
  var labelsFrom: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("What divides the logits.", valueName: "number"))
  var temperature: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The right class: its index, counted from 0, or its label.", valueName: "class"))
  var target: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Weights of a soft target, separated by commas.", valueName: "numbers"))
  var targetProbabilities: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much of the target is spread over all classes, 0 to 1.", valueName: "number"))
  var labelSmoothing: String?

  @Option(
    help: ArgumentHelp(
      "Row to read from a file with several rows, counted from 0: --row 0 is row 1 of them.",
      valueName: "index"))
  var row: Int?

  @OptionGroup(title: "Arithmetic") var arithmetic: ArithmeticOptions

  private static var presetNames: String { Preset.all.map(\.name).joined(separator: ", ") }
}

extension DocumentOptions {
  /// The file that the document can be saved to again; nil when it came from elsewhere or is not a
  /// document but a vector.
  var path: String? {
    guard let file, file != "-", file.lowercased().hasSuffix(".toml") else { return nil }
    return file
  }

  /// The document the options ask for.
  func document() throws(BadInput) -> Document {
    guard let file else { return try changed(source()) }
    return try document(of: table(file))
  }

  /// A document without classes that rows of a stream will fill, with the options that fit it.
  func document(followed name: String) throws(BadInput) -> Document {
    guard [file, preset, logits, target, targetProbabilities].allSatisfy({ $0 == nil }), row == nil
    else {
      throw BadInput(
        "--follow takes its logits and targets from the stream; leave other ones away.")
    }
    guard labels == nil, labelsFrom == nil else {
      throw BadInput("--follow takes labels from the stream: {\"logits\": …, \"labels\": […]}.")
    }
    return try changed(Document(name: name, logits: []))
  }

  /// The same of a file that is already open.
  func document(of table: LogitTable) throws(BadInput) -> Document {
    let document: Document
    do throws(FileProblem) {
      document = try table.document(row: row ?? 0)
    } catch {
      throw BadInput(error, in: name)
    }
    return try changed(document)
  }

  /// All rows of the file; nil where none is given.
  func table() throws(BadInput) -> LogitTable? {
    guard let file else { return nil }
    return try table(file)
  }

  /// What the file is called in a sentence.
  var name: String { file.map { $0 == "-" ? "standard input" : $0 } ?? "" }

  private func source() throws(BadInput) -> Document {
    guard preset == nil || logits == nil else {
      throw BadInput("Give a file, --preset or --logits, only one of them.")
    }
    guard row == nil else { throw BadInput("--row chooses among the rows of a file; give a file.") }
    if let preset { return try Document(preset: preset) }
    if let logits { return Document(name: "logits", logits: try numbers(logits, "--logits")) }
    return try Document(preset: "flowers")
  }

  private func table(_ file: String) throws(BadInput) -> LogitTable {
    guard preset == nil, logits == nil else {
      throw BadInput("Give a file, --preset or --logits, only one of them.")
    }
    do throws(FileProblem) {
      guard file == "-" else { return try LogitTable(path: file) }
      return try LogitTable(bytes: try readAll(0), name: name)
    } catch {
      throw BadInput(error, in: name)
    }
  }

  private func changed(_ source: Document) throws(BadInput) -> Document {
    var document = source
    try change(&document)
    return document
  }

  private func change(_ document: inout Document) throws(BadInput) {
    try changeLabels(of: &document)
    if let temperature { document.temperature = try number(temperature, "--temperature") }
    if let target {
      guard targetProbabilities == nil else {
        throw BadInput("Give --target or --target-probabilities, not both.")
      }
      document.target = .index(try index(of: target, in: document))
    }
    if let targetProbabilities {
      document.target = .weights(try weights(targetProbabilities, count: document.count))
    }
    if let labelSmoothing {
      let smoothing = try number(labelSmoothing, "--label-smoothing")
      guard (0...1).contains(smoothing) else {
        throw BadInput("--label-smoothing is \(labelSmoothing); it must be between 0 and 1.")
      }
      document.labelSmoothing = smoothing
    }
    try arithmetic.change(&document.arithmetic)
  }

  private func changeLabels(of document: inout Document) throws(BadInput) {
    guard labels == nil || labelsFrom == nil else {
      throw BadInput("Give --labels or --labels-from, not both.")
    }
    if let labels {
      let names = labels.split(separator: ",", omittingEmptySubsequences: false)
      try name(&document, names.map { String($0) }, "--labels")
    }
    guard let path = labelsFrom else { return }
    let names: [String]
    do throws(FileProblem) {
      names = try classLabels(ofFile: Environment.expanded(path))
    } catch {
      throw BadInput(error, in: path)
    }
    try name(&document, names, path)
  }

  private func name(
    _ document: inout Document, _ names: [String], _ source: String
  ) throws(BadInput) {
    guard names.count == document.count else {
      throw BadInput(
        "\(visible(source)) has \(names.count) label\(names.count == 1 ? "" : "s"), and there "
          + (document.count == 1 ? "is 1 logit." : "are \(document.count) logits."))
    }
    document.labels = Labels(names.map(singleLine))
  }

  private func weights(_ text: String, count: Int) throws(BadInput) -> [Double] {
    let weights = try numbers(text, "--target-probabilities")
    guard weights.count == count else {
      throw BadInput(
        "--target-probabilities has \(weights.count) numbers, but there are \(count) logits.")
    }
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw BadInput("--target-probabilities: weights must be finite and not negative.")
    }
    return weights
  }

  private func index(of target: String, in document: Document) throws(BadInput) -> Int {
    if let index = document.labels.firstIndex(of: target) { return index }
    guard let index = Int(target) else {
      throw BadInput("--target: no class is called “\(quoted(target))”.")
    }
    guard document.logits.indices.contains(index) else {
      throw BadInput(
        "--target is \(index), and there are \(document.count) classes, counted from 0.")
    }
    return index
  }

  private func number(_ text: String, _ option: String) throws(BadInput) -> Double {
    guard let number = parseNumber(text) else {
      throw BadInput("\(option): “\(quoted(text))” is not a number.")
    }
    return number
  }

  private func numbers(_ text: String, _ option: String) throws(BadInput) -> [Double] {
    var numbers: [Double] = []
    let body =
      text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    for word in body.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      numbers.append(try number(String(word), option))
    }
    return numbers
  }
}
