import TestSupport
import Testing

@testable import LogitKernel

@Suite struct DoubleDoubleTests {
  /// u² = 2⁻¹⁰⁶, the unit of the bounds.
  private static let unit = BigFloat(powerOfTwo: -106)

  private func random(_ bits: inout SeededBits) -> DoubleDouble {
    let high = Double(Int64(bitPattern: bits.next()) >> 10) * 0x1p-40
    return DoubleDouble(sumOf: high, high.ulp * (Double(bits.next() >> 11) * 0x1p-53 - 0.5))
  }

  private func exact(_ x: DoubleDouble) -> BigFloat { BigFloat(x.high) + BigFloat(x.low) }

  @Test func `sums and products of two numbers are exact`() {
    var bits = SeededBits(state: 1)
    for _ in 0..<2000 {
      let (a, b) = (random(&bits).high, random(&bits).low)
      #expect((exact(DoubleDouble(sumOf: a, b)) - (BigFloat(a) + BigFloat(b))).isZero)
      #expect((exact(DoubleDouble(productOf: a, b)) - BigFloat(a) * BigFloat(b)).isZero)
      if a.magnitude >= b.magnitude {
        #expect((exact(DoubleDouble(sumOfLarger: a, b)) - (BigFloat(a) + BigFloat(b))).isZero)
      }
    }
  }

  @Test func `every operation keeps its stated bound`() {
    var bits = SeededBits(state: 2)
    for _ in 0..<2000 {
      let (x, y) = (random(&bits), random(&bits))
      guard y.high != 0 else { continue }
      let (a, b) = (exact(x), exact(y))
      expect(exact(x + y) - (a + b), within: 4, of: a + b)
      expect(exact(x * y) - a * b, within: 7, of: a * b)
      // q·b − a, against a.
      expect(exact(x / y) * b - a, within: 16, of: a)
    }
  }

  private func expect(_ error: BigFloat, within units: Double, of value: BigFloat) {
    let limit = value * Self.unit * BigFloat(units)
    let size = error.isNegative ? -error : error
    let bound = limit.isNegative ? -limit : limit
    #expect(!(bound < size))
  }

  @Test func `a negation is exact`() {
    let x = DoubleDouble(1, 0x1p-70)
    #expect((-x).high == -1 && (-x).low == -0x1p-70)
  }
}
