import BigInt
import TestSupport
import Testing

@testable import LogitKernel

@Suite struct RowSumsLongTests {
  /// Logits of one spread in pieces, with ties, masks and an outlier among them.
  private func row(_ spread: Double, seed: UInt64, temperature: Double) -> ResolvedRow {
    var bits = SeededBits(state: seed)
    var logits = (0..<400).map { _ in
      (Double(bits.next() >> 11) * 0x1p-53 - 0.5) * spread
    }
    logits[7] = logits[8]
    logits[9] = temperature < 0 ? .infinity : -.infinity
    logits[10] = (0.5 * spread + 2) * (temperature < 0 ? -1 : 1)
    // Of lengths that fill lanes and that do not, one of a single logit and one of equal ones.
    var pieces = [0..<150, 150..<151, 151..<160, 160..<400].map { LogitPiece(Array(logits[$0])) }
    pieces.append(LogitPiece(Array(repeating: logits[20], count: 9)))
    return ResolvedRow(Logits(pieces: pieces), temperature: temperature)
  }

  @Test(arguments: [1e-9, 0.1, 1, 20, 90, 3000], [1, 0.3, -7, 1e-20])
  func `the bounds hold the true sums`(spread: Double, temperature: Double) {
    for seed in 1...3 {
      let resolved = row(spread, seed: UInt64(seed), temperature: temperature)
      let sums = BasedSums(tailOf: resolved)
      let long = RowSums<BigEnclosure>(resolved, precision: 320)
      expect(sums.weights, holds: long.tail)
      expect(sums.moments, holds: long.pull)
    }
  }

  private func expect(
    _ fast: FastEnclosure, holds long: BigEnclosure, within limit: Double = 0x1p-74
  ) {
    let difference = (long - fast.middle).nearest
    let (error, unit) = (BigFloat(fast.bound), BigFloat(powerOfTwo: fast.scale))
    #expect(!(error * unit < BigFloat(.plus, difference.magnitude, exponent: difference.exponent)))
    // What is left out is small next to the sum or to 1, which is added to it.
    guard fast.scale == 0 else { return }
    #expect(fast.error <= max(fast.value.high, 1) * limit, "\(fast)")
  }

  @Test func `without a class below the second nothing is left open`() {
    let sums = BasedSums(tailOf: ResolvedRow([1, 0, 0], temperature: 1))
    #expect(sums.weights.error == 0 && sums.weights.value.high == 0 && sums.moments.error == 0)
  }

  @Test func `numbers that need a scale have one`() {
    let rows: [(Logits, Double)] = [
      ([1e300, 1e299, 1, 0.5], 1), ([1, 0, -1e300], 1), ([1, 0, -1, -2], 1e-40),
      ([0x1p-1074, 0, -0x1p-1074, -0x1p-1073], 0x1p100), ([1e308, -1e308, -1.7e308], 1e308),
    ]
    for (logits, temperature) in rows {
      let resolved = ResolvedRow(logits, temperature: temperature)
      let sums = BasedSums(tailOf: resolved)
      let long = RowSums<BigEnclosure>(resolved, precision: 640)
      expect(sums.weights, holds: long.tail)
      expect(sums.moments, holds: long.pull, within: .infinity)
    }
  }

  @Test func `a long row leaves none of its numbers open`() {
    var bits = SeededBits(state: 9)
    let row = LogitRow((0..<5000).map { _ in Double(bits.next() >> 11) * 0x1p-50 })
    let settled = row.logits.indices.count {
      row.sums.value(of: .probability($0)).rounded(to: .binary64) != nil
        && row.sums.value(of: .logProbability($0)).rounded(to: .binary64) != nil
    }
    #expect(settled == 5000)
  }

  @Test func `a long row has the numbers of its parts`() {
    // 2 048 pairs and one more: p, log p and entropy as fractions of a row of two.
    let logits = [3.0] + (0..<4096).map { $0 % 2 == 0 ? 1.25 : -0.5 }
    let row = LogitRow(logits)
    let short = LogitRow([3, 1.25 + 2048.log, -0.5 + 2048.log])
    #expect(row.count == 4097 && row.resolved.isLong)
    #expect((row.probability(at: 0) - short.probability(at: 0)).magnitude < 1e-15)
    #expect(row.sums.total.rounded(to: .binary64) != nil)
    #expect(
      row.probability(at: 0)
        == RowSums<BigEnclosure>(row.resolved, precision: 320).value(of: .probability(0))
        .rounded(to: .binary64))
    #expect(
      row.entropy()
        == RowSums<BigEnclosure>(row.resolved, precision: 320).value(of: .entropy)
        .rounded(to: .binary64))
  }
}

extension Double {
  fileprivate var log: Double { naturalLogarithm(self) }
}

extension FastEnclosure {
  fileprivate var middle: BigEnclosure {
    let sum = BigFloat(value.high) + BigFloat(value.low)
    let scaled = BigFloat(sum.sign, sum.magnitude, exponent: sum.exponent + scale)
    return BigEnclosure(scaled, precision: 640)
  }
}
