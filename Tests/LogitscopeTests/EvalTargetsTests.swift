import Foundation
import Testing

/// `eval` of all rows of a table.
@Suite struct EvalTargetsTests {
  /// Runs `eval` on files with these texts, the logits first.
  private func eval(
    _ logits: String, _ targets: String, _ options: String...
  ) throws -> Program.Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["m.csv", "y.txt"].map { folder.appending(path: $0) }
    for (file, text) in zip(files, [logits, targets]) { try Data(text.utf8).write(to: file) }
    return try Program.run(["eval", files[0].path, "--targets", files[1].path] + options)
  }

  @Test func `all rows are scored and the worst shown`() throws {
    let outcome = try eval("2,1,0.1\n0,3,1\n1,1,1\n", "0\n2\n0\n", "--labels", "a,b,c")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(
      outcome.output == """
        rows                 3
        temperature          1
        accuracy             0.666667, 2 of 3
        mean cross-entropy   1.228496

        --row      loss  target  predicted         p
            1  2.169846  c       b          0.843795
            2  1.098612  a       a          0.333333
            0  0.417030  a       a          0.659001

        """)
  }

  @Test func `the same goes out as JSON with all digits`() throws {
    let outcome = try eval(
      "0,0\n0,0\n", "0\n1\n", "--json", "--temperature", "2", "--label-smoothing", "0.5")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let row =
      "\"target_label\": \"class 1\", \"predicted\": 0, \"predicted_label\": \"class 1\", \"p\": 0.5}"
    #expect(
      outcome.output.hasPrefix(
        "{\"name\": \"m\", \"rows\": 2, \"temperature\": 2, \"label_smoothing\": 0.5, \"correct\": 1, "
          + "\"accuracy\": 0.5, \"mean_cross_entropy\": 0.6931471805599453, \"infinite_rows\": [], "
          + "\"nan_rows\": [], \"worst\": [{\"row\": 0, \"loss\": 0.6931471805599453, \"target\": 0, "
          + row), "\(outcome.output)")
  }

  @Test func `rows without a finite loss are counted and named`() throws {
    let rows = "inf,1\n-inf,2\nnan,3\n1,2\n"
    let text = try eval(rows, "1\n0\n0\n1\n").output
    #expect(text.contains("mean cross-entropy   nan\nmean of the finite   0.313262, 1 row\n"))
    #expect(text.contains("The loss is infinite in --row 0, 1.\nThe loss is NaN in --row 2.\n"))
    let json = try eval(rows, "1\n0\n0\n1\n", "--json").output
    #expect(
      json.contains("\"mean_cross_entropy\": \"nan\", \"mean_of_finite\": 0.3132616875182228"))
    #expect(json.contains("\"infinite_rows\": [0, 1], \"nan_rows\": [2]"))
  }

  @Test func `a column of targets scores all rows after the first`() throws {
    let table = "a,b,label\n2,1,a\n0,3,a\n"
    let both = try Program.run("eval", "-", input: table)
    #expect(both.code == 0 && both.output.contains("\nAll rows:\n\nrows                 2\n"))
    let json = try Program.run("eval", "--json", "-", input: table)
    #expect(json.output.contains("\"all_rows\": {\"name\": \"standard input\", \"rows\": 2"))
    for options in [["--row", "0"], ["--target", "1"]] {
      let one = try Program.run(["eval", "-"] + options, input: table)
      #expect(one.code == 0 && !one.output.contains("All rows"))
    }
    let emulated = try Program.run("eval", "--algorithm", "naive", "-", input: table)
    #expect(emulated.errors.contains("The loss of all rows is left out"))
  }

  @Test(arguments: [
    ("0\n", "y.txt: there is 1 target, and the logits have 2 rows."),
    ("0\n5\n", "y.txt, line 2: “5” is no class; classes are counted from 0 to 1."),
    ("[0, \"x\"]", "y.txt: element 1 is “x”, which is no class"), ("", "y.txt: it is empty"),
  ]) func `targets that do not fit are refused`(targets: String, words: String) throws {
    let outcome = try eval("1,2\n3,4\n", targets)
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func `what is about one row does not go with all`() throws {
    for (options, words) in [
      (["--row", "1"], "--row is about one row"), (["--target", "0"], "--target is about one row"),
      (["--trace"], "--trace is about one row"), (["--algorithm", "naive"], "computed exactly"),
    ] {
      let outcome = try Program.run(
        ["eval", "-", "--targets", "/dev/null"] + options, input: "1,2")
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(outcome.errors.contains(words) || outcome.errors.contains("empty"), "\(outcome)")
    }
    let none = try Program.run("eval", "--targets", "-", "--logits", "1,2", input: "0")
    #expect(none.code == 2 && none.errors.contains("those of the rows of a file"))
    let twice = try Program.run("eval", "-", "--targets", "-", input: "0")
    #expect(twice.code == 2 && twice.errors.contains("not both"))
  }
}
