import TestSupport
import Testing

@testable import LogitKernel

@Suite struct LogitRowLossesTests {
  private let infinity = Double.infinity

  @Test func `the loss survives where the probability underflows`() {
    #expect(LogitRow([1000, 0]).crossEntropy(.index(1)) == 1000)
    #expect(LogitRow([0, -40]).crossEntropy(.index(0)) == 4.248354255291589e-18)
  }

  @Test func `a term without weight is dropped and a weight on the impossible is infinite`() {
    let row = LogitRow([0, -infinity])
    #expect(row.crossEntropy(.distribution([1, 0])) == 0)
    #expect(row.crossEntropy(.index(1)) == infinity)
    #expect(row.crossEntropy(.index(0, labelSmoothing: 0.1)) == infinity)
    #expect(LogitRow([0, .nan]).crossEntropy(.distribution([0, 0])) == 0)
    #expect(LogitRow([0, .nan]).crossEntropy(.index(0)).isNaN)
  }

  @Test func `smoothing outside 0…1 and weights that are no numbers give NaN`() {
    let row = LogitRow([0, 1])
    #expect(row.crossEntropy(.index(0, labelSmoothing: -0.1)).isNaN)
    #expect(row.crossEntropy(.index(0, labelSmoothing: .nan)).isNaN)
    #expect(row.crossEntropy(.distribution([infinity, 0])).isNaN)
    #expect(row.crossEntropyGradient(.distribution([.nan, 0])).allSatisfy { $0.isNaN })
  }

  @Test func `the gradient of a right answer is not lost in p − 1`() {
    let gradient = LogitRow([40, 0]).crossEntropyGradient(.index(0))
    #expect(gradient == [-4.248354255291589e-18, 4.248354255291589e-18])
  }

  @Test func `the gradient vanishes at an infinite temperature and has no limit at 0`() {
    #expect(LogitRow([1, 2], temperature: infinity).crossEntropyGradient(.index(0)) == [0, 0])
    #expect(LogitRow([1, 2], temperature: 0).crossEntropyGradient(.index(0))[1].isNaN)
  }

  @Test func `weights need not sum to 1`() {
    let row = LogitRow([0, 0])
    #expect(row.crossEntropyGradient(.distribution([1, 0.5])) == [-0.25, 0.25])
    #expect(row.crossEntropy(.distribution([2, 0])) == 2 * naturalLogarithm(2))
  }

  @Test func `loss is floor and excess, and a perfect guess has no excess`() {
    let row = LogitRow([0, 0])
    #expect(row.excess(.distribution([0.5, 0.5])) == 0)
    #expect(row.entropyFloor(.distribution([0.5, 0.5])) == naturalLogarithm(2))
    #expect(row.entropyFloor(.index(1)) == 0)
    #expect(LogitRow([3, 1]).excess(.index(1)) == LogitRow([3, 1]).crossEntropy(.index(1)))
    #expect(row.entropyFloor(.distribution([-1, 2])).isNaN)
  }

  @Test func `a divergence of rows that differ in the last bit keeps its digits`() {
    let divergence = LogitRow([0, 0]).klDivergence(to: LogitRow([0, 0x1p-52]))
    #expect(divergence == 0x1p-107)
    #expect(LogitRow([1, 2]).klDivergence(to: LogitRow([3, 4])) == 0)
    #expect(LogitRow([0, 0]).klDivergence(to: LogitRow([0, -infinity])) == infinity)
    #expect(LogitRow([0, -infinity]).klDivergence(to: LogitRow([0, -infinity])) == 0)
  }

  @Test func `a difference of probabilities is rounded once`() {
    let (a, b) = (LogitRow([40, 0]), LogitRow([41, 0]))
    let difference = a.probabilityDifference(at: 0, from: b, baselineIndex: 0)
    #expect(
      difference < 0 && difference == -a.probabilityDifference(at: 1, from: b, baselineIndex: 1))
    #expect(a.probabilityDifference(at: 0, from: a, baselineIndex: 0) == 0)
  }

  @Test func `a probability gives back its logit`() {
    let row = LogitRow([2, 1, 0.1])
    #expect(row.logitGiving(probability: 0, at: 0) == -infinity)
    #expect(row.logitGiving(probability: 1, at: 0) == infinity)
    #expect(row.logitGiving(probability: 1.5, at: 0).isNaN)
    #expect(LogitRow([5, 0, 0, 0]).logitGiving(probability: 0.25, at: 0) == 0)
    #expect(LogitRow([5, 3], temperature: 2).logitGiving(probability: 0.5, at: 0) == 3)
    let logit = row.logitGiving(probability: 0.3, at: 1)
    #expect(abs(softmax([2, logit, 0.1])[1] - 0.3) < 1e-15)
    #expect(LogitRow([5]).logitGiving(probability: 0.5, at: 0).isNaN)
  }

  @Test(arguments: [0.1, 1, 1e-300], [1, -0.7])
  func `smoothing of one class needs no pass over the others`(
    smoothing: Double, temperature: Double
  ) {
    var bits = SeededBits(state: 3)
    let random = (0..<300).map { _ in Double(bits.next() >> 11) * 0x1p-50 - 4 }
    for logits in [random, random.map { 1e10 + $0 }, random.map { _ in 0.3 }, [2, 1], [0, 1e300]] {
      let row = LogitRow(logits, temperature: temperature)
      let one = LossTarget.index(1, labelSmoothing: smoothing)
      let all = LossTarget.distribution(
        logits.indices.map { $0 == 1 ? 1 : 0 }, labelSmoothing: smoothing)
      #expect(row.crossEntropy(one) == row.crossEntropy(all))
      #expect(row.excess(one) == row.excess(all))
      #expect(row.entropyFloor(one) == row.entropyFloor(all))
    }
  }
}
