import TestSupport
import Testing

@testable import LogitKernel

@Suite struct DivergenceTests {
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
