import Foundation
import Testing

@Suite struct TraceTests {
  private func output(_ arguments: String...) throws -> String {
    let outcome = try Program.run(["eval", "--trace"] + arguments)
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.output
  }

  @Test func `the stages are written out with what happened and what cures it`() throws {
    let text = try output("--format", "binary16", "--algorithm", "naive", "--logits", "11,11")
    #expect(
      text == """
        Computed in binary16 naive; each operation rounded.

        class     x  exp x      Σ            p  log p
        class 1  11  59872  59872            0   -inf  log of 0
        class 2  11  59872    inf  overflow  0   -inf  log of 0

        Σ       inf overflow
        log Σ   inf

        59872 + 59872 overflows binary16 above 65504; subtract the maximum first.

        class    p  exact     off by  log p    exact  off by
        class 1  0    0.5  1024 ulps   -inf  -0.6934     all
        class 2  0    0.5  1024 ulps   -inf  -0.6934     all

        """)
  }

  @Test func `a number is the shortest that names it in the format, an integer whole`() throws {
    let text = try output("--format", "fp16", "--algorithm", "shifted", "--logits", "12,0.1")
    #expect(text.contains("0.1") && !text.contains("0.0999"))
    #expect(text.contains("-11.9"))
  }

  @Test func `JSON has every value as a hexadecimal float`() throws {
    let text = try output(
      "--json", "--format", "bfloat16", "--algorithm", "online", "--logits=-1,2,0.5", "--block=2")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let members = try #require(object as? [String: Any])
    let arithmetic = try #require(members["arithmetic"] as? [String: String])
    #expect(arithmetic["algorithm"] == "online" && arithmetic["block"] == "2")
    let stages = try #require(members["stages"] as? [[String: Any]])
    #expect(
      stages.compactMap { $0["name"] as? String } == ["x", "x−m", "exp(x−m)", "Σ", "p", "log p"])
    let cells = try #require(stages[0]["cells"] as? [[String: Any]])
    let expected = ["-0x1.0000000000000p+0", "0x1.0000000000000p+1", "0x1.0000000000000p-1"]
    #expect(cells.compactMap { $0["value"] as? String } == expected)
    #expect((members["probabilities"] as? [[String: Any]])?.count == 3)
    #expect(members["fault"] is NSNull)
  }

  @Test func `without an algorithm there are no steps to show`() throws {
    let outcome = try Program.run("eval", "--trace")
    #expect(outcome.code == 2 && outcome.errors.contains("needs an algorithm"))
  }

  @Test func `a row without classes has its steps too`() throws {
    let text = try output("--algorithm", "shifted", "--logits", "[]")
    #expect(text.contains("m         -inf"))
  }
}
