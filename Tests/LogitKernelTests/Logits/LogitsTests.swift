import TestSupport
import Testing

@testable import LogitKernel

@Suite struct LogitsTests {
  private static let special = [0, -0.0, 1, 1, -2.5, .infinity, -.infinity, .nan, 1e308, 5]

  private static func random(_ count: Int, seed: UInt64) -> [Double] {
    var bits = SeededBits(state: seed)
    return (0..<count).map { _ in special[Int(bits.next() % UInt64(special.count))] }
  }

  private func expectSame(_ logits: Logits, _ array: [Double]) {
    #expect(logits.count == array.count)
    #expect(logits.array.map(\.bitPattern) == array.map(\.bitPattern))
    #expect(Array(logits).map(\.bitPattern) == array.map(\.bitPattern))
    #expect(logits.indices.allSatisfy { logits[$0].bitPattern == array[$0].bitPattern })
    #expect(logits.pieces.allSatisfy { (1...Logits.pieceLength).contains($0.count) })
    let whole = LogitFacts(array)
    #expect(logits.facts.nans == whole.nans && logits.facts.greatest == whole.greatest)
    #expect(logits.facts.least == whole.least && logits.facts.finiteCount == whole.finiteCount)
    #expect(logits.facts.minusInfinities == whole.minusInfinities)
  }

  @Test(arguments: [0, 1, 7, 1023, 1024, 1025, 10_000, 40_000])
  func `changes are those of an array`(count: Int) {
    var array = Self.random(count, seed: UInt64(count))
    var logits = Logits(array)
    expectSame(logits, array)
    var bits = SeededBits(state: 3)
    for step in 0..<40 {
      let place = Int(bits.next() % UInt64(max(array.count, 1)))
      let value = Self.special[step % Self.special.count]
      switch step % 4 {
      case 0 where !array.isEmpty: (array[place], logits[place]) = (value, value)
      case 1:
        array.insert(value, at: min(place, array.count))
        logits.insert(value, at: min(place, logits.count))
      case 2 where !array.isEmpty:
        #expect(
          logits.remove(at: place).bitPattern == array.remove(at: place).bitPattern)
      default:
        array += [value, value]
        logits.append(contentsOf: [value, value])
      }
    }
    expectSame(logits, array)
  }

  @Test func `pieces and groups stay small`() {
    var logits = Logits((0..<17_000).map(Double.init))
    var array = logits.array
    for step in 0..<9000 { logits.insert(Double(-step), at: 5) }
    array.insert(contentsOf: (0..<9000).reversed().map { Double(-$0) }, at: 5)
    expectSame(logits, array)
    #expect(logits.groups.count > 2)
    #expect(logits.groups.allSatisfy { $0.pieces.count <= 2 * LogitGroup.length })
    for _ in 0..<2000 { #expect(logits.remove(at: 3) == array.remove(at: 3)) }
    expectSame(logits, array)
    #expect(logits.groups.allSatisfy { !$0.pieces.isEmpty })
  }

  @Test func `a change copies one piece`() {
    let old = Logits((0..<100_000).map(Double.init))
    var new = old
    new[50_000] = -1
    #expect(new.pieceCount == 98 && new.sharedPieces(with: old) == 97)
    #expect(old[50_000] == 50_000 && new != old)
    new[50_000] = 50_000
    #expect(new == old)
    #expect(Logits(repeating: 3, count: 40_961).bytes < 40_000)
  }

  @Test func `equal means to the bit`() {
    #expect(Logits([.nan, 0]) == Logits([.nan, 0]) && Logits([0]) != Logits([-0.0]))
    var split = Logits(Array(repeating: 1, count: 4096))
    split.insert(1, at: 5)
    #expect(split == Logits(Array(repeating: 1, count: 4097)))
  }

  @Test func `a mask makes new pieces only where it must`() {
    let logits = Logits((0..<20_000).map(Double.init))
    var mask = ClassMask(repeating: false, count: 20_000)
    #expect(mask.effectiveLogits(of: logits).sharedPieces(with: logits) == 20)
    mask[7] = true
    let masked = mask.effectiveLogits(of: logits)
    #expect(masked[7] == -.infinity && masked.sharedPieces(with: logits) == 19)
    var changed = logits
    changed[9000] = 1
    let again = mask.effectiveLogits(of: changed)
    #expect(again.sharedPieces(with: masked) == 19 && again[7] == -.infinity && again[9000] == 1)
    mask[7] = false
    #expect(mask.maskedCount == 0 && mask.effectiveLogits(of: changed) == changed)
  }

  @Test(arguments: [1.0, -1]) func `ranks are those of a count`(temperature: Double) {
    let special: [Double] = [.infinity, -.infinity, 0, -0.0, 3, 3]
    let logits: [Double] = (0..<5000).map { index -> Double in
      index < 60 ? special[index % 6] : Double(index * 7919 % 500) - 250
    }
    for row in [
      LogitRow(logits, temperature: temperature),
      LogitRow(Array(logits.prefix(50)), temperature: temperature),
    ] {
      for index in stride(from: 0, to: row.count, by: 7) {
        let own = row.logits[index]
        let wanted = row.logits.count { temperature < 0 ? $0 < own : $0 > own }
        #expect(row.countLikelier(than: index) == wanted, "\(index)")
      }
    }
  }

  @Test(arguments: [1, -1, 0.25, 0, .infinity])
  func `the likeliest are those of a sort`(temperature: Double) {
    var bits = SeededBits(state: 8)
    // Of two groups.
    var logits = (0..<18_000).map { _ in Double(bits.next() >> 11) * 0x1p-50 - 4 }
    var edited = Logits(logits)
    _ = LogitRow(edited, temperature: temperature).likeliest(64, above: 0x1p-10)
    for (place, logit) in [(17_000, 3.9), (17_500, 4.5), (17_000, -3)] {
      (logits[place], edited[place]) = (logit, logit)
      _ = LogitRow(edited, temperature: temperature).likeliest(64, above: 0x1p-10)
    }
    let row = LogitRow(edited, temperature: temperature)
    let classes = row.likeliest(64, above: 0x1p-10)
    let found = classes.map(\.index)
    for known in classes {
      let probability = row.probability(at: known.index)
      #expect(abs(known.share - probability) <= 1e-12 * probability)
    }
    let probabilities = logits.indices.map { row.probability(at: $0) }
    let wanted = logits.indices.filter { probabilities[$0] >= 0x1.01p-10 }
      .sorted {
        probabilities[$0] == probabilities[$1] ? $0 < $1 : probabilities[$0] > probabilities[$1]
      }
      .prefix(64)
    #expect(found.starts(with: wanted))
    if temperature == 0 { #expect(found == [row.likeliest ?? -1]) }
  }
}
