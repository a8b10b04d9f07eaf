import LogitKernel
import TestSupport
import Testing

@Suite struct DecimalTextTests {
  @Test func `decimals and significant digits agree with an independent printer`() throws {
    for (hex, fractionDigits, fixed, digits, scientific) in references {
      let value = try #require(parseNumber(hex))
      #expect(hexText(value) == hex)
      #expect(DecimalText.scientific(value, significantDigits: digits) == scientific)
      guard let fixed else { continue }
      #expect(DecimalText.fixed(value, fractionDigits: fractionDigits) == fixed)
    }
  }

  @Test func `a tie goes to the even digit and what is beside a tie does not`() {
    #expect(DecimalText.fixed(0.5, fractionDigits: 0) == "0")
    #expect(DecimalText.fixed(1.5, fractionDigits: 0) == "2")
    #expect(DecimalText.fixed(2.5, fractionDigits: 0) == "2")
    #expect(DecimalText.fixed((2.5).nextUp, fractionDigits: 0) == "3")
    #expect(DecimalText.fixed(0.125, fractionDigits: 2) == "0.12")
    #expect(DecimalText.fixed(0x1p-40, fractionDigits: 39).hasSuffix("62"))
    #expect(DecimalText.scientific(25, significantDigits: 1) == "2e1")
    #expect(DecimalText.scientific(0x5p60, significantDigits: 17) == "5.7646075230342349e18")
  }

  @Test func `seventeen digits, the shortest text, hex and the expansion read back unchanged`() {
    var random = SeededBits(state: 20_240_611)
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let texts = [
        DecimalText.scientific(value, significantDigits: 17), DecimalText.shortest(value),
        DecimalText.significant(value, digits: 17), hexText(value), hexText(value, trimmed: true),
        DecimalText.exact(value),
      ]
      for text in texts { #expect(parseNumber(text)?.bitPattern == value.bitPattern, "\(text)") }
    }
  }

