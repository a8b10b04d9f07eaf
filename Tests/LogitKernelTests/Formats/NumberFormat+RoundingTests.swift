import LogitKernel
import TestSupport
import Testing

@Suite struct NumberFormatRoundingTests {
  @Test func `ties go to even and everything else to the nearest`() {
    #expect(NumberFormat.bfloat16.round(1 + 0x1p-8) == 1)
    #expect(NumberFormat.bfloat16.round(1 + 0x1p-8 + 0x1p-40) == 1 + 0x1p-7)
    #expect(NumberFormat.bfloat16.round(1 + 0x3p-8) == 1 + 0x1p-6)
    #expect(NumberFormat.e4m3.round(1.0625) == 1)
  }

  @Test func `subnormals round at their own last place`() {
    #expect(NumberFormat.e4m3.round(0x1p-10) == 0)
    #expect(NumberFormat.e4m3.round(0x1.01p-10) == 0x1p-9)
    #expect(NumberFormat.e5m2.round(0x3p-17) == 0x1p-15)
    #expect(NumberFormat.binary16.round(-0x1.8p-25) == -0x1p-24)
  }

  @Test func `overflow begins half a step beyond the greatest value`() {
    #expect(NumberFormat.e4m3.round(464) == 448)
    #expect(NumberFormat.e4m3.round(464.1).isNaN)
    #expect(NumberFormat.e5m2.round(61439) == 57344)
    #expect(NumberFormat.e5m2.round(-61440) == -.infinity)
    var saturating = NumberFormat.e4m3
    saturating.saturates = true
    #expect(saturating.round(-1e300) == -448)
    #expect(saturating.round(.infinity) == 448)
  }

  @Test func `flushing turns subnormal results into zero`() {
    var flushing = NumberFormat.binary16
    flushing.flushesSubnormals = true
    #expect(flushing.round(0x1p-15) == 0)
    #expect(flushing.round(0x1p-14) == 0x1p-14)
  }

  @Test func `zeros are positive and NaN stays NaN`() {
    for format in NumberFormat.all {
      #expect(format.round(-0.0).sign == .plus)
      #expect(format.round(-0x1p-1074 * format.leastNonzero).sign == .plus)
      #expect(format.round(.nan).isNaN)
    }
  }

  @Test func `conversions agree with the hardware's`() {
    var bits = SeededBits(state: 1)
    for _ in 0..<2000 {
      let value = Double(bitPattern: bits.next())
      guard !value.isNaN else { continue }
      #expect(NumberFormat.binary32.round(value) == Double(Float(value)))
      #expect(NumberFormat.binary64.round(value) == value)
      let small =
        Double(sign: value.sign, exponent: Int(bits.next() % 48) - 28, significand: 1)
        * (1 + Double(bits.next() >> 12) * 0x1p-52)
      #expect(NumberFormat.binary16.round(small) == Double(Float16(small)))
    }
  }
}
