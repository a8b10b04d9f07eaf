import TestSupport
import Testing

@testable import LogitKernel

@Suite struct EmulatedRowTests {
  private func row(_ logits: [Double], _ settings: EmulationSettings) -> EmulatedRow {
    EmulatedRow(logits, settings: settings)
  }

  @Test func `inputs are stored in the format and everything else is formed from them`() {
    let half = row([0.1, 2049], EmulationSettings(storage: .binary16, algorithm: .shifted))
    #expect(half.inputs.map(\.value) == [0.0999755859375, 2048])
    #expect(half.shift?.value == 2048)
    #expect(half.shifted.map(\.value) == [-2048, 0])
  }

  @Test func `one is no temperature, and any other divides with one rounding`() {
    let settings = EmulationSettings(storage: .binary16)
    let plain = EmulatedRow([1, 2], temperature: 1, settings: settings)
    #expect(plain.scaled.map(\.operation.kind) == [.input, .input])
    let cold = EmulatedRow([1, 2], temperature: 0.3, settings: settings)
    let divisor = NumberFormat.binary16.round(0.3)
    #expect(cold.scaled[0].value == NumberFormat.binary16.divide(1, divisor))
  }

  @Test func `sums are formed in the accumulator and kept there`() {
    var settings = EmulationSettings(storage: .bfloat16, accumulator: .binary32)
    let zeros = row(Array(repeating: 0, count: 1000), settings)
    #expect(zeros.sum.value == 1000 && !NumberFormat.bfloat16.contains(1001))
    settings.accumulator = nil
    #expect(row(Array(repeating: 0, count: 1000), settings).sum.value == 256)
  }

  @Test func `the switches of the storage format hold in the accumulator too`() {
    var storage = NumberFormat.e4m3
    storage.saturates = true
    let settings = EmulationSettings(
      storage: storage, accumulator: .e4m3, algorithm: .naive)
    #expect(row([6, 6], settings).sum.value == 448)
    storage = .binary32
    storage.flushesSubnormals = true
    let flushing = EmulationSettings(storage: storage, accumulator: .binary32)
    #expect(flushing.accumulatingFormat == storage)
  }

  @Test func `no input stops the computation`() {
    let values = [Double.nan, .infinity, -.infinity, 0, -0.0, 1e308, -1e308, 0x1p-1074]
    for format in NumberFormat.all {
      for algorithm in Algorithm.all {
        let settings = EmulationSettings(storage: format, algorithm: algorithm)
        for temperature in [1, 0, -1, .infinity, .nan, 1e-300] {
          for count in 0...3 {
            let row = EmulatedRow(
              Array(values.shuffled(seed: UInt64(count)).prefix(count)), temperature: temperature,
              settings: settings)
            #expect(row.stages.count >= 4)
            _ = row.fault(watching: count > 0 ? 0 : nil)
          }
        }
      }
    }
  }

  @Test(arguments: Algorithm.all) func `another algorithm from the same row is the same as anew`(
    algorithm: Algorithm
  ) {
    let logits = [3, 1.5, 3, -7, 0.1]
    for old in Algorithm.all {
      let settings = EmulationSettings(storage: .binary16, algorithm: old)
      let changed = EmulatedRow(logits, temperature: 0.7, settings: settings).by(algorithm)
      var wanted = settings
      wanted.algorithm = algorithm
      let anew = EmulatedRow(logits, temperature: 0.7, settings: wanted)
      #expect(changed.sum == anew.sum && changed.total == anew.total)
      #expect(changed.logSumExp == anew.logSumExp && changed.maximaCount == anew.maximaCount)
      #expect(changed.partialSums == anew.partialSums && changed.blocks == anew.blocks)
      #expect(changed.probability(at: 1) == anew.probability(at: 1))
    }
  }
}

extension [Double] {
  fileprivate func shuffled(seed: UInt64) -> [Double] {
    var random = SeededBits(state: seed)
    return shuffled(using: &random)
  }
}
