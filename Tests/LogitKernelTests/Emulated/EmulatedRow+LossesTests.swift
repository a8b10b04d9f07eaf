import Testing

@testable import LogitKernel

@Suite struct EmulatedRowLossesTests {
  private let half = NumberFormat.binary16

  private func row(
    _ logits: [Double], _ algorithm: Algorithm = .fused, temperature: Double = 1,
    _ change: (inout EmulationSettings) -> Void = { _ in }
  ) -> EmulatedRow {
    var settings = EmulationSettings(storage: half, algorithm: algorithm)
    change(&settings)
    return EmulatedRow(logits, temperature: temperature, settings: settings)
  }

  @Test func `the loss of one class is -log p, without a sum`() {
    let row = row([1, 2, 3])
    #expect(row.crossEntropy(.index(1)).value == -row.logProbability(at: 1).value)
  }

  @Test func `smoothed weights are formed operation by operation`() {
    let row = row([1, 2, 3])
    let smoothing = half.round(0.1)
    let share = half.divide(smoothing, 3)
    let kept = half.subtract(1, smoothing)
    let weights = [share, half.add(kept, share), share]
    var sum = 0.0
    for (index, weight) in weights.enumerated() {
      sum = half.add(sum, half.multiply(weight, row.logProbability(at: index).value))
    }
    #expect(row.crossEntropy(.index(1, labelSmoothing: 0.1)).value == -sum)
  }

  @Test func `the gradient of weights is p·Σq - q, of an index p - 1`() {
    let row = row([1, 2])
    let share = row.probability(at: 0).value
    #expect(row.crossEntropyGradient(.index(0), at: 0).value == half.subtract(share, 1))
    let weighed = LossTarget.distribution([2, 0.5])
    #expect(
      row.crossEntropyGradient(weighed, at: 0).value
        == half.subtract(half.multiply(share, 2.5), 2))
    let cold = self.row([1, 2], temperature: 0.5)
    let slope = half.subtract(cold.probability(at: 0).value, 1)
    #expect(cold.crossEntropyGradient(.index(0), at: 0).value == half.divide(slope, 0.5))
  }

  @Test func `the sign of an entropy belongs to its terms`() {
    #expect(row([]).entropy.value.sign == .plus)
    #expect(row([5]).entropy.value.sign == .plus)
    #expect(row([5]).entropy.value == 0)
  }

  @Test func `a guard means the logarithm of a probability, whatever the algorithm`() {
    let guarded = row([0, -15]) { $0.logGuard = .floor(-5) }
    #expect(guarded.crossEntropy(.index(1)).value == 5)
    let offset = row([0, -15]) { $0.logGuard = .epsilon(0.001) }
    let epsilon = half.round(0.001)
    let share = offset.probability(at: 1).value
    #expect(offset.crossEntropy(.index(1)).value == -half.log(half.add(share, epsilon)))
  }

  @Test(arguments: Algorithm.all) func `by one algorithm a row diverges from itself by 0`(
    algorithm: Algorithm
  ) {
    let row = row([1, 2, 3, 0.1], algorithm)
    #expect(row.klDivergence(to: row).value == 0)
  }

  @Test func `a divergence from a class without probability is infinite, or NaN, or dropped`() {
    let masked = row([0, -.infinity])
    #expect(row([0, 0]).klDivergence(to: masked).value == .infinity)
    #expect(masked.klDivergence(to: row([0, 0])).value.isNaN)
    let dropping = row([0, -.infinity]) { $0.dropsZeroWeights = true }
    #expect(dropping.klDivergence(to: row([0, 0])).value == half.log(2))
  }

  @Test func `every quantity can be asked for by name`() {
    let row = row([1, 2])
    let target = LossTarget.index(0)
    #expect(Quantity.probability(0).emulated(in: row) == row.probability(at: 0))
    #expect(Quantity.logProbability(1).emulated(in: row) == row.logProbability(at: 1))
    #expect(Quantity.logSumExp.emulated(in: row) == row.logSumExp)
    #expect(Quantity.entropy.emulated(in: row) == row.entropy)
    #expect(Quantity.sumOfProbabilities.emulated(in: row) == row.sumOfProbabilities)
    #expect(Quantity.crossEntropy(target).emulated(in: row) == row.crossEntropy(target))
    #expect(
      Quantity.crossEntropyGradient(target, 1).emulated(in: row)
        == row.crossEntropyGradient(target, at: 1))
  }
}
