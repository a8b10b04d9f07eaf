import LogitKernel
import TestSupport
import Testing

@Suite struct NumberFormatBitsTests {
  @Test(arguments: [NumberFormat.binary16, .bfloat16, .e5m2, .e4m3])
  func `every pattern of bits is a value that has these bits`(format: NumberFormat) {
    for bits in 0..<(UInt64(1) << UInt64(format.width)) {
      let value = format.value(ofBits: bits)
      if value.isNaN { continue }
      #expect(format.bits(of: value) == bits)
      #expect(format.contains(value))
    }
  }

  @Test func `bits and neighbours agree with Double, Float and Float16`() {
    var random = SeededBits(state: 5)
    for _ in 0..<3000 {
      let double = Double(bitPattern: random.next())
      guard !double.isNaN else { continue }
      #expect(NumberFormat.binary64.bits(of: double) == double.bitPattern)
      #expect(NumberFormat.binary64.value(ofBits: double.bitPattern) == double)
      #expect(NumberFormat.binary64.nextUp(double) == double.nextUp)
      let float = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
      guard !float.isNaN else { continue }
      #expect(NumberFormat.binary32.bits(of: Double(float)) == UInt64(float.bitPattern))
      #expect(NumberFormat.binary32.nextUp(Double(float)) == Double(float.nextUp))
      #expect(NumberFormat.binary32.nextDown(Double(float)) == Double(float.nextDown))
      if float.isFinite {
        #expect(NumberFormat.binary32.ulp(at: Double(float)) == Double(float.ulp))
      }
    }
  }

  @Test func `the ends of a format have the neighbours they should`() {
    #expect(NumberFormat.e4m3.nextUp(448) == 448)
    #expect(NumberFormat.e5m2.nextUp(57344) == .infinity)
    #expect(NumberFormat.e4m3.nextUp(0) == 0x1p-9)
    #expect(NumberFormat.e4m3.nextDown(0) == -0x1p-9)
    #expect(NumberFormat.e4m3.nextUp(-0x1p-9) == 0)
    #expect(NumberFormat.e4m3.bits(of: .nan) == 0x7f)
    #expect(NumberFormat.binary16.bits(of: .nan) == 0x7e00)
    #expect(NumberFormat.binary16.bits(of: 65520) == 0x7c00)
    #expect(NumberFormat.e4m3.ulp(at: 448) == 32)
  }
}
