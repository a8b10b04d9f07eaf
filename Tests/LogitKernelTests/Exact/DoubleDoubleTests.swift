import TestSupport
import Testing

@testable import LogitKernel

@Suite struct DoubleDoubleTests {
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
      let x = random(&bits)
      // Of the same size or another, and now and then so near to −x that nearly all cancels.
      let scale = powerOfTwo(Int(bits.next() % 121) - 60)
      var y = bits.next() % 2 == 0 ? random(&bits) : random(&bits).scaled(by: scale)
      if bits.next() % 4 == 0 { y = DoubleDouble(sumOf: -x.high, x.high.ulp * y.low) }
      guard x.high != 0, y.high != 0 else { continue }
      let (a, b) = (exact(x), exact(y))
      expect(exact(x + y) - (a + b), within: (3, 13), of: a + b)
      expect(exact(x * y) - a * b, within: (7, 0), of: a * b)
      // q·b − a, against a.
      expect(exact(x / y) * b - a, within: (15, 56), of: a)
      for result in [x + y, x * y, x / y] {
        #expect(result.low.magnitude <= result.high.ulp / 2)
      }
    }
  }

  /// Whether an error is at most m·u² + n·u³ of a value, u = 2⁻⁵³.
  private func expect(_ error: BigFloat, within units: (Double, Double), of value: BigFloat) {
    let unit =
      BigFloat(powerOfTwo: -106) * BigFloat(units.0)
      + BigFloat(powerOfTwo: -159) * BigFloat(units.1)
    let limit = value * unit
    let size = error.isNegative ? -error : error
    let bound = limit.isNegative ? -limit : limit
    #expect(!(bound < size))
  }

  @Test func `a negation is exact`() {
    let x = DoubleDouble(1, 0x1p-70)
    #expect((-x).high == -1 && (-x).low == -0x1p-70)
  }
}

extension DoubleDouble {
  fileprivate func scaled(by factor: Double) -> DoubleDouble {
    DoubleDouble(high * factor, low * factor)
  }
}
