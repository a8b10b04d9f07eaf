internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles

/// The arithmetic on the command line: an option for each row of the one list of settings, in its order.
struct ArithmeticOptions: ParsableArguments {
  @Option(setting: "algorithm") var algorithm: String?
  @Option(setting: "format") var format: String?
  @Option(setting: "accumulator") var accumulator: String?
  @Option(setting: "sum") var sum: String?
  @Option(setting: "block") var block: String?
  @Option(setting: "saturate") var saturate: String?
  @Option(setting: "flush_subnormals") var flushSubnormals: String?
  @Option(setting: "mask_value") var maskValue: String?
  @Option(setting: "masked_row") var maskedRow: String?
  @Option(setting: "masked_start") var maskedStart: String?
  @Option(setting: "divide_after_shift") var divideAfterShift: String?
  @Option(setting: "drop_zero_weights") var dropZeroWeights: String?
  @Option(setting: "log_guard") var logGuard: String?

  /// What was given, by the key of the setting.
  private var texts: [String: String?] {
    [
      "algorithm": algorithm,
      "format": format,
      "accumulator": accumulator,
      "sum": sum,
      "block": block,
      "saturate": saturate,
      "flush_subnormals": flushSubnormals,
      "mask_value": maskValue,
      "masked_row": maskedRow,
      "masked_start": maskedStart,
      "divide_after_shift": divideAfterShift,
      "drop_zero_weights": dropZeroWeights,
      "log_guard": logGuard,
    ]
  }

  /// Changes a document's arithmetic, the algorithm and the format before the rest.
  func change(_ arithmetic: inout Arithmetic) throws(BadInput) {
    for option in ArithmeticOption.catalog {
      guard let text = texts[option.key] ?? nil else { continue }
      do throws(Refusal) {
        try option.set(text, &arithmetic)
      } catch {
        throw BadInput("--\(option.word): \(visible(error.sentence))")
      }
    }
  }
}

extension Option<String?> {
  fileprivate init(setting key: String) {
    guard let option = ArithmeticOption.named(key) else { preconditionFailure("no setting \(key)") }
    let examples = option.choices.isEmpty ? "" : ": " + option.choices.joined(separator: ", ")
    self.init(
      name: .customLong(option.word), parsing: .unconditional,
      help: ArgumentHelp(
        "\(option.title)\(examples).", valueName: option.valueName.lowercased()))
  }
}
