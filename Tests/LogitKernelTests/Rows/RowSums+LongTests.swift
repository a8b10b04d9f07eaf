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

  @Test(arguments: [160, 320])
  func `long arithmetic sums a long row as it does a short one`(precision: Int) {
    for (temperature, seed) in [(1.0, UInt64(3)), (-0.3, 4)] {
      let resolved = row(40, seed: seed, temperature: temperature)
      let (pieces, classes) = (
        BasedSums<BigEnclosure>(tailOf: resolved, precision: precision),
        RowSums<BigEnclosure>(resolved, precision: precision + 100)
      )
      for (sum, expected) in [(pieces.weights, classes.tail), (pieces.moments, classes.pull)] {
        #expect(!(expected.low < sum.low) && !(sum.high < expected.high))
        #expect((sum.high - sum.low).upperExponent < sum.high.upperExponent + 20 - precision)
      }
    }
  }

  /// 10⁵ classes and three more, the last two chosen so that the sum lies below a tie by 2^−140.
  private func rowBelowTie() -> (logits: [Double], tie: BigFloat) {
    var bits = SeededBits(state: 31)
    var logits = [0.0] + (0..<100_000).map { _ in -8 * Double(bits.next() >> 11) * 0x1p-53 }
    let total = LogitRow(logits).longSums(precision: 320).total
    let lower = total.nearest.approximation.rounded(.down) + 1
    let tie = BigFloat(lower) + BigFloat(lower.ulp / 2)
    var missing = BigEnclosure(tie, precision: 320) - total
    for _ in 0..<2 {
      let logit = naturalLogarithm(missing.nearest.approximation).nextDown.nextDown
      logits.append(logit)
      missing = missing - BigEnclosure(logit, precision: 320).exponential()
    }
    #expect(!missing.low.isNegative && missing.high < BigFloat(powerOfTwo: -90))
    return (logits, tie)
  }

  @Test func `a sum next to a tie is settled by the long arithmetic`() {
    var (logits, tie) = rowBelowTie()
    let below = LogitRow(logits)
    #expect(below.sums.total.rounded(to: .binary64) == nil)
    #expect(below.longSums(precision: 80).total.rounded(to: .binary64) == nil)
    let lower = (tie - BigFloat(tie.approximation.ulp / 2)).approximation
    #expect(below.shiftedSum() == lower)
    logits[logits.count - 1] += 0x1p-40
    #expect(LogitRow(logits).shiftedSum() == lower.nextUp)
  }

  #if DEBUG
  @Test(arguments: [160, 320])
  func `long arithmetic forms no exponential per class`(precision: Int) {
    var bits = SeededBits(state: 9)
    var logits = Logits((0..<40_960).map { _ in Double(bits.next() >> 11) * 0x1p-50 })
    let row = LogitRow(logits)
    let cost = OperationCount.counting { _ = row.longSums(precision: precision) }
    #expect(cost < 2 * row.count, "\(cost)")
    logits[20_000] += 1e-3
    let edited = LogitRow(logits)
    let costOfEdit = OperationCount.counting { _ = edited.longSums(precision: precision) }
    #expect(costOfEdit < cost / 4, "\(costOfEdit)")
    let other = LogitRow(row.logits, temperature: 1.5)
    let costOfPair = OperationCount.counting {
      _ = Divergence(p: row, q: other).value(BigEnclosure.self, precision: precision)
    }
    #expect(costOfPair < 5 * row.count, "\(costOfPair)")
  }
  #endif

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
