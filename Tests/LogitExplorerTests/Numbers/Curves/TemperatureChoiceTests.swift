import LogitExplorer
import Testing

@testable import LogitExplorer

@Suite struct TemperatureChoiceTests {
  @Test func `T is next to its half and double, then its quarter and quadruple`() {
    #expect(TemperatureChoice.companions(of: 1) == [0.5, 2, 0.25, 4])
    #expect(TemperatureChoice.companions(of: -3) == [-1.5, -6, -0.75, -12])
  }

  @Test func `where multiples of T are all alike, ordinary temperatures stand next to it`() {
    #expect(TemperatureChoice.companions(of: 0) == [1, 0.5, 2, 0.25])
    #expect(TemperatureChoice.companions(of: .infinity) == [1, 4, 2, 0.5])
    #expect(TemperatureChoice.companions(of: -.infinity) == [-1, -4, -2, -0.5])
  }

  @Test func `at the ends of the number line no temperature stands twice`() {
    let least = Double.leastNonzeroMagnitude
    #expect(TemperatureChoice.companions(of: least) == [0, 2 * least, 4 * least])
    let great = 1.2e308
    #expect(TemperatureChoice.companions(of: great) == [0.6e308, .infinity, 0.3e308])
  }

  @Test func `a temperature that is not a number stands alone`() {
    #expect(TemperatureChoice.companions(of: .nan).isEmpty)
  }

  @Test(arguments: [
    (0.25, "T < 1 sharpens: every gap counts 4 times"),
    (8, "T > 1 flattens: every gap counts 0.125 times"),
    (1, "T = 1 leaves every gap unchanged"),
    (0x1p-1074, "T < 1 sharpens: every gap counts more than 1.7e308 times"),
  ])
  func `an ordinary temperature is put in words`(temperature: Double, words: String) {
    #expect(TemperatureChoice.meaning(of: temperature) == words)
  }

  @Test(arguments: [0, -1, .infinity, -.infinity, Double.nan])
  func `of any other the notice says it, and it alone`(temperature: Double) {
    #expect(TemperatureChoice.meaning(of: temperature) == nil)
    let document = Document(name: "", logits: [2, 1, 0.1], temperature: temperature)
    #expect(ExplorerState(document: document).numbers.notices.count == 1)
  }
}
