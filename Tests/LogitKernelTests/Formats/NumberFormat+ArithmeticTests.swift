import TestSupport
import Testing

@testable import LogitKernel

@Suite struct NumberFormatArithmeticTests {
  @Test func `single operations agree with Float, zeros' signs and overflow included`() {
    var bits = SeededBits(state: 2)
    for _ in 0..<3000 {
      let (a, b) = (
        Float(bitPattern: UInt32(truncatingIfNeeded: bits.next())),
        Float(bitPattern: UInt32(truncatingIfNeeded: bits.next()))
      )
      let (x, y) = (Double(a), Double(b))
      let format = NumberFormat.binary32
      expectSame(format.add(x, y), Double(a + b), "\(a) + \(b)")
      expectSame(format.subtract(x, y), Double(a - b), "\(a) - \(b)")
      expectSame(format.multiply(x, y), Double(a * b), "\(a) * \(b)")
      expectSame(format.divide(x, y), Double(a / b), "\(a) / \(b)")
    }
  }

  @Test func `single operations agree with Float16`() {
    var bits = SeededBits(state: 3)
    for _ in 0..<3000 {
      let word = bits.next()
      let (a, b) = (
        Float16(bitPattern: UInt16(truncatingIfNeeded: word)),
        Float16(bitPattern: UInt16(truncatingIfNeeded: word >> 16))
      )
      let (x, y) = (Double(a), Double(b))
      let format = NumberFormat.binary16
      expectSame(format.add(x, y), Double(a + b), "\(a) + \(b)")
      expectSame(format.multiply(x, y), Double(a * b), "\(a) * \(b)")
      expectSame(format.divide(x, y), Double(a / b), "\(a) / \(b)")
    }
  }

  @Test func `a quotient just above a tie in a narrow format rounds up`() {
    // 17/16 is a tie of e4m3; the least binary64 step above it is not.
    #expect(NumberFormat.e4m3.divide(17, 16) == 1)
    #expect(NumberFormat.e4m3.divide(17.000000000000004, 16) == 1.125)
  }

  @Test func `functions keep the sign of zero and their limits`() {
    let format = NumberFormat.binary16
    #expect(format.log(onePlus: -0.0).sign == .minus)
    #expect(format.log(onePlus: -1) == -.infinity)
    #expect(format.log(onePlus: -2).isNaN)
    #expect(format.log(-0.0) == -.infinity)
    #expect(format.exp(11.1) == .infinity)
    #expect(format.exp(11) == 59872)
  }

  private func expectSame(_ a: Double, _ b: Double, _ what: Comment) {
    #expect(a == b && a.sign == b.sign || (a.isNaN && b.isNaN), what)
  }
}
