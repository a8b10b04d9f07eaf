import TestSupport
import Testing

@testable import LogitKernel

@Suite struct RowSpreadTests {
  /// The same by exact bounds, class for class.
  private func fewest(_ row: LogitRow, _ percent: Int) -> Int? {
    let logits = row.logits.array
    guard logits.indices.contains(where: { row.probability(at: $0) > 0 }) else { return nil }
    let keys = logits.indices.map(row.resolved.effectiveLogit).filter(\.isFinite).sorted(by: >)
    let zero = BigEnclosure(0, precision: 100)
    let weights = keys.map { key -> BigEnclosure in
      RowSums<BigEnclosure>.quotient(
        key, minus: row.resolved.best, of: row.resolved.divisor, precision: 100
      ).exponential()
    }
    let share = BigEnclosure(Double(percent), precision: 100)
    let hundred = BigEnclosure(100, precision: 100)
    let wanted = weights.reduce(zero, +) * share
    var sum = zero
    for (place, weight) in weights.enumerated() {
      sum = sum + weight
      let excess = sum * hundred - wanted
      if !excess.low.isNegative { return place + 1 }
    }
    return keys.count
  }

  private func check(_ logits: [Double], _ temperature: Double) {
    var row = LogitRow(logits, temperature: temperature)
    for percent in [50, 90, 99] {
      #expect(row.fewest(holding: percent) == fewest(row, percent), "\(percent) \(temperature)")
    }
    // The same after an edit, from what is known of the pieces.
    var edited = row.logits
    edited[logits.count / 3] = (logits.last ?? 0) + 0.5
    edited[logits.count - 1] = -.infinity
    row = LogitRow(edited, temperature: temperature)
    let anew = LogitRow(edited.array, temperature: temperature)
    for percent in [50, 90, 99] {
      #expect(row.fewest(holding: percent) == fewest(anew, percent))
    }
    expectAlike(row.spread, anew.spread)
  }

  /// Counts to the last class, sums as near as drawings need.
  private func expectAlike(_ a: RowSpread, _ b: RowSpread) {
    for (a, b) in [(a.marks, b.marks), (a.leaders, b.leaders)] {
      #expect(a.map(\.logit) == b.map(\.logit) && a.map(\.count) == b.map(\.count))
      for (a, b) in zip(a, b) {
        #expect(abs(a.mass - b.mass) < 1e-12)
        #expect(abs(a.logProbability - b.logProbability) < 1e-12 * 100)
      }
    }
    #expect(a.histogram == b.histogram)
  }

  private func values(_ count: Int, _ seed: UInt64) -> [Double] {
    var bits = SeededBits(state: seed)
    return (0..<count).map { _ in Double.random(in: -9...9, using: &bits) }
  }

  @Test(arguments: [1, -2, 1e-4])
  func `the fewest classes that hold a share are counted exactly`(temperature: Double) {
    check(values(4500, 1), temperature)
    check(values(700, 2).map { ($0 * 4).rounded() / 4 }, temperature)
    check(values(500, 3).map { $0 > 5 ? -.infinity : $0 }, temperature)
    check((0..<700).map { $0 % 2 == 0 ? 1 : 0 }, temperature)
  }

  @Test func `limits and borders are counted too`() {
    for temperature in [0, -0.0, .infinity, -.infinity] {
      check([1, 2, 2, 2, -.infinity, 2, 0], temperature)
    }
    #expect(LogitRow(Array(repeating: 3, count: 5000)).fewest(holding: 50) == 2500)
    #expect(LogitRow(Array(repeating: 3, count: 5001)).fewest(holding: 99) == 4951)
    #expect(LogitRow([.infinity, 1]).fewest(holding: 99) == 1)
    #expect(LogitRow([1e300, 0, -1e300]).fewest(holding: 99) == 1)
    #expect(LogitRow([1e308, -1e308, 1], temperature: 1e308).fewest(holding: 90) == 2)
    #expect(LogitRow([.nan, 1]).fewest(holding: 50) == nil)
    #expect(LogitRow([]).fewest(holding: 50) == nil)
    #expect(LogitRow([-.infinity, -.infinity]).fewest(holding: 50) == nil)
    // Half of the mass but for what e^−60 adds: only exact arithmetic tells.
    #expect(LogitRow([0, 0, -60]).fewest(holding: 50) == 2)
    #expect(LogitRow([0, 0, -700]).fewest(holding: 50) == 2)
    #expect(LogitRow([0, -60, -60]).fewest(holding: 100) == 3)
  }

