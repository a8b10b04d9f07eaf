import LogitKernel
import Testing

@Suite struct RowValueTests {
  @Test func `what is beside 1 has all its digits`() {
    let row = LogitRow([0, -40])
    #expect(row.shiftedSum() == 1)
    #expect(row.shiftedSumLessOne() == exponential(-40))
    #expect(row.sumOfExponentialsLessOne() == exponential(-40))
    let sure = LogitRow([0, -60])
    #expect(sure.perplexity() == 1)
    #expect(sure.perplexityLessOne() == sure.entropy())
    #expect(LogitRow([1e308, 0]).shiftedSum() == 1)
    #expect(LogitRow([2, 2, 2]).shiftedSumLessOne() == 2)
    #expect(LogitRow([2, 2]).perplexityLessOne() == 1)
  }

  @Test func `sums with the greatest taken out fit where plain ones do not`() {
    let row = LogitRow([1000, 1001, 1002])
    #expect(row.sumOfExponentials() == .infinity)
    #expect(row.shiftedSum() == LogitRow([-2, -1, 0]).sumOfExponentials())
    #expect(row.logSumExp() == 1002.4076059644444)
  }

  @Test func `the sum less 1 at every kind of row`() {
    #expect(LogitRow([-800, -900]).sumOfExponentialsLessOne() == -1)
    #expect(LogitRow([.infinity, 0]).sumOfExponentialsLessOne() == .infinity)
    #expect(LogitRow([-.infinity, -.infinity]).sumOfExponentialsLessOne() == -1)
    #expect(LogitRow([1, 2, 3], temperature: .infinity).sumOfExponentialsLessOne() == 2)
    #expect(LogitRow([.nan]).sumOfExponentialsLessOne().isNaN)
    #expect(LogitRow([.infinity, .infinity]).shiftedSum().isNaN)
  }

  @Test func `odds and log-odds of a sole winner, a tie and a loser`() {
    let row = LogitRow([800, 0, 0])
    #expect(row.odds(at: 0) == .infinity && row.logOdds(at: 0) == 800 - naturalLogarithm(2))
    #expect(row.odds(at: 1) == 0 && row.logOdds(at: 1) == -800)
    let tie = LogitRow([3, 3])
    #expect(tie.odds(at: 0) == 1 && tie.logOdds(at: 1) == 0)
  }
}
