import Foundation
import LogitKernel
import TestSupport
import Testing

/// Times all readouts of typical rows; prints and asserts nothing.
///
/// `LOGITSCOPE_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter KernelBenchmark`
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LOGITSCOPE_BENCH"] == "1"))
struct KernelBenchmark {
  @Test(arguments: [3, 10, 20, 100, 1000])
  func `all readouts of a row`(count: Int) {
    var bits = SeededBits(state: 6)
    let logits = (0..<count).map { _ in (Double(bits.next() >> 11) * 0x1p-53 - 0.5) * 12 }
    let repetitions = max(3, 2000 / count)
    let clock = ContinuousClock()
    var checksum = 0.0
    let times = (0..<repetitions).map { _ in
      clock.measure { checksum += allReadouts(logits) }
    }.sorted()
    print("all readouts of \(count) classes: \(times[repetitions / 2]) (checksum \(checksum))")
  }

  /// Every algorithm in every format at 4 096 classes; the target is 20 ms on one core.
  @Test func `emulated softmax`() {
    var bits = SeededBits(state: 6)
    let logits = (0..<4096).map { _ in (Double(bits.next() >> 11) * 0x1p-53 - 0.5) * 12 }
    let clock = ContinuousClock()
    for format in NumberFormat.all {
      let times = Algorithm.all.map { algorithm in
        let settings = EmulationSettings(storage: format, algorithm: algorithm)
        let time = (0..<9).map { _ in
          clock.measure {
            let row = EmulatedRow(logits, settings: settings)
            for index in logits.indices { _ = row.probability(at: index).value }
          }
        }.sorted()[4]
        return "\(algorithm.name) \(time / .milliseconds(1)) ms"
      }
      print("softmax of 4096 in \(format.name):", times.joined(separator: ", "))
    }
  }

  /// Rows that once took quadratic time; the target is 50 ms on one core.
  @Test func `rows of ties and of masks`() {
    var bits = SeededBits(state: 6)
    let tied = (0..<1000).map { _ in Double(bits.next() % 8) + 0x1p-41 }
    let masked = [Double](repeating: -.infinity, count: 16_000)
    let clock = ContinuousClock()
    print("log-softmax of 1000 ties:", clock.measure { _ = logSoftmax([5000] + tied) })
    print("softmax of 16000 masked classes:", clock.measure { _ = softmax(masked) })
    for masking in EmulationSettings.MaskedRow.allCases {
      let times = Algorithm.all.map { algorithm in
        var settings = EmulationSettings(storage: .binary16, algorithm: algorithm)
        settings.maskedRow = masking
        return clock.measure {
          let row = EmulatedRow(masked, settings: settings)
          for index in masked.indices { _ = row.logProbability(at: index).value }
        }
      }
      print("16000 masked classes, \(masking), slowest algorithm:", times.max() ?? .zero)
    }
  }

  private func allReadouts(_ logits: [Double]) -> Double {
    let row = LogitRow(logits, temperature: 1.5)
    var sum = row.entropy() + row.entropyInBits() + row.perplexity() + row.logSumExp()
    sum += row.sumOfExponentials() + row.gapBetweenBestTwo() + row.crossEntropy(.index(0))
    sum += row.crossEntropy(.index(0, labelSmoothing: 0.1))
    for index in logits.indices {
      sum += row.probability(at: index) + row.complement(at: index)
      sum += row.logProbability(at: index) + row.odds(at: index) + row.logOdds(at: index)
      sum += row.crossEntropyGradient(.index(0), at: index)
    }
    return sum
  }
}
