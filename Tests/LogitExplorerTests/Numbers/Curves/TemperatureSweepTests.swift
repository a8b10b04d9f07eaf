import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct TemperatureSweepTests {
  @Test(arguments: [1e-300, 0.01, 0.3, 1, 7, 1e5, 1e300])
  func `a sample agrees with the exact row to more than a dot`(temperature: Double) {
    let logits = [2, 1, 0.1, -Double.infinity, -40]
    let row = LogitRow(logits, temperature: temperature)
    let sample = TemperatureSweep(row, [3, temperature]).sample(1, Array(logits.indices))
    for index in logits.indices {
      #expect(abs(sample.probabilities[index] - row.probability(at: index)) < 1e-12)
    }
    #expect(abs(sample.entropy - row.entropy()) < 1e-12)
  }

  @Test func `below zero the order is reversed`() {
    let sample = TemperatureSweep(LogitRow([2, 1, 0.1], temperature: -1), [-1])
      .sample(0, [0, 1, 2])
    let row = LogitRow([2, 1, 0.1], temperature: -1)
    for index in 0..<3 {
      #expect(abs(sample.probabilities[index] - row.probability(at: index)) < 1e-12)
    }
  }

  @Test func `a mask below zero, an infinity and a NaN are the kernel's`() {
    let crowned = TemperatureSweep(LogitRow([1, -.infinity], temperature: -1), [-1])
      .sample(0, [0, 1])
    #expect(crowned.probabilities == [0, 1])
    let certain = TemperatureSweep(LogitRow([.infinity, 1]), [2]).sample(0, [0, 1])
    #expect(certain.probabilities == [1, 0])
    #expect(TemperatureSweep(LogitRow([.nan, 1]), [1]).sample(0, [1]).entropy.isNaN)
  }

  @Test(arguments: [1.0, -1]) func `a long row is swept as a short one, and again after an edit`(
    sign: Double
  ) {
    var logits = Logits((0..<20_000).map { Double($0 * 7919 % 20_000) * 0x1p-10 - 9 })
    let temperatures = [0.2, 1, 30].map { sign * $0 }
    for change in [0, 40, -40, -Double.infinity] {
      logits[777] += change
      let sweep = TemperatureSweep(LogitRow(logits, temperature: sign), temperatures)
      for (place, temperature) in temperatures.enumerated() {
        let row = LogitRow(logits, temperature: temperature)
        let sample = sweep.sample(place, [777, 5])
        #expect(abs(sample.entropy - row.entropy()) < 1e-12 * 20)
        #expect(abs(sample.probabilities[0] - row.probability(at: 777)) < 1e-12)
        #expect(abs(sample.probabilities[1] - row.probability(at: 5)) < 1e-12)
      }
    }
  }
}
