import LogitKernel
import Foundation
import LogitExplorer
import LogitFiles
import TestSupport
import Testing

/// Nothing limits how many numbers are read but memory, and what does not fit into it is refused.
@Suite struct LimitTests {
  /// A million where every case is run, more than any table had room for once elsewhere.
  private static let count = runsEveryCase ? 1_000_000 : 110_000

  private func list(_ separator: String, _ element: (Int) -> String) -> String {
    (0..<Self.count).map(element).joined(separator: separator)
  }

  private func refusal(_ text: String, _ ending: String) -> String? {
    sentence { () throws(FileProblem) in
      _ = try Document(bytes: Array(text.utf8), ending: ending, name: "n")
    }
  }

  @Test(arguments: [
    ("txt", "", " ", ""), ("txt", "", ", ", ""), ("txt", "", "; ", ""), ("txt", "", "\n", ""),
    ("csv", "", ",", ""), ("csv", "", "\n", ""), ("tsv", "", "\t", ""), ("json", "[", ", ", "]"),
    ("txt", "[", " ", "]"), ("txt", "- ", "\n- ", ""), ("toml", "logits = [", ", ", "]"),
  ]) func `many numbers are read`(ending: String, start: String, mark: String, end: String) throws {
    let text = start + list(mark) { "\($0 % 10)" } + end
    let document = try Document(bytes: Array(text.utf8), ending: ending, name: "n")
    #expect(document.count == Self.count && document.logits[Self.count - 1] == 9)
    #expect(document.labels.areNumbered)
  }

  @Test(arguments: [
    ("txt", ": ", "\n", ""), ("txt", " ", "\n", ""), ("csv", ",", "\n", ""),
    ("tsv", "\t", "\n", "label\tlogit\n"),
  ]) func `many labels are read`(ending: String, gap: String, mark: String, head: String) throws {
    let text = head + list(mark) { "t\($0)\(gap)\($0 % 10)" }
    let document = try Document(bytes: Array(text.utf8), ending: ending, name: "n")
    #expect(document.count == Self.count && document.labels.last == "t\(Self.count - 1)")
  }

  @Test func `a table may have as many columns and a JSON text as many keys`() throws {
    let columns = list(",") { "t\($0)" } + "\n" + list(",") { "\($0 % 10)" }
    #expect(
      try Document(bytes: Array(columns.utf8), ending: "csv", name: "n").labels.last
        == "t\(Self.count - 1)")
    for text in [
      "{" + list(",") { "\"t\($0)\": \($0 % 10)" } + "}",
      list("\n") { "{\"label\": \"t\($0)\", \"logit\": \($0 % 10)}" },
    ] {
      let document = try Document(bytes: Array(text.utf8), ending: "json", name: "n")
      #expect(document.count == Self.count && document.labels.last == "t\(Self.count - 1)")
    }
    #expect(try classLabels(in: Array(list("\n") { "t\($0)" }.utf8)).count == Self.count)
  }

  #if DEBUG
  @Test func `what does not fit into memory is refused in a sentence`() throws {
    try FileProblem.$assumedMemory.withValue(48 << 20) {
      let long = "[" + String(repeating: "1,", count: 1 << 19) + "1]"
      try BinaryFile.with(Array(long.utf8), ending: "json") { path in
        #expect(
          sentence { () throws(FileProblem) in _ = try LogitTable(path: path) }
            == "x: it has 2 MiB, and at most 1 MiB are read.")
      }
      let row = BinaryFile.numpy("|u1", shape: "(2000000,)", Array(repeating: 1, count: 2_000_000))
      #expect(
        sentence { () throws(FileProblem) in _ = try LogitTable(numpy: row) }
          == "x: a row of 2000000 classes does not fit into the memory of this machine, 48 MiB.")
      #expect(
        refusal("logits = [{ value = 0, count = 1000000000000 }]", "toml")?.contains(
          "a row of 1000000000000 classes does not fit") == true)
      let tree = "{" + String(repeating: "1.f, ", count: 50_000) + "}"
      #expect(
        refusal(tree, "txt") == "x: more than 49152 numbers, and at most that many are read.")
    }
  }

  @Test func `a pipe that never ends is refused`() {
    FileProblem.$assumedMemory.withValue(48 << 20) {
      #expect(
        sentence { () throws(FileProblem) in _ = try LogitTable(path: "/dev/zero") }
          == "x: it goes on, and at most 1 MiB are read.")
    }
  }
  #endif

  @Test func `what is nested too deeply is refused`() {
    for ending in ["json", "txt"] {
      for text in [
        String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 9999),
      ] {
        #expect(refusal(text, ending)?.hasSuffix(".") == true)
      }
    }
  }
}
