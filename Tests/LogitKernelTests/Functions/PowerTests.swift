import LogitKernel
import Testing

@Suite struct PowerTests {
  @Test func `exact powers are exact`() {
    #expect(power(2, 10) == 1024 && power(2, -1074) == 0x1p-1074)
    #expect(power(10, 22) == 1e22 && power(9, 0.5) == 3 && power(0.25, -1.5) == 8)
    #expect(power(3, 33) == 5559060566555523)
  }

  @Test func `a power halfway between two numbers goes to even`() {
    #expect(power(0x1p27 + 1, 2) == 0x1p54 + 0x1p28)
    #expect(power(3, 34) == 16677181699666568)
  }

  @Test func `special values are those of IEEE 754`() {
    #expect(power(.nan, 0) == 1 && power(1, .nan) == 1)
    #expect(power(-2, 3) == -8 && power(-2, 0.5).isNaN)
    #expect(power(0, -1) == .infinity && power(-1, .infinity) == 1)
    #expect(power(0.5, .infinity) == 0 && power(-.infinity, 3) == -.infinity)
  }

  @Test func `logarithm and exponential have their limits`() {
    #expect(naturalLogarithm(0) == -.infinity && naturalLogarithm(-1).isNaN)
    #expect(naturalLogarithm(1) == 0 && naturalLogarithm(.infinity) == .infinity)
    #expect(exponential(1) == 2.718281828459045 && exponential(-.infinity) == 0)
    #expect(exponential(0, temperature: 0) == 1)
  }
}
