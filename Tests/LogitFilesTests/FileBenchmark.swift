import Foundation
import LogitExplorer
import LogitFiles
import TestSupport
import Testing

/// Times the reading of a million labels and logits; prints and asserts nothing.
///
/// `LOGITSCOPE_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter FileBenchmark`
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LOGITSCOPE_BENCH"] == "1"))
struct FileBenchmark {
  private static let count = 1_000_000

  @Test(arguments: [
    ("csv", "label,logit\n", ",", "\n", ""), ("tsv", "label\tlogit\n", "\t", "\n", ""),
    ("txt", "", ": ", "\n", ""), ("json", "{\"", "\": ", ", \"", "}"),
  ]) func `texts`(ending: String, start: String, gap: String, mark: String, end: String) throws {
    var bits = SeededBits(state: 1)
    let lines = (0..<Self.count).map { index in
      "token\(index)\(gap)\(Double(Int64(truncatingIfNeeded: bits.next()) >> 40) / 1e6)"
    }
    let bytes = Array((start + lines.joined(separator: mark) + end).utf8)
    let time = try ContinuousClock().measure {
      _ = try Document(bytes: bytes, ending: ending, name: "n")
    }
    print("\(ending), \(bytes.count >> 20) MiB:", time)
  }

  @Test(arguments: [("<f8", 8), ("<f4", 4), ("<f2", 2), (">f8", 8), ("<i4", 4)])
  func `arrays`(kind: String, size: Int) throws {
    let data = (0..<Self.count * size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let file = BinaryFile.numpy(kind, shape: "(\(Self.count),)", data)
    try BinaryFile.with(file) { path in
      let table = try LogitTable(path: path)
      let row = try ContinuousClock().measure { _ = try table.row(0) }
      let document = try ContinuousClock().measure { _ = try Document(path: path) }
      print("\(kind): a row \(row), a document \(document)")
    }
  }
}
