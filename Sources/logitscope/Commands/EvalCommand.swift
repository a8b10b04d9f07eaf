internal import ArgumentParser

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Print the numbers, for reading or for scripts.",
    discussion: """
      Every number is the true value, rounded once.

      EXAMPLES
        logitscope eval --logits 2,1,0.1 --target 0
        logitscope eval --json --preset digit-wrong
        echo '{"id": 1, "function": "softmax", "logits": [2, 1, 0.1]}' | logitscope eval --jsonl

      With --jsonl each line of standard input is a request and is answered by one line:
        {"id": …, "function": "softmax", "logits": […], "temperature": 1, "format": "binary64"}
        {"id": …, "format": "binary64", "value": […]}  or  {"id": …, "error": "…"}
      function: \(functionNames)
      further: target, target_probs, label_smoothing (cross_entropy…), targets (bce…), logits2 (kl),
      saturate. The temperature divides the logits of a row; sigmoid, log_sigmoid, softplus, logit and
      bce… take each as it is. Numbers may be strings: "inf", "nan", "0x1.8p+1". Values are C hex floats.
      """)

  private static var functionNames: String {
    EvalFunction.allCases.map(\.rawValue).joined(separator: " ")
  }

  @OptionGroup var document: DocumentOptions

  @Flag(help: "One JSON object.")
  var json = false

  @Flag(help: "Answer JSON requests, one a line, from standard input.")
  var jsonl = false

  @Option(help: "Decimals in the table, 0 to 17.")
  var digits = 6

  func validate() throws {
    guard (0...17).contains(digits) else { throw ValidationError("--digits is 0 to 17.") }
  }

  func run() throws {
    if jsonl { return JSONLines.run() }
    let report = EvalReport(try document.document())
    StandardOutput.write(json ? report.json : report.table(digits: digits))
  }
}
