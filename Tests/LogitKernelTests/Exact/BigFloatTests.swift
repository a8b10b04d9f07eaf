import BigInt
import TestSupport
import Testing

@testable import LogitKernel

@Suite struct BigFloatTests {
  @Test func `every Double has its exact place`() {
    for value in [0, 1, -1.5, 0x1p-1074, -0x1p-1060, .greatestFiniteMagnitude, 0.1] {
      #expect(BigFloat(value).approximation == value)
    }
    #expect(BigFloat(-0.0).isZero && !BigFloat(-0.0).isNegative)
  }

  @Test func `sums and products are exact`() {
    let (big, small) = (BigFloat(powerOfTwo: 300), BigFloat(powerOfTwo: -300))
    #expect(((big + small) - big - small).isZero)
    #expect(((big * small) - .one).isZero)
    #expect((-small) < .zero && BigFloat.zero < small)
  }

  @Test func `cutting goes where it is told`() {
    let value = BigFloat(.plus, 0b10101, exponent: 0)
    #expect(value.rounded(to: 5, .down).isExact)
    #expect(value.rounded(to: 3, .down).0.approximation == 20)
    #expect(value.rounded(to: 3, .up).0.approximation == 24)
    #expect((-value).rounded(to: 3, .down).0.approximation == -24)
    #expect((-value).rounded(to: 3, .up).0.approximation == -20)
    #expect(value.upperExponent == 5)
  }

  @Test func `a quotient is held from both sides`() {
    var bits = SeededBits(state: 6)
    for _ in 0..<300 {
      let a = BigFloat(BigInt(Int64(bitPattern: bits.next())), exponent: -20)
      let b = BigFloat(.plus, BigUInt(bits.next() >> 20) + 1, exponent: 7)
      let (low, isExact) = a.divided(by: b, bits: 80, .down)
      let high = a.divided(by: b, bits: 80, .up).0
      #expect(!(a < low * b) && !(high * b < a))
      #expect(isExact == (low * b - a).isZero)
    }
  }

  @Test func `a term below the working precision still shows its sign`() {
    let one = BigFloat.one
    let trace = BigFloat(powerOfTwo: -1_000_000)
    let sum = one.adding(trace, significantTo: 100)
    #expect(one < sum && sum.magnitude.bitWidth < 200)
    #expect(one.adding(-trace, significantTo: 100) < one)
  }
}
