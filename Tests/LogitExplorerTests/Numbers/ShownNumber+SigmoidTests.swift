import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ShownNumberSigmoidTests {
  @Test func `both tails keep what they are`() {
    #expect(ShownNumber.sigmoid(1000, temperature: 1).text(digits: 6) == "1-e^-1000")
    #expect(ShownNumber.sigmoid(-1000, temperature: 1).text(digits: 6) == "e^-1000")
    #expect(ShownNumber.logSigmoid(1000, temperature: 1).text(digits: 6) == "-e^-1000")
    #expect(ShownNumber.sigmoid(.infinity, temperature: 1).text(digits: 6) == "1")
    #expect(ShownNumber.sigmoid(3, temperature: 0).text(digits: 6) == "1")
    #expect(ShownNumber.sigmoid(0, temperature: 0).text(digits: 6) == "0.500000")
  }

  @Test func `a sum of 1 is called one only where it is`() {
    #expect(ShownNumber.sumOfSigmoids([3, -3], temperature: 1).isOne)
    let almost = ShownNumber.sumOfSigmoids([40, -41], temperature: 1)
    #expect(!almost.isOne && almost.shown.text(digits: 3) == "1-2.69e-18")
    let beyond = ShownNumber.sumOfSigmoids([1000], temperature: 1)
    #expect(!beyond.isOne && beyond.shown.text(digits: 3) == "≈1")
    #expect(ShownNumber.sumOfSigmoids([.infinity], temperature: 1).isOne)
    #expect(ShownNumber.sumOfSigmoids([-1000], temperature: 1).shown.text(digits: 3) == "<5e-324")
  }

  @Test func `z by the limits of T`() {
    #expect(scaledLogit(3, temperature: 2) == 1.5)
    #expect(scaledLogit(3, temperature: 0) == .infinity && scaledLogit(0, temperature: 0) == 0)
    #expect(scaledLogit(3, temperature: .infinity) == 0)
  }
}
