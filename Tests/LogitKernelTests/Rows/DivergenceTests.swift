import TestSupport
import Testing

@testable import LogitKernel

@Suite struct DivergenceTests {
  @Test(arguments: [(0.1, 1), (0.1, 0.3), (40, -2), (1e-9, 1), (1e-13, 1)])
  func `rows that share their pieces have the numbers of rows that do not`(
    change: Double, temperature: Double
  ) {
    var bits = SeededBits(state: 12)
    let logits = Logits((0..<9000).map { _ in Double(bits.next() >> 11) * 0x1p-51 - 2 })
    for index in [5, 8000] {
      var changed = logits
      changed[index] += change
      let row = LogitRow(logits, temperature: temperature)
      let near = LogitRow(changed, temperature: temperature)
      let apart = LogitRow(changed.array, temperature: temperature)
      #expect(near.logits.sharedPieces(with: logits) == 8 && apart == near)
      #expect(row.klDivergence(to: near) == row.klDivergence(to: apart))
      #expect(near.klDivergence(to: row) == apart.klDivergence(to: row))
      #expect(near.entropyDifference(from: row) == apart.entropyDifference(from: row))
      for other in [5, 77, 8000] {
        #expect(
          near.probabilityDifference(at: other, from: row, baselineIndex: other)
            == apart.probabilityDifference(at: other, from: row, baselineIndex: other))
      }
      #expect(row.near(near).divergence.rounded(to: .binary64) == row.klDivergence(to: near))
    }
  }

  @Test(arguments: [1 + 0x1p-52, 1 + 1e-9, 1.01, -1])
  func `long rows at two temperatures have the numbers of classes one by one`(temperature: Double) {
    var bits = SeededBits(state: 14)
    let logits = (0..<5000).map { _ in Double(bits.next() >> 11) * 0x1p-51 - 2 }
    let changed = logits.enumerated().map { $0 % 7 == 0 ? $1 * 1.0000001 : $1 }
    for (mine, theirs) in [(logits, logits), (logits, changed)] {
      let (p, q) = (LogitRow(mine), LogitRow(theirs, temperature: temperature))
      let change = BigEnclosure.change(from: p, to: q, precision: 320)
      let expected = BigEnclosure.changeByClass(from: p, to: q, precision: 400)
      #expect(!(expected.low < change.low) && !(change.high < expected.high))
      #expect((change.high - change.low).upperExponent < 20 - 300)
      let near = p.near(q).divergence.rounded(to: .binary64)
      #expect(near == nil || near == p.klDivergence(to: q))
      #expect(temperature < 0 || temperature > 1.001 || near != nil)
    }
  }

  @Test func `all ways to it agree`() {
    var bits = SeededBits(state: 17)
    for index in 0..<60 {
      let scale = [0x1p-20, 0x1p-36, 0x1p-60][index % 3]
      let p = (0..<4).map { _ in Double(Int64(bitPattern: bits.next()) >> 42) * 0x1p-18 }
      let q = p.map { $0 + Double(Int64(bitPattern: bits.next()) >> 40) * scale * 0x1p-20 }
      let divergence = Divergence(p: LogitRow(p), q: LogitRow(q))
      let long = divergence.refined(to: .binary64)
      #expect(divergence.rounded(to: .binary64) == long)
      #expect(long >= 0)
    }
  }

  @Test func `rows that share not all their classes are not near`() {
    let p = LogitRow([0, 0, -.infinity])
    for mass in [-1.0, -30, -60] {
      let divergence = Divergence(p: p, q: LogitRow([0, 0, mass]))
      let expected = LogitRow([mass - naturalLogarithm(2), 0]).logProbability(at: 1)
      let value = divergence.rounded(to: .binary64)
      #expect(value == divergence.refined(to: .binary64))
      #expect(abs(value + expected) <= value * 0x1p-45)
    }
  }
}
