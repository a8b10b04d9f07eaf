import LogitKernel
import Testing

@Suite struct UlpErrorTests {
  private let row = LogitRow([0, 0])

  @Test func `the unit is that of the format at the true value`() {
    let quantity = Quantity.probability(0)
    #expect(row.ulpError(of: 0.5, for: quantity, in: .binary32) == 0)
    #expect(row.ulpError(of: 0.5 + 0x1p-24, for: quantity, in: .binary32) == 1)
    #expect(row.ulpError(of: 0.5 + 0x1p-11, for: quantity, in: .binary16) == 1)
    #expect(row.ulpError(of: 0, for: quantity, in: .binary16) == 0x1p10)
  }

  @Test func `just below a power of two the unit is the smaller one`() {
    // p of the winner is 1 - 4.2e-18: its unit is half that of 1.
    let row = LogitRow([0, -40])
    let error = row.ulpError(of: 1, for: .probability(0), in: .binary64)
    #expect(error > 0 && DecimalText.scientific(error, significantDigits: 3) == "3.83e-2")
  }

  @Test func `below the least normal value the unit is the least subnormal`() {
    let row = LogitRow([0, -17])
    let error = row.ulpError(of: 0, for: .probability(1), in: .binary16)
    #expect(DecimalText.significant(error, digits: 3) == "0.695")
  }

  @Test func `a correctly rounded value is off by a half at most`() {
    let row = LogitRow([2, 1, 0.1])
    for format in NumberFormat.all {
      for quantity in [Quantity.probability(1), .logProbability(2), .logSumExp, .entropy] {
        #expect(
          row.ulpError(of: quantity.exact(of: row, in: format), for: quantity, in: format) <= 0.5)
      }
    }
  }

  @Test func `what is not finite is off by nothing or by everything`() {
    let masked = LogitRow([-.infinity, -.infinity])
    #expect(masked.ulpError(of: .nan, for: .probability(0), in: .binary32) == 0)
    #expect(masked.ulpError(of: 0.5, for: .probability(0), in: .binary32) == .infinity)
    #expect(row.ulpError(of: .nan, for: .probability(0), in: .binary32) == .infinity)
    let huge = LogitRow([1e6])
    #expect(huge.ulpError(of: .infinity, for: .logSumExp, in: .binary16) == 0)
    #expect(huge.ulpError(of: 5, for: .logSumExp, in: .binary16) < .infinity)
  }

  @Test func `a known truth gives the same error`() {
    let row = LogitRow([2, 1, 0.1])
    for format in [NumberFormat.binary16, .bfloat16, .binary32, .binary64] {
      let quantity = Quantity.logProbability(1)
      let value = format.round(-1.4171)
      let one = row.ulpError(of: value, for: quantity, in: format)
      let other = row.ulpError(of: value, for: quantity, truth: quantity.exact(of: row), in: format)
      #expect(DecimalText.significant(one, digits: 5) == DecimalText.significant(other, digits: 5))
    }
  }

  @Test func `the sum of all probabilities is 1`() {
    #expect(Quantity.sumOfProbabilities.exact(of: row) == 1)
    #expect(Quantity.sumOfProbabilities.exact(of: LogitRow([.nan])).isNaN)
  }
}
