import Foundation
import Testing

/// Times the way from a key to the frame that answers it; prints and asserts nothing.
///
/// `LOGITSCOPE_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter LatencyBenchmark`
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["LOGITSCOPE_BENCH"] == "1"), .serialized)
struct LatencyBenchmark {
  /// What is pressed in turn, so that no frame is known from before.
  static let keys: [(name: String, keys: [String])] = [
    ("a logit edited", ["\u{1B}[C"]), ("moved", ["\u{1B}[B", "\u{1B}[A"]),
    ("undone and done", ["u", "\u{12}"]), ("temperature", ["<"]),
  ]

  @Test(arguments: [3, 262_144, 1_000_000])
  func `from a key to its frame`(count: Int) async throws {
    let numbers = (0..<count).map { "\(Double($0 * 7919 % 100_003) / 10_000 - 5)" }
    let terminal = try ProgramTerminal(("logits.txt", numbers.joined(separator: "\n")))
    try await terminal.read(until: "logits")
    _ = terminal.answerTime("\u{1B}[C")
    for (name, keys) in Self.keys {
      let times = (0..<61).map { terminal.answerTime(keys[$0 % keys.count]) }.sorted()
      print("\(count) logits, \(name): \(times[30] / .milliseconds(1)) ms")
    }
    terminal.type("qd")
  }
}
