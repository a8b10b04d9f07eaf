import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct TemperatureSweepTests {
  @Test(arguments: [1e-300, 0.01, 0.3, 1, 7, 1e5, 1e300])
  func `a sample agrees with the exact row to more than a dot`(temperature: Double) {
    let logits = [2, 1, 0.1, -Double.infinity, -40]
    let row = LogitRow(logits, temperature: temperature)
    let sample = TemperatureSweep(row).sample(temperature, Array(logits.indices))
    for index in logits.indices {
      #expect(abs(sample.probabilities[index] - row.probability(at: index)) < 1e-12)
    }
    #expect(abs(sample.entropy - row.entropy()) < 1e-12)
  }

  @Test func `below zero the order is reversed`() {
    let sample = TemperatureSweep(LogitRow([2, 1, 0.1], temperature: -1)).sample(-1, [0, 1, 2])
    let row = LogitRow([2, 1, 0.1], temperature: -1)
    for index in 0..<3 {
      #expect(abs(sample.probabilities[index] - row.probability(at: index)) < 1e-12)
    }
  }

  @Test func `a mask below zero, an infinity and a NaN are the kernel's`() {
    let crowned = TemperatureSweep(LogitRow([1, -.infinity], temperature: -1)).sample(-1, [0, 1])
    #expect(crowned.probabilities == [0, 1])
    let certain = TemperatureSweep(LogitRow([.infinity, 1])).sample(2, [0, 1])
    #expect(certain.probabilities == [1, 0])
    #expect(TemperatureSweep(LogitRow([.nan, 1])).sample(1, [1]).entropy.isNaN)
  }
}
