import TestSupport
import Testing

@testable import LogitKernel

@Suite struct ExactSumTests {
  @Test func `what cancels is gone and what does not is kept`() {
    #expect(sum(of: [1e300, 1, -1e300]) == 1)
    #expect(sum(of: [1, 0x1p-60, -1]) == 0x1p-60)
    #expect(
      sum(of: [.greatestFiniteMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude])
        == .greatestFiniteMagnitude)
    #expect(sum(of: [0x1p-1074, 1e308, 0x1p-1074, -1e308]) == 0x1p-1073)
    #expect(sum(of: []) == 0)
  }

  @Test func `a tie is broken by the least of the terms`() {
    #expect(sum(of: [1, 0x1p-53]) == 1)
    #expect(sum(of: [1, 0x1p-53, 0x1p-1074]) == 1 + 0x1p-52)
    #expect(sum(of: [1, 0x1p-53, -0x1p-1074]) == 1)
    #expect(sum(of: [1, 0x1p-4, 1e-300], in: .e4m3) == 1.125)
  }

  @Test func `special values add as IEEE has it`() {
    #expect(sum(of: [1, .infinity]) == .infinity)
    #expect(sum(of: [.infinity, -.infinity]).isNaN)
    #expect(sum(of: [1, .nan]).isNaN)
  }

  @Test func `the order does not matter, and the parts do not overlap`() {
    var bits = SeededBits(state: 11)
    for _ in 0..<200 {
      let numbers = (0..<40).map { _ in
        let exponent = Int(bits.next() % 1200) - 600
        return Double(sign: .plus, exponent: exponent, significand: 1)
          * Double(Int64(bitPattern: bits.next()) >> 11)
      }
      let exact = numbers.reduce(BigFloat.zero) { $0 + BigFloat($1) }
      #expect(sum(of: numbers) == NumberFormat.binary64.round(exact, nudged: nil))
      #expect(sum(of: numbers.reversed()) == sum(of: numbers))
      let parts = ExactSum(numbers).parts
      for (small, large) in zip(parts, parts.dropFirst()) {
        let lastBit = BigFloat(powerOfTwo: large.exponent - large.significandWidth)
        #expect(BigFloat(small.magnitude) < lastBit)
      }
    }
  }
}
