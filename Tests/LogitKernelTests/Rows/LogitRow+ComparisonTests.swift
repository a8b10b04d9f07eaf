import LogitKernel
import Testing

@Suite struct LogitRowComparisonTests {
  private let inf = Double.infinity

  @Test func `the divergence of a row from itself, shifted and permuted with it, is 0`() {
    let row = LogitRow([1, 2, 3])
    #expect(row.klDivergence(to: row) == 0)
    #expect(row.klDivergence(to: LogitRow([0.5, 1.5, 2.5])) == 0)
    #expect(LogitRow([1, -inf]).klDivergence(to: LogitRow([7, -inf])) == 0)
  }

  @Test func `masks in the divergence`() {
    #expect(LogitRow([1, 2]).klDivergence(to: LogitRow([1, -inf])) == inf)
    // All of p on one class: −ln q of it.
    #expect(LogitRow([1, -inf]).klDivergence(to: LogitRow([0, 0])) == naturalLogarithm(2))
    #expect(LogitRow([-inf, -inf]).klDivergence(to: LogitRow([0, 0])).isNaN)
    #expect(LogitRow([0, 0]).klDivergence(to: LogitRow([inf, inf])).isNaN)
  }

  @Test func `a small divergence has all its digits`() {
    // For equal logits shifted by ±d/2 apart, KL = ln cosh(d/2) = d²/8 to the last digit.
    let near = LogitRow([0, 0]).klDivergence(to: LogitRow([0, 0x1p-40]))
    #expect(near == 0x1p-83)
  }

  @Test func `entropies differ by their true difference`() {
    let (a, b) = (LogitRow([0, 1, 2]), LogitRow([2, 1, 0]))
    #expect(a.entropyDifference(from: b) == 0)
    #expect(a.entropyDifference(from: LogitRow([10, 11, 12, -inf])) == 0)
    #expect(LogitRow([0, 0]).entropyDifference(from: LogitRow([5])) == naturalLogarithm(2))
    #expect(
      LogitRow([0, 0, 0, 0]).entropyDifference(from: LogitRow([0, 0])) == naturalLogarithm(2))
    // Far less apart than a Double of either entropy could tell.
    let tiny = LogitRow([0, 0]).entropyDifference(from: LogitRow([0, 0x1p-30]))
    #expect(tiny == 0x1p-63)
    #expect(LogitRow([0, .nan]).entropyDifference(from: a).isNaN)
  }

  @Test func `probabilities differ by their true difference`() {
    let (a, b) = (LogitRow([0, 0]), LogitRow([0x1p-60, 0]))
    #expect(b.probabilityDifference(at: 0, from: a, baselineIndex: 0) == 0x1p-62)
    #expect(a.probabilityDifference(at: 0, from: a, baselineIndex: 0) == 0)
    let masked = LogitRow([-inf, 0])
    #expect(masked.probabilityDifference(at: 0, from: a, baselineIndex: 0) == -0.5)
    #expect(a.probabilityDifference(at: 0, from: masked, baselineIndex: 0) == 0.5)
  }

  @Test func `the logit that gives a probability`() {
    let row = LogitRow([2, 1, 0.1])
    for p in [0.5, 0.1, 1e-300, 1 - 0x1p-52] {
      var logits = row.logits
      logits[1] = row.logitGiving(probability: p, at: 1)
      let back = LogitRow(logits).probability(at: 1)
      #expect(abs(back - p) <= p * 0x1p-43)
    }
    #expect(row.logitGiving(probability: 0, at: 0) == -inf)
    #expect(row.logitGiving(probability: 1, at: 0) == inf)
    #expect(LogitRow([0, 0], temperature: -1).logitGiving(probability: 1, at: 0) == -inf)
    #expect(row.logitGiving(probability: 1.5, at: 0).isNaN)
    #expect(LogitRow([1]).logitGiving(probability: 0.5, at: 0).isNaN)
    #expect(LogitRow([1, inf]).logitGiving(probability: 0.5, at: 0).isNaN)
    #expect(LogitRow([1, 2], temperature: inf).logitGiving(probability: 0.5, at: 0).isNaN)
    #expect(LogitRow([0, 7], temperature: 0).logitGiving(probability: 0.5, at: 0) == 7)
  }
}
