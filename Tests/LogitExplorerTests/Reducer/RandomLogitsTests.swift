import Testing

@testable import LogitExplorer

@Suite struct RandomLogitsTests {
  @Test func `the same seed gives the same logits, and a longer row begins with them`() {
    #expect(randomLogits(5, seed: 7) == randomLogits(5, seed: 7))
    #expect(randomLogits(9, seed: 7).prefix(5) == randomLogits(5, seed: 7)[...])
    #expect(randomLogits(5, seed: 8) != randomLogits(5, seed: 7))
    #expect(randomLogits(0, seed: 1).isEmpty)
  }

  @Test func `mean 0, deviation 2, two decimals`() {
    let logits = randomLogits(20_000, seed: 3)
    let mean = logits.reduce(0, +) / 20_000
    let variance = logits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    // Five standard errors.
    #expect(abs(mean) < 5 * 2 / 141.4)
    #expect(abs(variance - 4) < 5 * 4 * 0.01)
    #expect(logits.allSatisfy { ($0 * 100).rounded() / 100 == $0 })
  }
}
