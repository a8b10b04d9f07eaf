import LogitKernel
import TestSupport
import Testing

@Suite struct DisplayTextTests {
  /// Value, complement, and the text in 8, 10 and 12 columns with 6 digits.
  private let column: [(Double, Double?, String, String, String)] = [
    (0.659001138, nil, "0.659001", "  0.659001", "    0.659001"),
    (4.248354255e-18, nil, "4.25e-18", "4.2484e-18", " 4.24835e-18"),
    (1, 4.248354255e-18, " 1-4e-18", "1-4.25e-18", "1-4.2484e-18"),
    (1, nil, "1       ", "  1       ", "    1       "),
    (0, nil, "0       ", "  0       ", "    0       "),
    (.nan, nil, "     nan", "       nan", "         nan"),
    (0.000491, nil, "0.000491", "  0.000491", "    0.000491"),
    (-0.000491, nil, "-4.91e-4", " -0.000491", "   -0.000491"),
    (-4.2e-18, nil, "-4.2e-18", "-4.200e-18", "-4.20000e-18"),
    (-1, 4.2e-18, "-1+4e-18", "-1+4.2e-18", "-1+4.200e-18"),
    (0.99999999, nil, "1-1.0e-8", "1-1.000e-8", "1-1.00000e-8"),
    (-1234.5678, nil, "-1234.57", "-1234.5678", "-1234.567800"),
    (1e308, nil, "1.00e308", "1.0000e308", " 1.00000e308"),
    (0.00004913, nil, "4.913e-5", "4.91300e-5", "  4.91300e-5"),
    (-.infinity, nil, "    -inf", "      -inf", "        -inf"),
  ]

  @Test func `a column reads well in eight, ten and twelve columns`() {
    for (value, complement, eight, ten, twelve) in column {
      for (width, text) in [(8, eight), (10, ten), (12, twelve)] {
        #expect(displayText(value, digits: 6, complement: complement, width: width) == text)
      }
    }
  }

  @Test func `without a width nothing is padded and nothing is cut`() {
    #expect(displayText(0.659001138, digits: 6) == "0.659001")
    #expect(displayText(0, digits: 6) == "0")
    #expect(displayText(1, digits: 6, complement: 4.248354255e-18) == "1-4.24835e-18")
    #expect(displayText(0.1, digits: 17) == "0.10000000000000001")
    #expect(displayText(2.417030, digits: 17) == "2.4170300000000000")
    #expect(displayText(0.006, digits: 3) == "6.00e-3")
    // What rounds up to digits enough stays in decimals.
    #expect(displayText(0.06, digits: 1) == "0.1" && displayText(0.04, digits: 1) == "4e-2")
    #expect(displayText(0.097, digits: 2) == "0.10" && displayText(0.094, digits: 2) == "9.4e-2")
    #expect(displayText(0.0000996, digits: 6) == "0.000100")
  }

  @Test func `only zero reads as zero and only one as one, at any width`() {
    var random = SeededBits(state: 7)
    let edges = [
      4.2e-18, 1e-7, 0.4e-6, 0.9999996, (1.0).nextDown, (1.0).nextUp, 0.996, 1.004, 0.6, 1.4, 0.5,
    ]
    let values = (0..<400).map { _ in exponential(&random) } + edges + edges.map { -$0 }
    for value in values {
      for width in [nil, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14] {
        for digits in [0, 1, 2, 3, 6, 17] {
          let text = displayText(value, digits: digits, width: width).drop { $0 == " " }
          let read = parseNumber(text)
          #expect(read != 0 && read?.magnitude != 1, "\(value) as \(text)")
        }
      }
    }
  }

  @Test func `what fits the width is never longer, and what does not is never cut`() {
    #expect(displayText(0.659001138, digits: 6, width: 4) == "0.66")
    #expect(displayText(4.2e-18, digits: 6, width: 4) == "4e-18")
    #expect(displayText(1, digits: 6, complement: 4.2e-18, width: 4) == "1-4e-18")
    #expect(displayText(123_456, digits: 6, width: 4) == " 1e5")
    #expect(displayText(123_456, digits: 6, width: 2) == "1e5")
    #expect(displayText(0.9996, digits: 6, width: 4) == "1-4e-4")
  }

  @Test func `a column gives up decimals together, and only for values that can use them`() {
    #expect(commonFractionDigits([0.659, 12.5, -3.25], atMost: 6, width: 8) == 5)
    #expect(commonFractionDigits([0.659, -12.5], atMost: 6, width: 8) == 4)
    #expect(commonFractionDigits([0.659, 4.2e-18, .nan, -.infinity], atMost: 6, width: 8) == 6)
    #expect(commonFractionDigits([0.659, 1e300], atMost: 6, width: 8) == 6)
    #expect(commonFractionDigits([], atMost: 3, width: 1) == 3)
  }

  private func exponential(_ random: inout SeededBits) -> Double {
    let size = Double.random(in: 0.1...1, using: &random)
    let sign: Double = Bool.random(using: &random) ? 1 : -1
    return sign
      * Double(sign: .plus, exponent: .random(in: -70...20, using: &random), significand: size)
  }
}
