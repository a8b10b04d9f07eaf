import LogitKernel
import Foundation
import LogitExplorer
import LogitFiles
import Testing

@Suite struct DocumentReaderTests {
  @Test func `only logits are needed`() throws {
    let document = try Document(toml: "logits = [2, 1.0, -inf, nan]", name: "bare")
    #expect(document == Document(name: "bare", logits: [2, 1, -.infinity, .nan]))
  }

  @Test func `classes are named by index or label`() throws {
    let text =
      "logits = [1, 2, 3]\nlabels = [\"a\", \"b\", \"c\"]\nmasked = [0, \"c\"]\ntarget = \"b\""
    let document = try Document(toml: text, name: "")
    #expect(document.isMasked == [true, false, true])
    #expect(document.target == .index(1))
  }

  @Test func `a byte order mark and Windows line endings are fine`() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("name = \"w\"\r\nlogits = [\r\n1,\r\n2]\r\n".utf8)
    #expect(
      try Document(bytes: bytes, ending: "toml", name: "x") == Document(name: "w", logits: [1, 2]))
  }

  static let refusals: [(text: String, sentence: String)] = [
    ("logits = [1, 2", "x, line 1: at column 15, encountered end-of-file."),
    ("a = 1\nlogits = [1]", "x, line 1: there is no key “a”; the keys are name, note, labels,"),
    ("logits = [1]\n\n[table]\nb = 1", "x, line 3: there is no key “table”"),
    ("name = \"n\"", "x: the key “logits” is missing."),
    ("logits = 1", "x, line 1: “logits” should be an array."),
    (
      "name = 'n'\nlogits = [1, \"b\"]",
      "x, line 2: “logits” should be an array of numbers; element 1 is not."
    ),
    (
      "logits = [1, 2]\nlabels = [\"a\"]",
      "x, line 2: “labels” has 1 element, but there are 2 logits."
    ),
    (
      "logits = [1]\nlabels = ['a', 'b']",
      "x, line 2: “labels” has 2 elements, but there is 1 logit."
    ),
    ("logits = [1]\nlabels = [1]", "x, line 2: “labels” should be an array of strings; element 0"),
    ("logits = [1]\nname = 2", "x, line 2: “name” should be a string."),
    ("logits = [1, 2]\ntarget = 2", "x, line 2: “target” is 2; it must be between 0 and 1."),
    ("logits = []\ntarget = 0", "x, line 2: “target” is 0, and there are none."),
    ("logits = [1]\ntarget = -1", "x, line 2: “target” is -1; it must be between 0 and 0."),
    ("logits = [1]\ntarget = \"z\"", "x, line 2: “target”: no class is called “z”."),
    (
      "logits = [1, 2]\nlabels = [\"a\", \"a\"]\ntarget = \"a\"",
      "x, line 3: “target”: several classes are called “a”; give the index, counted from 0."
    ),
    ("logits = [1]\ntarget = 0.5", "x, line 2: “target” should be an index, counted from 0, or"),
    ("logits = [1]\nmasked = [7]", "x, line 2: “masked” is 7; it must be between 0 and 0."),
    (
      "logits = [1, 2]\ntarget_probabilities = [1]",
      "x, line 2: “target_probabilities” has 1 element, but there are 2 logits."
    ),
    (
      "logits = [1, 2]\ntarget_probabilities = [1, -1]",
      "x, line 2: “target_probabilities”: element 1 is -1; weights must be finite and not negative."
    ),
    (
      "logits = [1]\ntarget_probabilities = [inf]",
      "x, line 2: “target_probabilities”: element 0 is inf; weights must be finite"
    ),
    (
      "logits = [1]\ntarget = 0\ntarget_probabilities = [1]",
      "x, line 2: give “target” or “target_probabilities”, not both."
    ),
    (
      "logits = [1]\nlabel_smoothing = 1.5",
      "x, line 2: “label_smoothing” is 1.5; it must be between 0 and 1."
    ),
    ("logits = [1]\ntemperature = \"hot\"", "x, line 2: “temperature” should be a number."),
    (
      "logits = [1]\nloss = \"mse\"",
      "x, line 2: “loss” is “mse”, and it should be one of: cross-entropy, binary cross-entropy."
    ),
    ("logits = [1]\n\0", "x, line 2: at column 1, NUL characters are not allowed"),
  ]

  @Test(arguments: refusals) func `bad text gets a sentence with its place`(
    text: String, expected: String
  ) {
    let found = sentence { () throws(FileProblem) in _ = try Document(toml: text, name: "") }
    #expect(found?.hasPrefix(expected) == true, "\(found ?? "it was read")")
  }

  @Test(arguments: [
    ("# note\nlogits = [1]", true), ("logits = [1] # one", true), ("name = '# no'\n", false),
    ("logits = [1]", false),
  ]) func `comments are found, since saving loses them`(text: String, has: Bool) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).toml")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(text.utf8).write(to: url)
    #expect(hasComments(url.path) == has)
    #expect(!hasComments(url.path + "-missing"))
  }

  @Test func `a sentence shows control characters as symbols`() {
    let found = FileProblem.notANumber("\u{1B}[2J", line: 1).sentence(for: "a\nb")
    #expect(found == "a␊b, line 1: “␛[2J” is not a number.")
  }
}
