import Testing

@testable import LogitKernel

@Suite struct QuotientTests {
  @Test func `a quotient of a difference is rounded once`() {
    // (1 + 2⁻⁵² − 1)/3 keeps what the rounded difference of greater numbers would lose.
    #expect(
      Quotient(numerator: [1 + 0x1p-52, -1], denominator: 1).rounded(to: .binary64) == 0x1p-52)
    #expect(
      Quotient(numerator: [1e300, 1, -1e300], denominator: 3).rounded(to: .binary64) == 1.0 / 3)
    #expect(Quotient(numerator: [7], denominator: 0x1p-1074).rounded(to: .binary64) == .infinity)
    #expect(Quotient(numerator: [], denominator: 2).rounded(to: .binary64) == 0)
  }

  @Test func `x over T by the limits of T`() {
    func parts(_ x: Double, _ t: Double) -> [Double] {
      switch ScaledLogit(x, temperature: t) {
      case .limit(let limit): [limit]
      case .quotient(let x, let divisor): [x, divisor]
      }
    }
    #expect(parts(3, 2) == [3, 2])
    #expect(parts(3, -2) == [-3, 2])
    #expect(parts(3, 0) == [.infinity])
    #expect(parts(-3, 0) == [-.infinity])
    #expect(parts(0, 0) == [0, 1])
    #expect(parts(3, .infinity) == [0, 1])
    #expect(parts(.infinity, 5) == [.infinity])
    #expect(parts(.infinity, -5) == [-.infinity])
    #expect(parts(.nan, 1)[0].isNaN)
    #expect(parts(1, .nan)[0].isNaN)
  }
}
