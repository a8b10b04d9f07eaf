import Foundation
import Testing

@Suite struct EvalTests {
  func answers(_ requests: String) throws -> [String] {
    let outcome = try Program.run("eval", "--jsonl", input: requests)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    return outcome.output.split(separator: "\n").map { String($0) }
  }

  /// Values of an independent implementation with 320 bits and more.
  static let known: [(request: String, value: String)] = [
    (
      #""function": "softmax", "logits": [2, 1, 0.1]"#,
      #"["0x1.516898e7157f3p-1", "0x1.f080b28530e40p-3", "0x1.93b9d3bcf23e7p-4"]"#
    ),
    (
      #""function": "softmax", "logits": ["0x0p+0", "-inf"]"#,
      #"["0x1.0000000000000p+0", "0x0.0p+0"]"#
    ),
    (
      #""function": "softmax", "logits": [1, 3, 3], "temperature": 0"#,
      #"["0x0.0p+0", "0x1.0000000000000p-1", "0x1.0000000000000p-1"]"#
    ),
    (#""function": "cross_entropy", "logits": [1000, 0], "target": 1"#, #""0x1.f400000000000p+9""#),
    (
      #""function": "cross_entropy", "logits": [0, 0, "-inf"], "target": 0, "label_smoothing": 0.1"#,
      #""inf""#
    ),
    (
      #""function": "cross_entropy", "logits": ["-inf", 0], "target_probs": [0, 1]"#, #""0x0.0p+0""#
    ),
    (#""function": "logsumexp", "logits": []"#, #""-inf""#),
    (#""function": "kl", "logits": [0, 0], "logits2": [0, "-inf"]"#, #""inf""#),
    (
      #""function": "bce_with_logits", "logits": [-120], "targets": [1]"#,
      #"["0x1.e000000000000p+6"]"#
    ),
    (#""function": "logit", "logits": [0, 1, 2]"#, #"["-inf", "inf", "nan"]"#),
    (
      #""function": "round", "logits": [464, 464.1, 1e9], "format": "e4m3""#,
      #"["0x1.c000000000000p+8", "nan", "nan"]"#
    ),
    (
      #""function": "round", "logits": [1e9], "format": "e4m3", "saturate": true"#,
      #"["0x1.c000000000000p+8"]"#
    ),
  ]

  @Test func `known values are answered to the bit, in order`() throws {
    let lines = Self.known.enumerated().map { "{\"id\": \($0), \($1.request)}" }
    let answers = try answers(lines.joined(separator: "\n"))
    #expect(answers.count == Self.known.count)
    for (index, (answer, known)) in zip(answers, Self.known).enumerated() {
      #expect(answer.hasPrefix("{\"id\": \(index), "), "\(answer)")
      #expect(answer.hasSuffix("\"value\": \(known.value)}"), "\(answer)")
    }
  }

  @Test func `an id of any kind comes back to the letter`() throws {
    for id in ["null", "\"a \\u00e9\"", "1.50", "[1,  2]", "{\"k\": {}}", "true"] {
      let answers = try answers("{\"function\": \"softmax\", \"logits\": [1], \"id\": \(id)}\n")
      #expect(answers.first?.hasPrefix("{\"id\": \(id), ") == true)
    }
  }

  static let refused = [
    ("nonsense", "not JSON"), ("[1]", "A request is a JSON object."),
    ("{}", "“function” is missing."),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "temprature": 5}"#,
      "Unknown key “temprature”; did you mean “temperature”?"
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "colour": 5}"#,
      "Unknown key “colour”; logitscope help eval lists the keys."
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "target": 0}"#,
      "“target” does nothing for “softmax”; leave it out."
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "logits": [2]}"#, "“logits” is given twice."
    ),
    (
      #"{"id": 7, "function": "softmx", "logits": [1]}"#,
      "Unknown function “softmx”; did you mean “softmax”?"
    ),
    (#"{"id": 7, "function": "max", "logits": []}"#, "“function” should be one of: softmax,"),
    (#"{"id": 7, "function": "softmax"}"#, "“logits” is missing."),
    (#"{"id": 7, "function": "softmax", "logits": 1}"#, "“logits” should be an array of numbers."),
    (#"{"id": 7, "function": "softmax", "logits": [1, "x"]}"#, "element 1 is not one."),
    (#"{"id": 7, "function": "softmax", "logits": [1], "temperature": "hot"}"#, "“temperature”"),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "format": "posit"}"#,
      "“format”: There is no number format “posit”: choose binary64,"
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "saturate": "yes"}"#,
      "“saturate” should be true or false."
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "algorithm": "best"}"#,
      "“algorithm”: There is no algorithm 'best'; there are exact, naive,"
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "accumulator": ["binary32"]}"#,
      "“accumulator” should be a string, a number, true or false."
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "format": "e0m3"}"#,
      "“format”: A format needs 2 to 11 exponent bits, not 0."
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "format": "e5m99"}"#,
      "“format”: A format needs 1 to 52 significand bits, not 99."
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "block": 0}"#, "“block”: A block is a whole"
    ),
    (#"{"id": 7, "function": "softmax", "logits": [1], "sum": "fast"}"#, "“sum”: It is one of:"),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "mask_value": "nan"}"#, "“mask_value”:"
    ),
    (
      #"{"id": 7, "function": "softmax", "logits": [1], "log_guard": "floor 3"}"#,
      "“log_guard”: A floor of log p"
    ),
    (
      #"{"id": 7, "function": "cross_entropy", "logits": [1]}"#, "needs “target” or “target_probs”."
    ),
    (
      #"{"id": 7, "function": "cross_entropy", "logits": [1], "target": 1}"#,
      "and the last class is 0."
    ),
    (#"{"id": 7, "function": "cross_entropy", "logits": [1], "target": 0.5}"#, "index of a class"),
    (
      #"{"id": 7, "function": "cross_entropy", "logits": [1], "target_probs": [1, 2]}"#,
      "has 2 numbers"
    ),
    (#"{"id": 7, "function": "kl", "logits": [1], "logits2": []}"#, "“logits2” has 0 numbers"),
    (#"{"id": 7, "function": "bce_with_logits", "logits": [1]}"#, "“targets” is missing."),
  ]

  @Test func `every bad request gets one sentence, and the next one is answered`() throws {
    let good = #"{"id": "next", "function": "softmax", "logits": [1]}"#
    let lines = Self.refused.flatMap { [$0.0, good] }
    let answers = try answers(lines.joined(separator: "\n\n"))
    try #require(answers.count == 2 * Self.refused.count)
    for (index, (request, sentence)) in Self.refused.enumerated() {
      let answer = answers[2 * index]
      let id = request.contains("\"id\"") ? "7" : "null"
      #expect(answer.hasPrefix("{\"id\": \(id), \"error\": \""), "\(answer)")
      #expect(answer.contains(sentence), "\(answer)")
      #expect(answers[2 * index + 1].contains("\"value\": [\"0x1.0000000000000p+0\"]"))
    }
  }

  @Test func `the table shows the article's numbers rightly`() throws {
    let outcome = try Program.run("eval", "--logits", "2,1,0.1", "--target", "0")
    #expect(outcome.code == 0)
    for text in ["0.659001", "0.242433", "0.098566", "-0.340999", "0.417030", "0.846738"] {
      #expect(outcome.output.contains(text))
    }
  }

  @Test func `negative numbers are no options`() throws {
    let outcome = try Program.run("eval", "--logits", "-1,-inf", "--temperature", "-2", "--json")
    #expect(outcome.code == 0 && outcome.output.contains("\"logits\": [-1, \"-inf\"]"))
  }

  @Test func `JSON output is JSON`() throws {
    let outcome = try Program.run("eval", "--json", "--preset", "multi-label")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let members = try #require(object as? [String: Any])
    #expect((members["labels"] as? [String])?.first == "dog")
    #expect((members["probabilities"] as? [Double])?.count == 4)
    #expect(members["binary_cross_entropy"] is Double)
  }
}
