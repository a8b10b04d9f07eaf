import LogitKernel
import LogitExplorer
import LogitFiles
import Testing

@Suite struct NumberRunTests {
  private func logits(_ text: String) throws(FileProblem) -> [Double] {
    try Document(toml: "logits = [\(text)]", name: "x").logits.array
  }

  @Test func `a run stands for many numbers`() throws {
    #expect(try logits("{ value = 0, count = 512 }") == Array(repeating: 0, count: 512))
    #expect(try logits("1, { value = -2.5, count = 2 }, 3") == [1, -2.5, -2.5, 3])
    #expect(try logits("{ value = inf, count = 1 }, { value = 1, count = 0 }") == [.infinity])
  }

  @Test func `steps are counted from the start, each rounded once`() throws {
    let ramp = try logits("{ from = 0, to = 100, count = 1001 }")
    #expect(ramp == (0...1000).map { Double($0) / 10 })
    #expect(try logits("{ from = 4, to = 1, count = 4 }") == [4, 3, 2, 1])
    #expect(try logits("{ from = 4, to = 1, count = 1 }") == [4])
  }

  @Test func `targets may be written in runs too`() throws {
    let text = "logits = [0, 0, 0]\ntarget_probabilities = [1, { value = 0, count = 2 }]"
    #expect(try Document(toml: text, name: "x").target == .weights([1, 0, 0]))
  }

  @Test(arguments: [
    "{ value = 0 }", "{ count = 3 }", "{ value = 0, count = -1 }", "{ value = 0, count = 1.5 }",
    "{ value = 0, count = 3, from = 1 }", "{ from = 0, count = 3 }", "{ value = \"a\", count = 3 }",
    "{ from = 0, to = 1, value = 1, count = 3 }",
  ]) func `anything else is no number`(text: String) {
    #expect(throws: FileProblem.self) { try logits(text) }
  }

  @Test(arguments: [1 << 40, 9_223_372_036_854_775_807]) func `no run is too long to be refused`(
    count: Int
  ) {
    let text = "{ value = 0, count = \(count) }, { value = 0, count = \(count) }"
    #expect(throws: FileProblem.self) { try logits(text) }
  }

  @Test func `ends at the edge of the range have numbers between them`() throws {
    func logits(_ run: String) throws -> [Double] {
      try Document(toml: "logits = [\(run)]", name: "n").logits.array
    }
    #expect(try logits("{ from = -1e308, to = 1e308, count = 3 }") == [-1e308, 0, 1e308])
    #expect(try logits("{ from = 0.0, to = 1e308, count = 3 }") == [0, 5e307, 1e308])
  }
}
