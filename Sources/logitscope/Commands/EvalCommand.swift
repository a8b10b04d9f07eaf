internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Print the numbers, for reading or for scripts.",
    discussion: """
      Every number is the true value, rounded once; with an algorithm, what a program computes that \
      executes it in the number format, each operation rounded. What the numbers alone do not show \
      is said on standard error.

      EXAMPLES
        logitscope eval --logits 2,1,0.1 --target 0
        logitscope eval --json --preset digit-wrong
        logitscope eval --trace --algorithm naive --logits 9,8
        logitscope eval --jsonl < requests.jsonl

      With --jsonl each line of standard input is a request, answered by one line:

        {"id": 1, "function": "softmax", "logits": [2, 1]}
        {"id": 1, "format": "binary64", "value": […]}
        {"id": 1, "error": "…"}

      Functions: \(functionNames).

      Further keys: temperature; target, target_probs and label_smoothing (cross_entropy…, brier…); \
      targets (bce…); logits2 (kl); and the settings of the arithmetic: \(settingNames). Any other \
      key is refused.

      The temperature divides the logits of a row; functions of one logit ignore it. Numbers may be \
      strings: "inf", "nan", "0x1.8p+1". Values are C hex floats.

      WITH AN ALGORITHM

      Inputs and T are rounded to the format, and then every operation once. Sums, and the rescaling \
      of the online algorithm, are formed in the accumulator and used without being rounded to the \
      format first. Pairwise sums split after the first half, rounded down. The loss of an index is \
      -log p, any other -Σ q·log p, and its gradient p - q or p·Σq - q, over T. Entropy is \
      Σ p·(-log p), divergence Σ p·(log p - log q) with the logarithms of the algorithm; 0·log 0 is \
      NaN unless drop_zero_weights. Bits are the entropy over log 2, the perplexity is e to it; the \
      complement is 1 - p, odds p over that, and log_odds their log. Functions of one logit have a plain form, used by naive, and a \
      careful one, used by every other algorithm. With a log_guard, losses are computed from \
      probabilities. exact ignores settings other than format, saturate and flush_subnormals.
      """)

  private static var functionNames: String {
    EvalFunction.allCases.map(\.rawValue).joined(separator: " ")
  }

  private static var settingNames: String {
    ArithmeticOption.catalog.map(\.key).joined(separator: " ")
  }

  @OptionGroup var document: DocumentOptions

  @Flag(help: "One JSON object.")
  var json = false

  @Flag(help: "Answer JSON requests, one per line, from standard input.")
  var jsonl = false

  @Flag(help: "Every step of the computation by an algorithm; with --json as JSON.")
  var trace = false

  @Option(help: "Decimals in the table, 0 to 17.")
  var digits = 6

  func validate() throws {
    guard (0...17).contains(digits) else { throw ValidationError("--digits is 0 to 17.") }
  }

  func run() throws {
    if jsonl { return JSONLines.run() }
    let document = try document.document()
    for notice in document.notices { StandardError.write("logitscope: \(visible(notice))\n") }
    if trace {
      let report = try TraceReport(document)
      return StandardOutput.write(json ? report.json : report.text())
    }
    let report = EvalReport(document)
    StandardOutput.write(json ? report.json : report.table(digits: digits))
  }
}
