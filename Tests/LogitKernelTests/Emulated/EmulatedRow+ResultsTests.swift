import LogitKernel
import Testing

@Suite struct EmulatedRowResultsTests {
  private let format = NumberFormat.binary16

  private func row(_ algorithm: Algorithm, _ logits: [Double] = [1, 2, 0.5]) -> EmulatedRow {
    EmulatedRow(logits, settings: EmulationSettings(storage: format, algorithm: algorithm))
  }

  @Test func `naive, shifted and mean-shifted divide, and take the logarithm of the quotient`() {
    for algorithm in [Algorithm.naive, .shifted, .shiftedByMean] {
      let row = row(algorithm)
      let share = format.divide(row.exponentials[0].value, row.sum.value)
      #expect(row.probability(at: 0).value == share)
      #expect(row.logProbability(at: 0).value == format.log(share))
    }
  }

  @Test func `fused forms log p first, and p from the log of the sum`() {
    let row = row(.fused)
    #expect(
      row.logProbability(at: 0).value == format.subtract(-1, format.log(row.sum.value)))
    #expect(row.logSumExp.value == format.add(2, format.log(row.sum.value)))
    #expect(
      row.probability(at: 0).value == format.exp(format.subtract(1, row.logSumExp.value)))
    let other = self.row(.fusedOtherAssociation)
    #expect(other.logProbability(at: 0).value == format.subtract(1, other.logSumExp.value))
    #expect(other.probability(at: 0).value == format.exp(other.logProbability(at: 0).value))
  }

  @Test func `compensated counts the maxima apart`() {
    let row = row(.compensated, [2, 1, 2])
    #expect(row.maximaCount == 2 && row.sum.value == format.exp(-1))
    let log = format.add(format.log(2), format.log(onePlus: format.divide(row.sum.value, 2)))
    #expect(row.logSum.value == log)
    #expect(row.logProbability(at: 1).value == format.subtract(-1, log))
    #expect(
      row.probability(at: 1).value
        == format.divide(row.exponentials[1].value, format.add(2, row.sum.value)))
  }

  @Test func `a policy for a row with nothing left sets p and log p`() {
    let masked = [Double](repeating: -.infinity, count: 4)
    var settings = EmulationSettings(storage: format)
    settings.maskedRow = .uniform
    let uniform = EmulatedRow(masked, settings: settings)
    #expect(uniform.probability(at: 3).value == 0.25)
    #expect(uniform.logProbability(at: 3).value == format.log(0.25))
    settings.maskedRow = .zeros
    #expect(EmulatedRow(masked, settings: settings).logProbability(at: 0).value == -.infinity)
    #expect(EmulatedRow([1, 2], settings: settings).probability(at: 0).value > 0)
  }

  @Test func `odds and perplexity come from p and the entropy`() {
    let row = row(.shifted)
    let share = row.probability(at: 1).value
    #expect(row.odds(at: 1).value == format.divide(share, format.subtract(1, share)))
    #expect(row.perplexity.value == format.exp(row.entropy.value))
  }
}
