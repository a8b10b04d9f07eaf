import BigInt
import Testing

@testable import LogitKernel

@Suite struct FixedPointTests {
  @Test func `ln 2 has its known digits at every length`() {
    // 2⁶⁴·ln 2 = 12786308645202655659.2
    #expect(FixedPoint.logarithmOfTwo(bits: 64) == 12_786_308_645_202_655_659)
    let long = FixedPoint.logarithmOfTwo(bits: 11_000)
    for bits in [100, 832, 833, 2_880, 2_881, 10_999] {
      let expected = long >> (11_000 - bits)
      let value = FixedPoint.logarithmOfTwo(bits: bits)
      #expect(value == expected || value + 1 == expected || expected + 1 == value)
    }
  }

  @Test func `the exponential keeps its bound against one twice as long`() {
    for x in [0, 1, -1, 1e-30, 700.25, -745.5, 4_000_000, -4_000_000, 0.3465] {
      let value = BigFloat(x)
      for bits in [200, 640] {
        let (short, long) = (
          FixedPoint.exponential(value, bits: bits), FixedPoint.exponential(value, bits: 2 * bits)
        )
        let a = BigFloat(.plus, short.0, exponent: short.exponent)
        let b = BigFloat(.plus, long.0, exponent: long.exponent)
        let error = a - b
        #expect(error.isZero || error.upperExponent <= b.upperExponent + 21 - bits, "\(x) \(bits)")
      }
    }
  }

  @Test func `the area tangent's series begins as it should`() {
    let u = BigFloat(powerOfTwo: -20)
    let (digits, exponent) = FixedPoint.inverseHyperbolicTangentRatio(u, bits: 128)
    let value = BigFloat(.plus, digits, exponent: exponent)
    // 1 + 2⁻⁴⁰/3 + 2⁻⁸⁰/5
    let rest = (value - .one) * BigFloat(powerOfTwo: 40) * BigFloat(3)
    #expect(abs(rest.approximation - (1 + 0.6 * 0x1p-40)) < 0x1p-51)
  }
}
