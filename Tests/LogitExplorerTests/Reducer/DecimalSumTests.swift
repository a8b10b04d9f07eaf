import Testing

@testable import LogitExplorer

@Suite struct DecimalSumTests {
  @Test(arguments: [
    (0.1, 0.2, 0.3), (1.1, -0.1, 1), (0.3, -0.1, 0.2), (1e-5, 2e-5, 3e-5), (2, 0.1, 2.1),
    (100.7, 0.2, 100.9), (-0.1, 0.1, 0), (1e308, 0.1, 1e308), (.infinity, 1, .infinity),
  ])
  func `sums are of what is written`(a: Double, b: Double, sum: Double) {
    #expect(decimalSum(a, b) == sum)
    #expect(decimalSum(b, a) == sum)
  }

  @Test func `ten steps there and ten back`() {
    var value = 0.0
    for _ in 0..<10 { value = decimalSum(value, 0.1) }
    #expect(value == 1)
    for _ in 0..<10 { value = decimalSum(value, -0.1) }
    #expect(value == 0 && value.sign == .plus)
  }

  @Test func `long decimals are added plainly`() {
    #expect(decimalSum(0x1p-30 * .pi, 0.1) == 0x1p-30 * .pi + 0.1)
    #expect(decimalSum(1e-300, 1e-5) == 1e-5)
    #expect(decimalSum(.nan, 1).isNaN)
  }

  @Test func `products are of what is written`() {
    #expect(DecimalProduct(0.1, 3).value == 0.3)
    #expect(DecimalProduct(0.01, 10).value == 0.1)
    #expect(DecimalProduct(1e-12, 10).value == 1e-11)
  }
}
