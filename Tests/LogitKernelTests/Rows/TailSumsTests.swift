import BigInt
import LogitLanes
import TestSupport
import Testing

@testable import LogitKernel

/// The vector sums of every instruction set against long arithmetic.
@Suite struct TailSumsTests {
  enum Kind: String, CaseIterable {
    case random, narrow, ties, wide, masked

    /// All below 0, the threshold, but some of the ties.
    func values(_ count: Int) -> [Double] {
      var bits = SeededBits(state: UInt64(count + 1))
      let unit = (0..<count).map { _ in Double(bits.next() >> 11) * 0x1p-53 }
      return switch self {
      case .random: unit.map { -12 * $0 }
      case .narrow: unit.map { -0x1p-40 * $0 }
      case .ties: unit.map { -($0 * 3).rounded() }
      case .wide: unit.map { -700 * $0 }
      case .masked: unit.map { $0 < 0.5 ? -.infinity : -$0 }
      }
    }
  }

  @Test(arguments: VectorKernel.available, Kind.allCases)
  func `sums lie within their bound`(kernel: VectorKernel, kind: Kind) {
    for (count, divisor) in [(0, 1.0), (1, 1), (7, 0.7), (8, 3), (9, 1), (150, 0.3)] {
      let values = kind.values(count)
      let inverse = DoubleDouble(1) / DoubleDouble(divisor)
      let scale = TailScale(sign: 1, threshold: 0, inverse: (inverse.high, inverse.low))
      let sums = kernel.tailSums(of: values, scale)
      var (weights, moments) = (big(0), big(0))
      for value in values where value < 0 && value.isFinite {
        let z = big(value) / big(divisor)
        weights = weights + z.exponential()
        moments = moments - z.exponential() * z
      }
      expect(sums.weights, holds: weights)
      expect(sums.moments, holds: moments)
      #expect(sums.isTouched == values.contains { $0 < 0 && $0.isFinite })
    }
  }

  @Test func `sums of the longest pieces lie within their bound`() {
    // The first is almost the whole sum, so that nothing hides what the others lose.
    let values = [-0x1p-50] + Kind.random.values(8191).map { $0 - 9 }
    var (weights, moments) = (big(0), big(0))
    for value in values {
      weights = weights + big(value).exponential()
      moments = moments - big(value).exponential() * big(value)
    }
    for kernel in VectorKernel.available {
      let sums = kernel.tailSums(
        of: values, TailScale(sign: 1, threshold: 0, inverse: (1, 0)))
      expect(sums.weights, holds: weights)
      expect(sums.moments, holds: moments)
    }
  }

  private func big(_ value: Double) -> BigEnclosure {
    BigEnclosure(BigFloat(value), precision: 320)
  }

  private func expect(_ sum: (high: Double, low: Double), holds long: BigEnclosure) {
    let middle = BigEnclosure(BigFloat(sum.high) + BigFloat(sum.low), precision: 320)
    let error = (long - middle).nearest
    let bound = BigFloat(sum.high * 0x1p-88 + 0x1p-840)
    #expect(!(bound < BigFloat(.plus, error.magnitude, exponent: error.exponent)))
  }

  @Test(arguments: VectorKernel.available)
  func `reversed values and unaligned ones give the same`(kernel: VectorKernel) {
    let values = Kind.random.values(4096)
    let scale = TailScale(sign: 1, threshold: 0, inverse: (1, 0))
    let reversed = TailScale(sign: -1, threshold: 0, inverse: (1, 0))
    let sums = kernel.tailSums(of: values, scale)
    #expect(kernel.tailSums(of: values.map { -$0 }, reversed) == sums)
  }

  @Test func `a million equal logits and a million over 700 nats are settled`() {
    let equal = LogitRow(Logits(repeating: 0.1, count: 1_000_000))
    #expect(equal.probability(at: 7) == 1e-6 && equal.perplexity() == 1e6)
    #expect(equal.entropy() == naturalLogarithm(1e6))
    // Σ e^(−k·7e−4) over k < 10⁶ is a geometric series.
    let wide = LogitRow((0..<1_000_000).map { Double($0) * -0x1p-11 })
    let ratio = BigEnclosure(BigFloat(-0x1p-11), precision: 320)
    let last = BigEnclosure(BigFloat(-0x1p-11 * 1e6), precision: 320)
    let total = last.exponentialMinusOne() / ratio.exponentialMinusOne()
    #expect(wide.shiftedSum() == total.rounded(to: .binary64))
  }
}
