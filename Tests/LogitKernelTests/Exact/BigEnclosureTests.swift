import Testing

@testable import LogitKernel

@Suite struct BigEnclosureTests {
  @Test func `a term too small to add still breaks a tie`() {
    let tie = BigEnclosure(1 + 0x1p-4, precision: 320)
    let trace = BigEnclosure(-1e7, precision: 320).exponential()
    #expect(tie.rounded(to: .e4m3) == 1)
    #expect((tie + trace).rounded(to: .e4m3) == 1.125)
    #expect((tie - trace).rounded(to: .e4m3) == 1)
  }

  @Test func `logarithm and exponential are inverse to the last bits`() {
    for value in [0x1p-1074, 1e-10, 0.7, 1 + 0x1p-52, 2, 1e300] {
      let number = BigEnclosure(value, precision: 640)
      let back = number.logarithm().exponential()
      #expect(back.low < number.low && number.low < back.high, "\(value)")
      let width = back.high - back.low
      #expect(width.upperExponent < number.low.upperExponent - 600, "\(value)")
    }
  }

  @Test func `doubling the precision narrows the bounds within the old ones`() {
    for value in [-700, -1, -0x1p-60, 0x1p-1074, 0.3, 20] {
      let wide = BigEnclosure(value, precision: 320).exponentialMinusOne()
      let narrow = BigEnclosure(value, precision: 640).exponentialMinusOne()
      #expect(!(narrow.low < wide.low) && !(wide.high < narrow.high), "\(value)")
    }
  }

  @Test func `exact results are exact`() {
    let (one, three) = (BigEnclosure(1.0, precision: 320), BigEnclosure(3.0, precision: 320))
    #expect(one.logarithm().isZero)
    #expect((one - one).exponential().isExact)
    #expect((three / BigEnclosure(8.0, precision: 320)).isExact)
    #expect(!(one / three).isExact)
  }
}
