import LogitKernel
import Testing

@Suite struct NumberParserTests {
  @Test func `decimals are read in every usual spelling`() {
    let texts = ["2", "+2.50", "-.5", "3.", "1e308", "1E-08", " 7 ", "−1", "00012", "5e-324"]
    let values = [2, 2.5, -0.5, 3, 1e308, 1e-8, 7, -1, 12, 0x1p-1074]
    #expect(texts.map { parseNumber($0) } == values)
  }

  @Test func `hexadecimal floats are read, subnormal ones and ties included`() {
    #expect(parseNumber("0x1.8p+1") == 3)
    #expect(parseNumber("-0X.8P1") == -1)
    #expect(parseNumber("0xff") == 255)
    #expect(parseNumber("0x1p-1074") == 0x1p-1074)
    #expect(parseNumber("0x0.0000000000001p-1022") == 0x1p-1074)
    #expect(parseNumber("0x1p-1075") == 0)
    #expect(parseNumber("0x1.00001p-1075") == 0x1p-1074)
    #expect(parseNumber("0x1.00000000000008p0") == 1)
    #expect(parseNumber("0x1.000000000000080001p0") == (1.0).nextUp)
    #expect(parseNumber("0x1p1024") == .infinity)
  }

  @Test func `a decimal beside a tie is rounded by its last digit`() {
    #expect(parseNumber("9007199254740993") == 9_007_199_254_740_992)
    #expect(parseNumber("9007199254740993.0000000000000000001") == 9_007_199_254_740_994)
    #expect(parseNumber("1e400") == .infinity)
    #expect(parseNumber("-1e-400") == 0)
  }

  @Test func `infinities and NaN are words in either case`() {
    for text in ["inf", "+inf", "Infinity", "∞", "INF"] { #expect(parseNumber(text) == .infinity) }
    for text in ["-inf", "−∞", "-Infinity"] { #expect(parseNumber(text) == -.infinity) }
    for text in ["nan", "NaN", "-nan"] { #expect(parseNumber(text)?.isNaN == true) }
  }

  @Test(arguments: [
    "", " ", "-", ".", "e5", "1e", "1e+", "1e5.0", "1.2.3", "0x", "0x.p1", "0x1p", "0x1g", "--1",
    "1 2", "1_000", "1,5", "in", "nan(1)", "1e--5", "٣", "0x1e+5p", "1f", "+-1", "- 1",
  ])
  func `anything else is not a number`(text: String) {
    #expect(parseNumber(text) == nil)
  }
}
