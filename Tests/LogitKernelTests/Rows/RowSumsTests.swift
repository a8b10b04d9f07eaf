import TestSupport
import Testing

@testable import LogitKernel

@Suite struct RowSumsTests {
  @Test func `the sum without a term is the sum of the others`() {
    var bits = SeededBits(state: 21)
    for _ in 0..<40 {
      let logits = (0..<6).map { _ in Double(Int64(bitPattern: bits.next()) >> 40) * 0x1p-18 }
      let sums = RowSums<BigEnclosure>(ResolvedRow(logits, temperature: 1.5), precision: 320)
      for index in logits.indices {
        var rest = logits
        let own = rest.remove(at: index)
        let other = RowSums<BigEnclosure>(ResolvedRow(rest, temperature: 1.5), precision: 320)
        // Both relative to their own maxima: bring them to one.
        let factor =
          sums.distance(index, from: own)
          + RowSums.quotient(
            other.resolved.best, minus: sums.resolved.best, of: sums.resolved.divisor,
            precision: 320)
        let expected = (other.total * factor.exponential()).rounded(to: .binary64)
        #expect(sums.others(index).rounded(to: .binary64) == expected)
      }
    }
  }

  @Test func `fast sums lie where long ones do`() {
    for logits in [[0, -40, -80], [1e308, -1e308], [3, 3, 3], [0, -1e-300], [5.0]] {
      let resolved = ResolvedRow(logits, temperature: 0.7)
      let fast = RowSums<FastEnclosure>(resolved, precision: 106)
      let long = RowSums<BigEnclosure>(resolved, precision: 640)
      for (a, b) in [(fast.total, long.total), (fast.rest, long.rest), (fast.step, long.step)] {
        let quick = a.rounded(to: .binary64)
        #expect(quick != nil && quick == b.rounded(to: .binary64), "\(logits)")
      }
    }
  }
}