  @Test func `marks count all that reach a logit`() {
    let logits = values(9000, 4)
    for temperature in [1, -0.5] {
      let row = LogitRow(logits, temperature: temperature)
      let sign = temperature < 0 ? -1.0 : 1
      let spread = row.spread
      #expect(spread.marks.count > 90 && spread.marks.last?.count == 9000)
      for mark in spread.marks {
        let reaching = logits.indices.filter { sign * logits[$0] >= sign * mark.logit }
        #expect(mark.count == reaching.count)
        let mass = reaching.reduce(0) { $0 + row.probability(at: $1) }
        #expect(abs(mark.mass - mass) < 1e-9)
      }
      #expect(spread.leaders.first?.count == 1)
      let best = logits.indices.map { row.probability(at: $0) }.max() ?? 0
      #expect(abs((spread.leaders.first?.mass ?? 0) - best) < 1e-12)
    }
    #expect(LogitRow([1, 2], temperature: 0).spread.marks.isEmpty)
    #expect(LogitRow([2, 2]).spread.marks.last?.count == 2)
  }

  @Test func `logits far below all others leave the marks where classes weigh something`() {
    let logits = values(700, 5) + Array(repeating: -1e9, count: 300) + [-1e300]
    for temperature in [1, -1e9, 1e300] {
      let row = LogitRow(logits, temperature: temperature)
      for percent in [50, 90, 99] {
        #expect(row.fewest(holding: percent) == fewest(row, percent), "\(percent) \(temperature)")
      }
    }
    let spread = LogitRow(logits).spread
    #expect(spread.marks.filter { $0.logit > -10 }.count > 15)
    #expect(spread.marks.last?.count == 1001 && spread.marks.last?.logit == -1e300)
    #expect(spread.histogram.counts.reduce(0, +) == 1001)
    #expect(spread.histogram.counts.suffix(2).reduce(0, +) == 1000)
  }

  @Test func `one change after another leaves the counts exact`() {
    // Steps of 1/8, so that there are ties, over pieces that are shared.
    var logits = Logits(values(20_000, 6).map { ($0 * 8).rounded() / 8 })
    var bits = SeededBits(state: 7)
    for step in 0..<40 {
      let index = Int.random(in: 0..<20_000, using: &bits)
      logits[index] =
        step % 9 == 8 ? -.infinity : (Double.random(in: -9...12, using: &bits) * 8).rounded() / 8
      let row = LogitRow(logits)
      let anew = LogitRow(logits.array)
      for percent in [50, 90, 99] {
        #expect(row.fewest(holding: percent) == anew.fewest(holding: percent))
      }
      expectAlike(row.spread, anew.spread)
      #expect(row.spread.histogram == anew.spread.histogram)
    }
    let row = LogitRow(logits)
    for percent in [50, 90, 99] {
      #expect(row.fewest(holding: percent) == fewest(row, percent))
    }
  }

  @Test func `groups of pieces that are kept give the same as new ones`() {
    var logits = Logits(values(80_000, 9))
    _ = LogitRow(logits).spread
    for (index, value) in [(0, 9.5), (70_000, -3), (70_001, -.infinity), (79_999, 20)] {
      logits[index] = value
      let (row, anew) = (LogitRow(logits), LogitRow(logits.array))
      expectAlike(row.spread, anew.spread)
      #expect(
        row.spread.histogram == anew.spread.histogram && row.logits.facts == anew.logits.facts)
      #expect(row.fewest(holding: 90) == anew.fewest(holding: 90))
      #expect(row.logSumExp() == anew.logSumExp() && row.entropy() == anew.entropy())
      #expect(row.countLikelier(than: 500) == anew.countLikelier(than: 500))
      #expect(row.countLikelier(than: 500) == logits.count { $0 > logits[500] })
    }
    // The groups of masked rows are kept too.
    var mask = ClassMask(repeating: false, count: 80_000)
    mask[79_999] = true
    let first = mask.effectiveLogits(of: logits)
    logits[3] = 4
    let second = mask.effectiveLogits(of: logits)
    #expect(first.groups[0] !== second.groups[0] && first.groups[1] === second.groups[1])
    expectAlike(LogitRow(second).spread, LogitRow(second.array).spread)
  }

  @Test func `equal logits and a little more are counted exactly`() {
    let row = LogitRow(Array(repeating: 1, count: 20_001) + [0x1p-60], temperature: 0x1p-40)
    #expect(row.fewest(holding: 50) == 10_001)
    // Half of the mass ends next to the border between two classes.
    let even = LogitRow(Array(repeating: 0, count: 20_000) + [-55])
    #expect(even.fewest(holding: 50) == 10_001)
  }

  @Test func `bits sort as numbers do`() {
    for count in [499, 501, 5000] {
      var logits = values(count, 8) + [0, -0.0, 0x1p-1074, -0x1p-1074, 1e308, -1e308, 1, 1]
      logits += [.nan, .infinity, -.infinity] + logits.map { Double(Float($0)) }
      for isReversed in [false, true] {
        let wanted = logits.filter(\.isFinite).map { isReversed ? -$0 : $0 }.sorted(by: >)
        let sorted = logits.descending(isReversed: isReversed)
        #expect(sorted == wanted && !sorted.contains { $0 == 0 && $0.sign == .minus })
      }
    }
  }
}
