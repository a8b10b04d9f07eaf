import LogitExplorer
import LogitFiles
import TestSupport
import Testing

@Suite struct PastedTextTests {
  static let forms: [(text: String, labels: [String]?, logits: [Double])] = [
    ("2.0", nil, [2]),
    ("2.0, 1.0, 0.1", nil, [2, 1, 0.1]),
    ("2.0 1.0\t0.1\n", nil, [2, 1, 0.1]),
    ("2\n1\r\n-inf\n", nil, [2, 1, -.infinity]),
    ("[2.0, 1.0, 0.1]", nil, [2, 1, 0.1]),
    ("[ 2.  1.\n  0.1]", nil, [2, 1, 0.1]),
    ("(2, 1e-3, nan_)".replacing("nan_", with: "0x1p-3"), nil, [2, 1e-3, 0.125]),
    ("tensor([[ 2.0000, -1.5000],\n        [ 3.0000, 4.0000]], grad_fn=<X>)", nil, [2, -1.5]),
    ("np.array([1, 2], dtype=float32)", nil, [1, 2]),
    ("{'cat': 1.5, \"a: b, c\": -2}", ["cat", "a: b, c"], [1.5, -2]),
    ("cat: 1.5\ndog: -2", ["cat", "dog"], [1.5, -2]),
    ("cat = 1.5\nice cream = -2", ["cat", "ice cream"], [1.5, -2]),
    ("cat\t1.5\n\" the\"\t-2", ["cat", " the"], [1.5, -2]),
    ("cat 1.5\nice cream −2", ["cat", "ice cream"], [1.5, -2]),
    ("cat, 1.5,\ndog, 2", ["cat", "dog"], [1.5, 2]),
    ("label\tlogit\tp\na\t2\t0.7\nb\t1\t0.3", ["a", "b"], [2, 1]),
    (
      "name = 'n'\nlogits = [1, 2]\nlabels = ['a', 'b']\nmasked = [1]", ["a", "b"], [1, -.infinity]
    ),
  ]

  @Test(arguments: forms) func `each form people paste is read`(
    text: String, labels: [String]?, logits: [Double]
  ) throws {
    #expect(try LogitTable(pasted: text).row(0) == LogitVector(labels: labels, logits: logits))
  }

  @Test func `what was guessed or left out comes along`() throws {
    func remarks(_ text: String) throws -> [String] { try PastedLogits(text).remarks }
    #expect(
      try remarks("2,5 1,5")
        == ["Numbers are read with decimal commas: 2,5 is two and a half."])
    #expect(try remarks("[[1, 2], [3, 4]]") == ["Only the first of 2 rows is taken."])
    #expect(
      try remarks("logits = [1, 2]\ntemperature = 3")
        == ["Only the labels and logits of the document are taken."])
    #expect(try remarks("logits = [1, 2]") == [])
  }

  @Test func `what is no logits is named with its line`() {
    func words(_ text: String) -> String? {
      sentence(for: "the pasted text") { () throws(FileProblem) in _ = try PastedLogits(text) }
    }
    #expect(words("  \n") == "the pasted text: it is empty, and logits were expected.")
    #expect(words("1\nhello") == "the pasted text, line 2: “hello” is not a number.")
    #expect(words("[]") == "the pasted text: no logits were found in it.")
    #expect(words("rm -rf /; \u{1B}") == "the pasted text, line 1: “rm -rf /” is not a number.")
  }

  @Test func `random text never ends the program and what is read is in bounds`() {
    var bits = SeededBits(state: 3)
    let alphabet = Array("[]{}(),:;='\"\\ \n\t\r-+.0123456789einfaxlogts\u{0}é")
    for _ in 0..<4000 {
      let text = String(
        (0..<Int(bits.next() % 40)).map { _ in
          alphabet[Int(bits.next() % UInt64(alphabet.count))]
        })
      let pasted = try? PastedLogits(text)
      #expect(
        pasted.map { !$0.logits.isEmpty && $0.labels?.count ?? $0.logits.count == $0.logits.count }
          ?? true)
    }
  }
}
