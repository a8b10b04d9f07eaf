import LogitExplorer
import LogitFiles
import Testing

/// Texts with more in them than is read are refused, and reading stops there.
@Suite struct LimitTests {
  private func list(_ separator: String, _ number: String = "1") -> String {
    Array(repeating: number, count: FileProblem.classLimit + 1).joined(separator: separator)
  }

  private func refusal(_ text: String, _ ending: String) -> String? {
    sentence { () throws(FileProblem) in
      _ = try Document(bytes: Array(text.utf8), ending: ending, name: "n")
    }
  }

  @Test(arguments: [
    ("txt", " "), ("txt", ", "), ("txt", "; "), ("txt", "\n"), ("csv", ","), ("csv", "\n"),
    ("tsv", "\t"),
  ]) func `one number too many is refused`(ending: String, separator: String) {
    let found = refusal(list(separator), ending)
    #expect(found?.hasSuffix("classes, and at most 100000 are read.") == true, "\(found ?? "read")")
  }

  @Test(arguments: [("txt", "a: 1"), ("txt", "a 1"), ("csv", "a,1")])
  func `one label too many is refused`(ending: String, line: String) {
    let found = refusal(list("\n", line), ending)
    #expect(found?.hasSuffix("classes, and at most 100000 are read.") == true, "\(found ?? "read")")
  }

  @Test(arguments: [
    ("[", ", ", "]", ""), ("[", " ", ".]", ""), ("[", ",", "]", "json"), ("[", ",", ", x", ""),
    ("", " ", " x", ""), ("[[", ",", "", ""), ("logits = [", ",", ", 1, x", ""),
  ]) func `what follows the limit is not looked at`(
    start: String, separator: String, end: String, ending: String
  ) {
    #expect(
      refusal(start + list(separator) + end, ending)
        == "x: more than 100000 classes, and at most 100000 are read.")
  }

  @Test func `as many classes as there may be are read`() throws {
    let text = Array(repeating: "1", count: FileProblem.classLimit).joined(separator: "\n")
    #expect(try Document(bytes: Array(text.utf8), name: "n").count == FileProblem.classLimit)
  }

  @Test func `more lines than a table may have are refused`() {
    let lines = Array(repeating: "1 2", count: FileProblem.lineLimit + 1)
    #expect(
      refusal(lines.joined(separator: "\n"), "")
        == "x: more than 1000000 lines or rows, and at most that many are read.")
  }
}
