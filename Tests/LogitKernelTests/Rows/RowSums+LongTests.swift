import TestSupport
import Testing

@testable import LogitKernel

@Suite struct RowSumsLongTests {
  /// Logits of one spread, with ties, masks and an outlier among them.
  private func row(_ spread: Double, seed: UInt64, temperature: Double) -> ResolvedRow {
    var bits = SeededBits(state: seed)
    var logits = (0..<400).map { _ in
      (Double(bits.next() >> 11) * 0x1p-53 - 0.5) * spread
    }
    logits[7] = logits[8]
    logits[9] = temperature < 0 ? .infinity : -.infinity
    logits[10] = (0.5 * spread + 2) * (temperature < 0 ? -1 : 1)
    return ResolvedRow(logits, temperature: temperature)
  }

  @Test(arguments: [1e-9, 0.1, 1, 20, 90, 3000], [1, 0.3, -7, 1e-20])
  func `the bounds hold the true sums`(spread: Double, temperature: Double) throws {
    for seed in 1...3 {
      let resolved = row(spread, seed: UInt64(seed), temperature: temperature)
      let sums = try #require(LongTail(resolved))
      let long = RowSums<BigEnclosure>(resolved, precision: 320)
      expect(sums.tail, holds: long.tail)
      expect(sums.pull, holds: long.pull)
    }
  }

  private func expect(_ fast: FastEnclosure, holds long: BigEnclosure) {
    let value = BigEnclosure(
      BigFloat(fast.value.high) + BigFloat(fast.value.low), precision: 320)
    let error = (long - value).rounded(to: .binary64) ?? .nan
    #expect(error.magnitude <= fast.error, "\(fast)")
    // What is left out is small next to the sum or to 1, which is added to it.
    #expect(fast.error <= max(fast.value.high, 1) * 0x1p-74, "\(fast)")
  }

  @Test func `single exponentials lie within their bound`() throws {
    var bits = SeededBits(state: 5)
    for _ in 0..<500 {
      let z = -40 * Double(bits.next() >> 11) * 0x1p-53
      let sums = try #require(LongTail(ResolvedRow([1, 0, z], temperature: 1)))
      let truth = BigEnclosure(BigFloat(z), precision: 320).exponential()
      let value = BigEnclosure(
        BigFloat(sums.tail.value.high) + BigFloat(sums.tail.value.low), precision: 320)
      let error = ((value - truth) / truth).rounded(to: .binary64) ?? .nan
      #expect(error.magnitude < 0x1p-77, "\(z)")
    }
  }

  @Test func `without a class below the second nothing is left open`() throws {
    let sums = try #require(LongTail(ResolvedRow([1, 0, 0], temperature: 1)))
    #expect(sums.tail.error == 0 && sums.tail.value.high == 0 && sums.pull.error == 0)
    #expect(LongTail(ResolvedRow([1, 1], temperature: 1)) == nil)
  }

  @Test func `numbers that need a scale are left to other sums`() {
    #expect(LongTail(ResolvedRow([1e300, 0, 1], temperature: 1)) != nil)
    #expect(LongTail(ResolvedRow([1e300, 1e299, 1], temperature: 1)) == nil)
    #expect(LongTail(ResolvedRow([1, 0, -1e300], temperature: 1)) == nil)
    #expect(LongTail(ResolvedRow([1, 0, -1], temperature: 1e-40)) == nil)
  }

  @Test func `a long row leaves fewer than a thousandth of its numbers open`() {
    var bits = SeededBits(state: 9)
    let row = LogitRow((0..<5000).map { _ in Double(bits.next() >> 11) * 0x1p-50 })
    let settled = row.logits.indices.count {
      row.sums.value(of: .probability($0)).rounded(to: .binary64) != nil
        && row.sums.value(of: .logProbability($0)).rounded(to: .binary64) != nil
    }
    #expect(settled >= 4995)
  }

  @Test func `a long row has the numbers of its parts`() {
    // 2 048 pairs and one more: p, log p and entropy as fractions of a row of two.
    let logits = [3.0] + (0..<4096).map { $0 % 2 == 0 ? 1.25 : -0.5 }
    let row = LogitRow(logits)
    let short = LogitRow([3, 1.25 + 2048.log, -0.5 + 2048.log])
    #expect(row.count == RowSums<FastEnclosure>.long)
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
