import LogitFiles
import Testing

@Suite struct ClassLabelsTests {
  private func labels(_ text: String) throws -> [String] { try classLabels(in: Array(text.utf8)) }

  @Test(arguments: [
    ("cat\ndog\nfox\n", ["cat", "dog", "fox"]), ("cat\r\ndog", ["cat", "dog"]),
    ("cat\n\nfox\n", ["cat", "", "fox"]), ("[UNK]\n[CLS]\nthe\n", ["[UNK]", "[CLS]", "the"]),
    ("[\"a\", \"b c\"]", ["a", "b c"]), ("{\"b\": 1, \"a\": 0}", ["a", "b"]),
    (
      "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"!\": 0, \"Ġthe\": 1}}, "
        + "\"added_tokens\": [{\"id\": 2, \"content\": \"<|end|>\"}]}", ["!", "Ġthe", "<|end|>"]
    ),
    (
      "{\"model\": {\"vocab\": [[\"<unk>\", 0.0], [\"▁a\", -2.5]]}, "
        + "\"added_tokens\": [{\"id\": 0, \"content\": \"<unk>\"}]}", ["<unk>", "▁a"]
    ),
  ])
  func `labels come a line each or as JSON`(text: String, expected: [String]) throws {
    #expect(try labels(text) == expected)
  }

  @Test(arguments: [
    ("", "it is empty"), ("{\"a\": 0, \"b\": 2}", "no label has the place 1"),
    ("{\"a\": 0, \"b\": 0}", "place 0 has two labels, “a” and “b”"),
    ("{\"a\": -1}", "the label “a” has no place"), ("{\"a\": 0.5}", "has no place"),
    ("{\"a\": \"x\"}", "has no place"),
    ("[\"a\", 2]", "element 1 of its list of labels is no text"),
    ("{\"a\": 1e15}", "no label has the place 0, and there are 1000000000000001 places"),
    ("{\"a\": 0", "JSON"),
    (
      "{\"vocab\": {}, \"added_tokens\": [{\"id\": -1, \"content\": \"a\"}]}", "no content or no id"
    ),
    ("{\"vocab\": 3}", "neither a list of labels"),
    ("{\"vocab\": {\"a\": 0}, \"added_tokens\": [{\"id\": 1}]}", "no content or no id"),
  ])
  func `what is no list of labels is refused with the reason`(text: String, words: String) {
    #expect {
      try labels(text)
    } throws: { error in
      ((error as? FileProblem)?.sentence(for: "f") ?? "").contains(words)
    }
  }
}
