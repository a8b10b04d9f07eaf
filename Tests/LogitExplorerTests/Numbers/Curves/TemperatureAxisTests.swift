import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct TemperatureAxisTests {
  @Test func `the flowers' axis goes from a hundredth to a hundred, with 1 in the middle`() {
    let axis = TemperatureAxis(LogitRow([2, 1, 0.1]))
    #expect((axis.low, axis.high) == (-2, 2))
    #expect(axis.fraction(of: 1) == 0.5)
  }

  @Test func `the axis reaches as far as the temperature and stays where things happen`() {
    let hot = TemperatureAxis(LogitRow([2, 1, 0.1], temperature: 2e7))
    #expect((hot.low, hot.high) == (-2, 8))
    let cold = TemperatureAxis(LogitRow([2, 1, 0.1], temperature: 1e-5))
    #expect((cold.low, cold.high) == (-5, 2))
  }

  @Test func `logits a thousand apart move the axis to their scale`() {
    let axis = TemperatureAxis(LogitRow([1000, 0]))
    #expect((axis.low, axis.high) == (0, 5))
  }

  @Test func `negative temperatures have their magnitudes on the axis`() {
    let axis = TemperatureAxis(LogitRow([2, 1, 0.1], temperature: -10))
    #expect(axis.isNegative)
    #expect(abs(axis.fraction(of: -10) - 0.75) < 1e-12)
    #expect(axis.temperature(at: 0.75) < -9.99)
  }

  @Test func `zero is at the left end and infinity at the right`() {
    let axis = TemperatureAxis(LogitRow([2, 1, 0.1]))
    #expect(axis.fraction(of: 0) == 0)
    #expect(axis.fraction(of: .infinity) == 1)
  }

  @Test func `every temperature and every spread gives an axis with finite places`() {
    for temperature in [0, 0x1p-1074, -0x1p-1074, 1e308, -Double.infinity, .nan] {
      let rows: [[Double]] = [[], [0], [1e308, -1e308], [-.infinity, .nan], [0x1p-1074, 0]]
      for logits in rows {
        let axis = TemperatureAxis(LogitRow(logits, temperature: temperature))
        #expect(axis.low < axis.high)
        for fraction in [0, 0.5, 1] { #expect(axis.temperature(at: fraction).isFinite) }
      }
    }
  }
}
