import LogitKernel
import LogitExplorer
import LogitFiles
import TestSupport
import Testing

/// Numbers are read from bytes, and each is the nearest Double.
@Suite struct NumberStyleTests {
  private func logits(_ texts: [String]) throws -> [Double] {
    try Document(bytes: Array(texts.joined(separator: "\n").utf8), name: "n").logits.array
  }

  @Test func `decimals of any length are rounded once`() throws {
    var bits = SeededBits(state: 21)
    let texts = (0..<20_000).map { turn -> String in
      let digits = String(
        (0..<Int(bits.next() % 20 + 1)).map { _ in
          Character(String(bits.next() % 10))
        })
      let place = digits.index(digits.startIndex, offsetBy: Int(bits.next() % UInt64(digits.count)))
      let exponent = Int(bits.next() % 61) - 30
      let sign = ["", "-", "+"][turn % 3]
      let body = turn % 2 == 0 ? digits[..<place] + "." + digits[place...] : digits[...]
      return sign + body + (turn % 5 < 2 ? "e\(exponent)" : "")
    }
    let expected = try texts.map { try #require(Double($0)) }
    #expect(haveSameBits(try logits(texts), expected))
  }

  @Test func `the shortest text of any Double is read as that Double`() throws {
    var bits = SeededBits(state: 22)
    let values = (0..<5_000).map { _ in Double(bitPattern: bits.next()) }.filter(\.isFinite)
    #expect(haveSameBits(try logits(values.map { "\($0)" }), values))
  }

  @Test(arguments: [
    "1e", "e5", "1e+", "1.2.3", "--1", "1-", "+", ".", "1e5.0", "1e400", "0x", "1__0",
  ])
  func `what only looks like a number is refused`(text: String) {
    #expect(throws: FileProblem.self) { try logits(["2.0", text]) }
  }

  @Test func `white space beyond ASCII separates numbers too`() throws {
    #expect(try logits(["2.0\u{A0}1.0\u{2003}0.5\u{3000}"]) == [2, 1, 0.5])
  }
}
