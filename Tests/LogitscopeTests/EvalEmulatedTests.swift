import Foundation
import Testing

/// Requests with an arithmetic, answered by the program as a slow emulation answers them.
///
/// The values in `Fixtures/emulated.jsonl` come from an independent program: every + − × ÷ as an
/// exact fraction, every exp, log and log1p to 1 500 bits, each rounded once to the format.
@Suite struct EvalEmulatedTests {
  private struct Fixture: Decodable {
    let id: Int
    let value: Value
  }

  private enum Value: Decodable {
    case scalar(String)
    case vector([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let numbers = try? container.decode([String].self) {
        self = .vector(numbers)
      } else {
        self = .scalar(try container.decode(String.self))
      }
    }

    var bits: [UInt64?] {
      let texts =
        switch self {
        case .scalar(let text): [text]
        case .vector(let texts): texts
        }
      return texts.map { $0 == "nan" ? nil : Double($0)?.bitPattern ?? 1 }
    }
  }

  private func answers(_ requests: String) throws -> [Fixture] {
    let outcome = try Program.run("eval", "--jsonl", input: requests)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    return try decode(outcome.output)
  }

  private func decode(_ lines: String) throws -> [Fixture] {
    try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Fixture.self, from: Data($0.utf8))
    }
  }

  @Test func `1 800 requests over formats and algorithms are answered to the bit`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/emulated.jsonl")
    let requests = try String(contentsOf: file, encoding: .utf8)
    let expected = try decode(requests)
    // The fixture has the answer in each request.
    let answers = try answers(
      requests.split(separator: "\n").map { $0.replacing(/, "value": .*\}$/, with: "}") }
        .joined(separator: "\n"))
    try #require(answers.count == expected.count && expected.count == 1800)
    for (answer, fixture) in zip(answers, expected) {
      #expect(answer.id == fixture.id)
      #expect(answer.value.bits == fixture.value.bits, "request \(fixture.id)")
    }
  }

  static let equal: [(String, String)] = [
    // Names in other use, in either case, and the accumulator of the storage format.
    (#""format": "binary16""#, #""format": "FP16", "accumulator": "binary16""#),
    (#""format": "e5m10""#, #""format": "binary16", "accumulator": "same""#),
    // What is the default may be said; null is nothing.
    (
      #""format": "bfloat16""#,
      #""format": "bfloat16", "block": "1", "saturate": false, "sum": "left-to-right", "mask_value": null"#
    ),
    (#""mask_value": -10000"#, #""mask_value": "-1e4""#),
  ]

  @Test(arguments: equal.indices) func `settings can be said in more than one way`(
    index: Int
  ) throws {
    let (one, other) = Self.equal[index]
    let body = #""function": "softmax", "logits": [3, 1.1, -9, "-inf"], "algorithm": "naive""#
    let answers = try answers("{\"id\": 0, \(body), \(one)}\n{\"id\": 1, \(body), \(other)}\n")
    #expect(answers.count == 2)
    #expect(answers[0].value.bits == answers[1].value.bits)
  }

  static let edges = [
    (#""function": "logsumexp", "logits": []"#, "-inf"),
    (#""function": "entropy", "logits": []"#, "0x0p+0"),
    (#""function": "cross_entropy", "logits": [], "target": 0"#, "nan"),
    (#""function": "kl", "logits": [], "logits2": []"#, "0x0p+0"),
    (#""function": "kl", "logits": [1, 2], "logits2": [1, 2]"#, "0x0p+0"),
  ]

  @Test(arguments: ["naive", "shifted", "fused", "fused-other", "online"])
  func `rows of nothing and of nothing but masks are answered`(algorithm: String) throws {
    let lines = Self.edges.enumerated().map { index, edge in
      "{\"id\": \(index), \"algorithm\": \"\(algorithm)\", \(edge.0)}"
    }
    let answers = try answers(lines.joined(separator: "\n"))
    #expect(answers.count == Self.edges.count)
    for (answer, edge) in zip(answers, Self.edges) {
      #expect(answer.value.bits == Value.scalar(edge.1).bits, "\(edge.0): \(answer.value)")
    }
    let empty = try self.answers(
      #"{"id": 0, "function": "cross_entropy_grad", "logits": [], "target": 0, "algorithm": "naive"}"#
    )
    #expect(empty.first?.value.bits == [])
  }
}
