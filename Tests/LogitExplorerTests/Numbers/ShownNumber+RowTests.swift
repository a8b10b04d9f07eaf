import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ShownNumberRowTests {
  private func texts(_ logits: [Double], temperature: Double = 1) -> [String] {
    let row = LogitRow(logits, temperature: temperature)
    return logits.indices.map { ShownNumber.probability(row, at: $0).text(digits: 6) }
  }

  @Test func `nothing but 0 is shown as 0, nor but 1 as 1`() {
    #expect(texts([1000, 0]) == ["1-e^-1000", "e^-1000"])
    #expect(texts([40, 0]) == ["1-4.24835e-18", "4.24835e-18"])
    #expect(texts([1, -.infinity]) == ["1", "0"])
    #expect(texts([7]) == ["1"])
    #expect(texts([1, 2], temperature: 0) == ["0", "1"])
    #expect(texts([1e308, -1e308], temperature: 0.5) == ["<1", "<5e-324"])
    #expect(texts([.nan, 1]) == ["nan", "nan"])
  }

  @Test func `logarithms, odds and surprises next to 0`() {
    let row = LogitRow([1000, 0])
    #expect(ShownNumber.logProbability(row, at: 0).text(digits: 6) == "-e^-1000")
    #expect(ShownNumber.surprise(row, at: 0).text(digits: 6) == "e^-1000")
    #expect(ShownNumber.odds(row, at: 0).text(digits: 6) == "e^1000")
    #expect(ShownNumber.odds(row, at: 1).text(digits: 6) == "e^-1000")
    #expect(ShownNumber.surprise(LogitRow([5]), at: 0) == .number(0))
  }

  @Test func `sums next to 1`() {
    let row = LogitRow([0, -1000])
    #expect(ShownNumber.sumOfExponentials(row, shifted: false).text(digits: 6) == "1+e^-1000")
    #expect(ShownNumber.sumOfExponentials(row, shifted: true).text(digits: 6) == "1+e^-1000")
    #expect(ShownNumber.logSumExp(row.logSumExp(), of: row).text(digits: 6) == "e^-1000")
    #expect(ShownNumber.entropy(row.entropy(), of: row).text(digits: 6) == "<5e-324")
    let perplexity = ShownNumber.perplexity(of: row)
    #expect(perplexity.text(digits: 6) == ">1")
    let near = LogitRow([0, -40])
    #expect(
      ShownNumber.sumOfExponentials(near, shifted: true).text(digits: 6) == "1+4.24835e-18")
    #expect(ShownNumber.sumOfExponentials(LogitRow([0]), shifted: false).text(digits: 6) == "1")
  }

  @Test func `what a Double does not reach is not infinite`() {
    let row = LogitRow([1e308, -1e308], temperature: 0.5)
    #expect(ShownNumber.finite(row.gapBetweenBestTwo(), row).text(digits: 6) == ">1.8e308")
    #expect(ShownNumber.logSumExp(row.logSumExp(), of: row).text(digits: 6) == ">1.8e308")
    let infinite = LogitRow([.infinity, 0])
    #expect(ShownNumber.logSumExp(.infinity, of: infinite).text(digits: 6) == "inf")
  }

  @Test func `exponentials as powers`() {
    #expect(ShownNumber.exponential(-1000, value: 0).text(digits: 6) == "e^-1000")
    #expect(ShownNumber.exponential(710, value: .infinity).text(digits: 6) == "e^710")
    #expect(ShownNumber.exponential(-.infinity, value: 0).text(digits: 6) == "0")
    #expect(ShownNumber.exponential(1e-20, value: 1).text(digits: 3) == "1+1.00e-20")
  }
}
