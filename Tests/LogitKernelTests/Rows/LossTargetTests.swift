import TestSupport
import Testing

@testable import LogitKernel

@Suite struct LossTargetTests {
  @Test func `which targets are valid`() {
    #expect(LossWeights(.index(1), count: 2).isValid)
    #expect(!LossWeights(.index(1, labelSmoothing: 1.1), count: 2).isValid)
    #expect(!LossWeights(.index(1, labelSmoothing: .nan), count: 2).isValid)
    #expect(!LossWeights(.distribution([1, .infinity]), count: 2).isValid)
    #expect(LossWeights(.distribution([1, -0.5]), count: 2).isValid)
    #expect(!LossWeights(.distribution([1, -0.5]), count: 2).isNonNegative)
  }

  @Test func `the classes that take part`() {
    #expect(LossWeights(.index(1), count: 3).support == 1..<2)
    #expect(LossWeights(.index(1, labelSmoothing: 0.1), count: 3).support == 0..<3)
    #expect(LossWeights(.distribution([0, 0, 1]), count: 3).support == 0..<3)
  }

  @Test func `the sign of a smoothed weight is that of its true value`() {
    // (1 − ½)·q + ½/2: 0 at q = −½.
    let weights = LossWeights(
      .distribution([-0.5, -0.5 - 0x1p-50], labelSmoothing: 0.5), count: 2)
    #expect(weights.signOfWeight(0) == 0)
    #expect(weights.signOfWeight(1) < 0)
    #expect(LossWeights(.distribution([0, 1]), count: 2).signOfWeight(0) == 0)
  }

  @Test func `the weights are summed without rounding`() {
    let weights = LossWeights(.distribution([1e300, 1, -1e300]), count: 3)
    let sum: FastEnclosure = weights.sum(106)
    #expect(sum.rounded(to: .binary64) == 1)
    // n·((1 − ε)·Σq + ε)
    let smoothed = LossWeights(.distribution([0.5, 0.25], labelSmoothing: 0.5), count: 2)
    let total: FastEnclosure = smoothed.sum(106)
    #expect(total.rounded(to: .binary64) == 2 * (0.5 * 0.75 + 0.5))
  }

  @Test func `a long gradient is that of its elements`() {
    var bits = SeededBits(state: 9)
    let logits = (0..<300).map { _ in Double(Int64(bitPattern: bits.next()) >> 40) * 0x1p-20 }
    let weights = (0..<300).map { _ in Double(bits.next() >> 40) * 0x1p-24 }
    let row = LogitRow(logits)
    for smoothing in [0, 0.1] {
      let target = LossTarget.distribution(weights, labelSmoothing: smoothing)
      let whole = row.crossEntropyGradient(target)
      for index in stride(from: 0, to: 300, by: 37) {
        #expect(whole[index] == row.crossEntropyGradient(target, at: index))
      }
      #expect(abs(sum(of: whole)) < 1e-12)
    }
    #expect(LogitRow([]).crossEntropyGradient(.distribution([])) == [])
  }
}
