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
        logitscope eval logits.npy --targets targets.npy
        logitscope eval --jsonl < requests.jsonl

      With --targets, or for a table with a column of targets, the rows are counted from 0, as --row \
      takes them. The loss of each row is the true value, rounded once; their sum is formed exactly and \
      rounded, and then divided by their number. A row is right where the first of its likeliest \
      classes is the target. Rows of an infinite loss, or of NaN, are named.

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

  @Option(
    help: ArgumentHelp(
      "Targets of all rows, from a file: numbers in a .npy, or an index or label a line.",
      valueName: "file"))
  var targets: String?

  @Option(help: "Decimals in the table, 0 to 17.")
  var digits = 6

  func validate() throws {
    guard (0...17).contains(digits) else { throw ValidationError("--digits is 0 to 17.") }
  }

  func run() throws { try CommandProgress.shown(evaluate) }

  private func evaluate() throws {
    if jsonl { return JSONLines.run() }
    if let targets { return try runRows(targetsFrom: targets) }
    guard let table = try document.labelledTable() else { return try run(document.document()) }
    try run(document.document(of: table), of: table)
  }

  /// One row, and then all rows of a table where each has a target.
  private func run(_ first: Document, of table: LogitTable? = nil) throws {
    for notice in first.notices { StandardError.write("logitscope: \(visible(notice))\n") }
    if trace {
      let report = try TraceReport(first)
      return StandardOutput.write(json ? report.json : report.text())
    }
    var report = EvalReport(first)
    if let table, table.count > 1, document.otherThanRows == nil, let targets = table.targets {
      if first.arithmetic.isPlain {
        report.allRows = try document.report(table, targets: targets, like: first)
      } else {
        StandardError.write(
          "logitscope: The loss of all rows is left out; it is computed exactly.\n")
      }
    }
    StandardOutput.write(json ? report.json : report.table(digits: digits))
  }

  /// All rows of a table, with targets from a file of their own.
  private func runRows(targetsFrom path: String) throws {
    guard !trace else { throw BadInput("--trace is about one row and --targets about all.") }
    let table = try document.table(targetsFrom: path)
    let first = try document.document(of: table)
    for notice in table.notices { StandardError.write("logitscope: \(visible(notice))\n") }
    let report = try document.report(table, targets: table.targets ?? [], like: first)
    StandardOutput.write(json ? report.json + "\n" : report.table(digits: digits))
  }
}
