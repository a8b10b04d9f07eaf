import LogitKernel
import Testing

@testable import LogitViews

@Suite struct CellContentSigmoidTests {
  @Test func `both tails keep what they are`() {
    #expect(CellContent.sigmoid(1000, temperature: 1).text(digits: 6) == "1-e^-1000")
    #expect(CellContent.sigmoid(-1000, temperature: 1).text(digits: 6) == "e^-1000")
    #expect(CellContent.logSigmoid(1000, temperature: 1).text(digits: 6) == "-e^-1000")
    #expect(CellContent.sigmoid(.infinity, temperature: 1).text(digits: 6) == "1")
    #expect(CellContent.sigmoid(3, temperature: 0).text(digits: 6) == "1")
    #expect(CellContent.sigmoid(0, temperature: 0).text(digits: 6) == "0.500000")
  }

  @Test func `a sum of 1 is called one only where it is`() {
    #expect(CellContent.sumOfSigmoids([3, -3], temperature: 1).isOne)
    let almost = CellContent.sumOfSigmoids([40, -41], temperature: 1)
    #expect(!almost.isOne && almost.content.text(digits: 3) == "1-2.69e-18")
    let beyond = CellContent.sumOfSigmoids([1000], temperature: 1)
    #expect(!beyond.isOne && beyond.content.text(digits: 3) == "≈1")
    #expect(CellContent.sumOfSigmoids([.infinity], temperature: 1).isOne)
    #expect(CellContent.sumOfSigmoids([-1000], temperature: 1).content.text(digits: 3) == "<5e-324")
  }

  @Test func `z by the limits of T`() {
    #expect(scaledLogit(3, temperature: 2) == 1.5)
    #expect(scaledLogit(3, temperature: 0) == .infinity && scaledLogit(0, temperature: 0) == 0)
    #expect(scaledLogit(3, temperature: .infinity) == 0)
  }
}
