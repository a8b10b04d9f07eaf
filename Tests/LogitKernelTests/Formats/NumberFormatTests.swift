import LogitKernel
import Testing

@Suite struct NumberFormatTests {
  @Test func `each format has the range its definition gives`() {
    #expect(NumberFormat.binary64.greatestFinite == .greatestFiniteMagnitude)
    #expect(NumberFormat.binary64.leastNonzero == .leastNonzeroMagnitude)
    #expect(NumberFormat.binary32.greatestFinite == Double(Float.greatestFiniteMagnitude))
    #expect(NumberFormat.binary32.leastNormal == Double(Float.leastNormalMagnitude))
    #expect(NumberFormat.binary16.greatestFinite == 65504)
    #expect(NumberFormat.binary16.leastNonzero == 0x1p-24)
    #expect(NumberFormat.bfloat16.greatestFinite == 0x1.fep127)
    #expect(NumberFormat.tensorFloat32.greatestFinite == 0x1.ffcp127)
    #expect(NumberFormat.e5m2.greatestFinite == 57344)
    #expect(NumberFormat.e4m3.greatestFinite == 448)
    #expect(NumberFormat.e4m3.leastNonzero == 0x1p-9)
  }

  @Test func `what overflows becomes infinity, NaN or the greatest value`() {
    #expect(NumberFormat.e5m2.overflow == .infinity)
    #expect(NumberFormat.e4m3.overflow.isNaN)
    var saturating = NumberFormat.e4m3
    saturating.saturates = true
    #expect(saturating.overflow == 448)
  }

  @Test func `a format contains exactly the values that rounding leaves alone`() {
    #expect(NumberFormat.e4m3.contains(0.4375))
    #expect(!NumberFormat.e4m3.contains(0.43))
    #expect(!NumberFormat.e4m3.contains(.infinity))
    #expect(NumberFormat.e5m2.contains(.infinity))
    #expect(NumberFormat.e4m3.contains(.nan))
  }

  @Test func `names find the catalogue and describe custom formats`() {
    for format in NumberFormat.all { #expect(NumberFormat.named(format.name) == format) }
    #expect(NumberFormat.named("E4M3") == .e4m3)
    #expect(NumberFormat.named("e3m4")?.greatestFinite == 15.5)
    for name in ["", "e0m3", "e20m99", "e5", "m3", "e5m", "em", "e05m2", "binary8"] {
      #expect(NumberFormat.named(name) == nil)
    }
  }
}