  @Test func `the whole expansion ends where the value ends`() {
    #expect(
      DecimalText.exact(0.1) == "0.1000000000000000055511151231257827021181583404541015625")
    #expect(DecimalText.exact(-2.5) == "-2.5")
    #expect(DecimalText.exact(3) == "3")
    #expect(DecimalText.exact(1e22) == "10000000000000000000000")
    #expect(DecimalText.exact(0x1p-1074).count == 1076)
    #expect(DecimalText.exact(-0.0) == "-0")
  }

  @Test func `significant digits turn to scientific notation outside the plain range`() {
    #expect(DecimalText.significant(0.000491, digits: 3) == "0.000491")
    #expect(DecimalText.significant(0.0000491, digits: 3) == "4.91e-5")
    #expect(DecimalText.significant(12, digits: 3) == "12.0")
    #expect(DecimalText.significant(999.6, digits: 3) == "1.00e3")
    #expect(DecimalText.significant(4.248354255291589e-18, digits: 8) == "4.2483543e-18")
    #expect(DecimalText.significant(0, digits: 3) == "0.00")
  }

  @Test func `the shortest text has no needless point, zero or plus`() {
    let texts = [2, 0.1, 1e308, -1e-5, 0.0001, 9_007_199_254_740_992, 1e16, -0.0]
      .map { DecimalText.shortest($0) }
    #expect(
      texts == ["2", "0.1", "1e308", "-1e-5", "0.0001", "9007199254740992", "1e16", "-0"])
    #expect(DecimalText.shortest(.leastNonzeroMagnitude) == "5e-324")
  }

  @Test(arguments: [(Double.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf")])
  func `what is not finite has its word in every notation`(value: Double, word: String) {
    #expect(DecimalText.fixed(value, fractionDigits: 3) == word)
    #expect(DecimalText.scientific(value, significantDigits: 3) == word)
    #expect(DecimalText.significant(value, digits: 3) == word)
    #expect(DecimalText.shortest(value) == word)
    #expect(DecimalText.exact(value) == word)
    #expect(hexText(value) == word)
  }
}

/// Value, decimals, fixed text, digits, scientific text: made with C's printf, which is exact.
private let references: [(String, Int, String?, Int, String)] = [
  ("0x1.999999999999ap-4", 0, "0", 1, "1e-1"),
  ("0x1.0000000000000p-1", 2, "0.50", 2, "5.0e-1"),
  ("0x1.8000000000000p+0", 6, "1.500000", 3, "1.50e0"),
  ("0x1.4000000000000p+1", 10, "2.5000000000", 7, "2.500000e0"),
  ("0x1.0000000000000p-3", 17, "0.12500000000000000", 12, "1.25000000000e-1"),
  ("0x1.8000000000000p-2", 25, "0.3750000000000000000000000", 17, "3.7500000000000000e-1"),
  ("0x1.0f0cf064dd592p+73", 0, "10000000000000000000000", 1, "1e22"),
  ("0x1.52d02c7e14af6p+76", 2, "99999999999999991611392.00", 2, "1.0e23"),
  ("0x0.0000000000001p-1022", 6, "0.000000", 3, "4.94e-324"),
  ("0x1.0000000000000p-1022", 10, "0.0000000000", 7, "2.225074e-308"),
  ("0x1.fffffffffffffp+1023", 0, nil, 12, "1.79769313486e308"),
  ("0x1.3ffffef39085fp+3", 25, "9.9999994999999994860218067", 17, "9.9999994999999995e0"),
  ("0x1.ffffef38f261dp-1", 0, "1", 1, "1e0"),
  ("0x1.39792499b1a24p-58", 2, "0.00", 2, "4.2e-18"),
  ("0x1.516898df793bap-1", 6, "0.659001", 3, "6.59e-1"),
  ("0x1.e240c9fbe76c9p+16", 10, "123456.7890000000", 7, "1.234568e5"),
  ("0x1.0000000000001p+53", 17, "9007199254740994.00000000000000000", 12, "9.00719925474e15"),
  (
    "0x1.c6bf526340000p+49", 25, "1000000000000000.0000000000000000000000000", 17,
    "1.0000000000000000e15"
  ),
  ("0x1.016ce7e1dd747p-11", 0, "0", 1, "5e-4"),
  ("0x1.8e757928e0c9ep-14", 2, "0.00", 2, "9.5e-5"),
  ("0x1.3fd70a3d70a3dp+3", 6, "9.995000", 3, "9.99e0"),
  ("0x1.fffffffffffffp-1", 10, "1.0000000000", 7, "1.000000e0"),
  ("0x1.ad7f29abcaf48p-24", 17, "0.00000010000000000", 12, "1.00000000000e-7"),
  ("0x1.80000431bde83p+1", 25, "3.0000005000000000698889835", 17, "3.0000005000000001e0"),
  ("0x1.0000000000000p-25", 0, "0", 1, "3e-8"),
  ("0x1.26c1c9f767c45p-500", 2, "0.00", 2, "3.5e-151"),
  ("0x1.47ddebde5c099p-289", 6, "0.000000", 3, "1.29e-87"),
  ("0x1.08fefcb91ce37p+391", 0, nil, 7, "5.220688e117"),
  ("0x1.6a198f1446beap+700", 0, nil, 12, "7.44021236530e210"),
  ("0x1.5c64fbd69fe29p+312", 0, nil, 17, "1.1355073036159286e94"),
  ("0x1.85892ec1d7da0p+62", 0, "7017254390662070272", 1, "7e18"),
  ("0x1.086ff076ce2efp+698", 0, nil, 2, "1.4e210"),
  ("0x1.29c3b77330bdbp+566", 0, nil, 3, "2.81e170"),
  ("0x1.0f51bf17fd374p-513", 10, "0.0000000000", 7, "3.952328e-155"),
  ("0x1.3209ca6233255p-917", 17, "0.00000000000000000", 12, "1.07902054209e-276"),
  ("0x1.3b446e6a16a3bp-702", 25, "0.0000000000000000000000000", 17, "5.8530471071351304e-212"),
  ("0x1.6ecbf1cfb10f6p-262", 0, "0", 1, "2e-79"),
  ("0x1.938807814e8a2p+755", 0, nil, 2, "3.0e227"),
  ("0x1.cace73f1f65a8p-244", 6, "0.000000", 3, "6.34e-74"),
  ("0x1.d7f438b33e968p-815", 10, "0.0000000000", 7, "8.437489e-246"),
  ("0x1.a11ac92edcf45p-513", 17, "0.00000000000000000", 12, "6.07599310220e-155"),
  ("0x1.76d90035b7399p+474", 0, nil, 17, "7.1422127531903541e142"),
  ("0x1.e4b36377b9aa2p-188", 0, "0", 1, "5e-57"),
  ("0x1.e4158478c281dp-651", 2, "0.00", 2, "2.0e-196"),
  ("0x1.8e64eea959c21p+753", 0, nil, 3, "7.37e226"),
  ("0x1.914f8c4069545p-226", 10, "0.0000000000", 7, "1.453656e-68"),
  ("0x1.6c5bb28dbd25ep+537", 0, nil, 12, "6.40318789775e161"),
  ("0x1.50f24cc11d357p-876", 25, "0.0000000000000000000000000", 17, "2.6124305965843516e-264"),
  ("0x1.8348e238642eap+242", 0, nil, 1, "1e73"),
  ("0x1.0603f9e115e4bp-112", 2, "0.00", 2, "2.0e-34"),
  ("0x1.d44bc206f5c66p-753", 6, "0.000000", 3, "3.86e-227"),
  ("0x1.58c5c00745130p+968", 0, nil, 7, "3.359916e291"),
  ("0x1.e19d9df1461aap-1013", 17, "0.00000000000000000", 12, "2.14326096894e-305"),
  ("0x1.51e55359eeefbp+561", 0, nil, 17, "9.9625473778618882e168"),
  ("0x1.571df3729c619p+943", 0, nil, 1, "1e284"),
  ("0x1.ac8acfb7ff337p-684", 2, "0.00", 2, "2.1e-206"),
  ("0x1.f5d06df561d80p-683", 6, "0.000000", 3, "4.88e-206"),
  ("0x1.5ba5d4a0fe75dp-381", 10, "0.0000000000", 7, "2.757218e-115"),
  ("0x1.53494f6236bf2p-616", 17, "0.00000000000000000", 12, "4.87359140583e-186"),
  ("0x1.4aa478a0a8c96p+771", 0, nil, 17, "1.6041512811706958e232"),
  ("0x1.7de356b8a5a70p-22", 0, "0", 1, "4e-7"),
  ("-0x1.7b7b034516825p+32", 2, "-6366626629.09", 2, "-6.4e9"),
  ("-0x1.36655704479f0p-1", 6, "-0.606242", 3, "-6.06e-1"),
  ("-0x1.49aa0d952eb34p-5", 10, "-0.0402422204", 7, "-4.024222e-2"),
  ("-0x1.d3ce28256d8bfp-30", 17, "-0.00000000170186577", 12, "-1.70186576755e-9"),
  ("-0x1.35938ff553d7bp-8", 25, "-0.0047237612210005953602976", 17, "-4.7237612210005954e-3"),
  ("-0x1.e4f68fe07b99ep+21", 0, "-3972818", 1, "-4e6"),
  ("0x1.a49c92b8989cap+20", 2, "1722825.17", 2, "1.7e6"),
  ("0x1.d271a74e4a93ep-9", 6, "0.003559", 3, "3.56e-3"),
  ("-0x1.6383b046a90a0p-4", 10, "-0.0867955099", 7, "-8.679551e-2"),
  ("0x1.3e84a08a420e5p+9", 17, "637.03614929414163726", 12, "6.37036149294e2"),
  ("0x1.517258500178ap-25", 25, "0.0000000392839615282313456", 17, "3.9283961528231346e-8"),
  ("-0x1.663b1934341cdp+28", 0, "-375632275", 1, "-4e8"),
  ("-0x1.0fb0aee037dd5p-14", 2, "-0.00", 2, "-6.5e-5"),
  ("0x1.0b75101a0964dp-40", 6, "0.000000", 3, "9.50e-13"),
  ("0x1.70005cb32dd3ap-4", 10, "0.0898440953", 7, "8.984410e-2"),
  ("0x1.844d260283de2p-41", 17, "0.00000000000068976", 12, "6.89761778776e-13"),
  ("0x1.f66f6ef04e158p-1", 25, "0.9813189190236171199899218", 17, "9.8131891902361712e-1"),
  ("-0x1.055bc3179d297p+18", 0, "-267631", 1, "-3e5"),
  ("0x1.10fcbe24e8682p+6", 2, "68.25", 2, "6.8e1"),
  ("-0x1.855bc2bdd6b5fp-24", 6, "-0.000000", 3, "-9.07e-8"),
  ("0x1.09abf5454850ep-22", 10, "0.0000002474", 7, "2.474261e-7"),
  ("-0x1.ff578a31fde8ap-18", 17, "-0.00000761958885852", 12, "-7.61958885852e-6"),
  ("0x1.57b968d1f3066p+6", 25, "85.9310639195042256233136868", 17, "8.5931063919504226e1"),
  ("-0x1.fdedff2e14e60p-6", 0, "-0", 1, "-3e-2"),
  ("0x1.496e109952ae6p-14", 2, "0.00", 2, "7.9e-5"),
  ("0x1.2f075a26185d9p-31", 6, "0.000000", 3, "5.51e-10"),
  ("0x1.4e65058fdf096p+37", 10, "179526742523.8795776367", 7, "1.795267e11"),
  ("0x1.37aa2dc18ce5ap-11", 17, "0.00059445335518267", 12, "5.94453355183e-4"),
  ("-0x1.97954acd4e9a7p-34", 25, "-0.0000000000926736840114345", 17, "-9.2673684011434501e-11"),
]
