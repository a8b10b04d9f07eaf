import TestSupport
import Testing

@testable import LogitKernel

@Suite struct FastEnclosureTests {
  @Test func `the bounds of every operation hold the true value`() {
    var bits = SeededBits(state: 4)
    for index in 0..<250 {
      let range = [1, 0.003, 0.3, 30, 700, 60_000, 1e-10, 1e-100][index % 8]
      let (x, long) = pair(&bits, range)
      let (y, longY) = pair(&bits, 3)
      expect(x + y, holds: long + longY)
      expect(x * y, holds: long * longY)
      expect(x.exponential(), holds: long.exponential())
      expect(x.exponentialMinusOne(), holds: long.exponentialMinusOne())
      if y.value.high > 0 {
        expect(x / y, holds: long / longY)
        expect(y.logarithm(), holds: longY.logarithm())
        expect(y.logarithmOfOnePlus(), holds: longY.logarithmOfOnePlus())
      }
      // Beside a sum of at least 1, so that an absolute error counts.
      if x.value.high < 0 {
        expect(x.exponentialAsTerm(), holds: long.exponential(), within: 0x1p-98, atLeast: 1)
      }
      // Above 2^−9, a difference in which 2·9 bits cancel.
      let wide = long.cut(to: 1000)
      expect(
        x.exponentialExcess(), holds: wide.exponentialMinusOne() - wide, within: 0x1p-77)
    }
  }

  @Test func `numbers far outside 2^±400 keep their digits`() {
    let (least, greatest) = (
      FastEnclosure(.leastNonzeroMagnitude), FastEnclosure(.greatestFiniteMagnitude)
    )
    #expect((least * greatest).rounded(to: .binary64) == 0x1.fffffffffffffp-51)
    #expect((greatest * greatest).rounded(to: .binary64) == .infinity)
    #expect((greatest * greatest * least * least).rounded(to: .binary64) == 0x1.ffffffffffffep-101)
    #expect((greatest + least).rounded(to: .binary64) == .greatestFiniteMagnitude)
  }

  @Test func `bounds that reach beyond both ends settle nothing`() {
    #expect(FastEnclosure.unknown.rounded(to: .e4m3) == nil)
    let vast = FastEnclosure(DoubleDouble(0), error: 1e10)
    #expect(vast.rounded(to: .e4m3) == nil)
  }

  @Test func `a tie is left to more bits unless it is exact`() {
    let tie = FastEnclosure(1 + 0x1p-4)
    #expect(tie.rounded(to: .e4m3) == 1)
    let blurred = FastEnclosure(DoubleDouble(1 + 0x1p-4), error: 0x1p-100)
    #expect(blurred.rounded(to: .e4m3) == nil)
  }

  private func pair(_ bits: inout SeededBits, _ range: Double) -> (FastEnclosure, BigEnclosure) {
    let high = (Double(bits.next() >> 11) * 0x1p-52 - 1) * range
    let value = DoubleDouble(sumOf: high, high.ulp * (Double(bits.next() >> 11) * 0x1p-53 - 0.5))
    let sum = BigFloat(value.high) + BigFloat(value.low)
    return (FastEnclosure(value, error: 0), BigEnclosure(sum, precision: 320))
  }

  /// Expects the bounds to hold the true value, and to be narrow relative to it.
  private func expect(
    _ fast: FastEnclosure, holds long: BigEnclosure, within spread: Double = 0x1p-85,
    atLeast least: Double = 0
  ) {
    #expect(fast.bound <= max(fast.value.high.magnitude, least) * spread, "\(fast)")
    let scale = BigFloat(powerOfTwo: fast.scale)
    let value = (BigFloat(fast.value.high) + BigFloat(fast.value.low)) * scale
    let error = BigFloat(fast.error * 1.001) * scale
    #expect(!(long.high < value - error) && !(value + error < long.low), "\(fast)")
  }
}
