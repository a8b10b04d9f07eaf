import Foundation
import Testing

/// Times `eval` on long rows, the program's start included; prints and asserts nothing.
///
/// `LOGITSCOPE_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter EvalBenchmark`
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LOGITSCOPE_BENCH"] == "1"))
struct EvalBenchmark {
  @Test(arguments: [1000, 4000, 16_000])
  func `a row of many classes`(count: Int) throws {
    let logits = (0..<count).map { "\(Double($0 * 7919 % count) / Double(count) * 8 - 4)" }
    let input = logits.joined(separator: "\n")
    for options in [
      ["--json"], ["--json", "--algorithm", "naive", "--target", "0"],
      ["--trace", "--algorithm", "naive"], ["--trace", "--json", "--algorithm", "online"],
    ] {
      let time = try ContinuousClock().measure {
        _ = try Program.run(["eval"] + options + ["-"], input: input)
      }
      print("\(count) classes, eval \(options.joined(separator: " ")):", time)
    }
  }
}
