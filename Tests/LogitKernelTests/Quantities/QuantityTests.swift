import LogitKernel
import Testing

@Suite struct QuantityTests {
  private let row = LogitRow([2, 1, 0.1])

  private func run(_ algorithm: Algorithm, _ format: NumberFormat = .binary32) -> EmulatedRow {
    EmulatedRow(
      row.logits.array, settings: EmulationSettings(storage: format, algorithm: algorithm))
  }

  @Test func `a quantity of the row is the kernel's`() {
    let quantity = Quantity.logProbability(1)
    #expect(quantity.exact(of: row) == row.logProbability(at: 1))
    #expect(quantity.emulated(in: run(.naive)).value == run(.naive).logProbability(at: 1).value)
  }

  @Test func `a divergence is from a row with settings of its own run`() {
    let other = LogitRow([0, 0, 0])
    let quantity = Quantity.divergence(other)
    #expect(quantity.exact(of: row) == row.klDivergence(to: other))
    let value = quantity.emulated(in: run(.fused)).value
    #expect(abs(value - quantity.exact(of: row)) < 1e-6 && value != quantity.exact(of: row))
  }

  @Test func `a divergence from itself is 0 or wrong by all that it is`() {
    let quantity = Quantity.selfDivergence
    #expect(quantity.exact(of: row) == 0)
    #expect(quantity.error(of: 0, row: row, truth: 0, in: .binary32) == 0)
    #expect(quantity.error(of: 1e-9, row: row, truth: 0, in: .binary32) == .infinity)
  }

  @Test func `errors are in ulps of the format`() {
    let quantity = Quantity.logit(.softplus, 0)
    let truth = quantity.exact(of: row)
    let half = NumberFormat.binary16
    #expect(quantity.error(of: truth, row: row, truth: truth, in: half) == 0)
    let off = quantity.error(of: truth + half.ulp(at: truth), row: row, truth: truth, in: half)
    #expect(off == 1)
  }
}
