import LogitExplorer
import LogitFiles
import Testing

@Suite struct RowTargetsTests {
  private func table(_ text: String, ending: String = "csv") throws -> LogitTable {
    try LogitTable(bytes: Array(text.utf8), ending: ending, name: "n")
  }

  private let rows = "a,b,c\n1,2,3\n4,5,6\n7,8,9"

  private func targets(_ text: String) throws -> [Int]? {
    try table(rows).with(RowTargets(bytes: Array(text.utf8))).targets
  }

  @Test(arguments: [
    "0\n2\n1\n", "a\nc\nb", "a\r\n2\r\n b \n\n\n", "\"a\"\n'c'\n1", "[0, 2, 1]",
    "[\"a\", \"c\", 1]", "label\n0\n2\n1",
  ]) func `targets are indices or labels`(text: String) throws {
    #expect(try targets(text) == [0, 2, 1])
  }

  @Test func `targets come from arrays`() throws {
    for bytes in [
      BinaryFile.numpy("<i8", shape: "(3,)", BinaryFile.bytes([Int64](0...2))),
      BinaryFile.numpy("|u1", shape: "(3, 1)", [0, 1, 2]),
      BinaryFile.numpy("<f4", shape: "(3,)", BinaryFile.bytes([Float(0), 1, 2].map(\.bitPattern))),
    ] {
      #expect(try table(rows).with(RowTargets(bytes: bytes)).targets == [0, 1, 2])
      try BinaryFile.with(bytes) { path in
        let table = try table(rows).with(RowTargets(path: path))
        #expect(try table.row(2).target == 2)
      }
    }
  }

  @Test(arguments: [
    ("0\n1", "x: there are 2 targets, and the logits have 3 rows."),
    ("0", "x: there is 1 target, and the logits have 3 rows."), ("", "x: it is empty"),
    ("0\n3\n1", "x, line 2: “3” is no class; classes are counted from 0 to 2."),
    ("0\n\n1", "x, line 2: “” is no class"), ("0\n-1\n1", "line 2: “-1” is no class"),
    ("a\nb\nd", "x, line 3: “d” is no class"), ("0\n1.5\n2", "x, line 2: “1.5” is no class"),
    ("[0, 1, 3]", "x: element 2 is “3”, which is no class; classes are counted from 0 to 2."),
    ("[0, 1.5, 2]", "x: element 1 is 1.5, and an index or a label was expected."),
    ("[0, null, 2]", "x: element 1 is null, and an index"), ("[0, 1", "x, line 1: column 6"),
    ("[0, \"d\", 2]", "element 1 is “d”, which is no class"),
  ]) func `targets that do not fit are refused with the place`(text: String, words: String) {
    let found = sentence { () throws(FileProblem) in
      let table = try LogitTable(bytes: Array(rows.utf8), ending: "csv", name: "n")
      _ = try table.with(RowTargets(bytes: Array(text.utf8)))
    }
    #expect(found?.contains(words) == true, "\(found ?? "read")")
  }

  @Test func `a row without logits has no target`() {
    let found = sentence { () throws(FileProblem) in
      let table = try LogitTable(bytes: Array("[[], []]".utf8), ending: "json", name: "n")
      _ = try table.with(RowTargets(bytes: Array("0\n0".utf8)))
    }
    #expect(found == "x, line 1: “0” is no class; its row has none.")
  }

  @Test func `a document is a table of one row`() throws {
    let toml = "logits = [1, 2]\nmasked = [0]\ntemperature = 2"
    let table = try table(toml, ending: "toml").with(labels: ["a", "b"])
      .with(RowTargets(bytes: Array("b".utf8)))
    #expect(table.count == 1 && table.targets == [1])
    #expect(try table.row(0).logits == [-.infinity, 2])
    let document = try table.document()
    #expect(document.labels == ["a", "b"] && document.target == .index(1))
    #expect(document.temperature == 2)
    #expect(throws: FileProblem.noSuchRow(1, count: 1)) { try table.document(row: 1) }
  }

  @Test func `a table of targets is no list of them`() {
    let bytes = BinaryFile.numpy("|u1", shape: "(2, 2)", [0, 1, 2, 3])
    #expect(
      sentence { () throws(FileProblem) in _ = try RowTargets(bytes: bytes) }
        == "x: the array has 2 rows, and a list of one target for each row was expected.")
  }

  @Test func `the last column of a table is the target of its row`() throws {
    for name in ["label", "target", "Target"] {
      #expect(try table("a,b,\(name)\n1,2,0\n3,4,1").targets == [0, 1])
      #expect(try table("a,b,\(name)\n1,2,b\n3,4,a").targets == [1, 0])
      #expect(try table("a\tb\t\(name)\n1\t2\tb\n3\t4\ta", ending: "tsv").targets == [1, 0])
    }
    let lines = "{\"logits\": [1, 2], \"target\": 1}\n{\"logits\": [3, 4], \"target\": 0}"
    #expect(try table(lines, ending: "jsonl").targets == [1, 0])
    let half = "{\"logits\": [1, 2], \"target\": 1}\n{\"logits\": [3, 4]}"
    #expect(try table(half, ending: "jsonl").targets == nil)
    #expect(try table(rows).targets == nil)
  }

  @Test func `labels from elsewhere are those of every row`() throws {
    let table = try table("1,2\n3,4").with(labels: ["a", "b"])
    #expect(try table.row(1).labels == ["a", "b"])
    #expect(try table.with(RowTargets(bytes: Array("b\na".utf8))).targets == [1, 0])
    #expect(try self.table("1,2\n3,4").with(labels: ["a"]).row(1).labels == nil)
  }
}
