import LogitFiles
import Testing

@Suite struct JSONVectorTests {
  func read(_ text: String, row: Int = 0) throws -> LogitVector {
    try LogitTable(json: Array(text.utf8)).row(row)
  }

  @Test func `lists, rows and objects are read in order`() throws {
    #expect(try read("[2, \"-inf\", 0.1]") == LogitVector(logits: [2, -.infinity, 0.1]))
    #expect(try read("[[1, 2], [3, 4]]", row: 1) == LogitVector(logits: [3, 4]))
    #expect(
      try read(#"{"b": 2, "a": 1}"#) == LogitVector(labels: ["b", "a"], logits: [2, 1]))
    #expect(
      try read(#"{"logits": [1, 2], "labels": ["x", "y"], "target": 1}"#)
        == LogitVector(labels: ["x", "y"], logits: [1, 2], target: 1))
    #expect(
      try read(#"[{"token": "x", "logprob": -1}, {"token": "y", "logprob": -2}]"#)
        == LogitVector(labels: ["x", "y"], logits: [-1, -2]))
  }

  @Test func `the candidates of a chat answer are found at their position`() throws {
    let text = """
      {"id": "c", "choices": [{"index": 0, "logprobs": {"content": [
        {"token": "A", "logprob": -0.1, "top_logprobs": [
          {"token": "A", "logprob": -0.1}, {"token": "B", "logprob": -2.5}]},
        {"token": "C", "logprob": -0.2, "top_logprobs": [{"token": "C", "logprob": -0.2}]}]}}]}
      """
    #expect(try read(text) == LogitVector(labels: ["A", "B"], logits: [-0.1, -2.5]))
    #expect(try read(text, row: 1) == LogitVector(labels: ["C"], logits: [-0.2]))
  }

  @Test func `each row keeps its own labels`() throws {
    let lines = "{\"a\": 2, \"b\": 1}\n{\"c\": 3, \"d\": 4}\n"
    #expect(try read(lines, row: 1) == LogitVector(labels: ["c", "d"], logits: [3, 4]))
    let list = #"[{"logits": [2, 1], "labels": ["a", "b"]}, {"logits": [3, 4, 5]}]"#
    #expect(try read(list) == LogitVector(labels: ["a", "b"], logits: [2, 1]))
    #expect(try read(list, row: 1) == LogitVector(logits: [3, 4, 5]))
  }

  @Test func `numbers under labels are targets where they can be no names`() throws {
    let text = #"{"logits": [[2, 1], [0, 3]], "labels": [1, 0]}"#
    #expect(try read(text, row: 1) == LogitVector(logits: [0, 3], target: 0))
    #expect(
      try LogitTable(json: Array(text.utf8)).notices
        == ["“labels” holds numbers and is taken for the target of each row."])
  }

  @Test func `the candidates of a completion are found too`() throws {
    let text = #"{"logprobs": {"tokens": ["a"], "top_logprobs": [{" a": -1, " b": -2}]}}"#
    #expect(try read(text) == LogitVector(labels: [" a", " b"], logits: [-1, -2]))
  }

  @Test func `other JSON is refused`() {
    func words(_ text: String) -> String? {
      sentence { () throws(FileProblem) in _ = try LogitTable(json: Array(text.utf8)).row(0) }
    }
    #expect(words("[1,") == "x, line 1: column 4 of the JSON should be a value.")
    #expect(words("true")?.hasPrefix("x: the JSON is no list of numbers") == true)
    #expect(words(#"{"a": []}"#)?.hasPrefix("x: the JSON is no list of numbers") == true)
    #expect(words("[]") == "x: no logits were found in it.")
    #expect(
      words(#"{"logits": [1], "labels": []}"#)
        == "x: “labels” has 0 elements, but there is 1 logit.")
  }
}
