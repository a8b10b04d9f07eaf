import LogitKernel
import Testing

@Suite struct HexTextTests {
  @Test func `normal values have a leading 1, subnormal ones a leading 0`() {
    #expect(hexText(3) == "0x1.8000000000000p+1")
    #expect(hexText(1) == "0x1.0000000000000p+0")
    #expect(hexText(-0.1) == "-0x1.999999999999ap-4")
    #expect(hexText(0x1p-1074) == "0x0.0000000000001p-1022")
    #expect(hexText(.leastNormalMagnitude) == "0x1.0000000000000p-1022")
    #expect(hexText(.greatestFiniteMagnitude) == "0x1.fffffffffffffp+1023")
  }

  @Test func `zeros keep their sign and carry no digits`() {
    #expect(hexText(0) == "0x0.0p+0")
    #expect(hexText(-0.0) == "-0x0.0p+0")
  }

  @Test func `trimmed text has no zeros at its end`() {
    #expect(hexText(3, trimmed: true) == "0x1.8p+1")
    #expect(hexText(1, trimmed: true) == "0x1p+0")
    #expect(hexText(0x1.01p0, trimmed: true) == "0x1.01p+0")
  }
}
