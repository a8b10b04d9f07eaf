import LogitExplorer
import LogitKernel
import Testing

@Suite struct ApproximationTests {
  private let values = stride(from: -40.0, through: 40, by: 0.37)

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= abs(b) * 1e-14 }

  @Test func `approximations are near the exact values`() {
    for x in values {
      #expect(isNear(Approximation.exponential(x), exponential(x)))
      #expect(isNear(Approximation.sigmoid(x), sigmoid(x)))
      #expect(isNear(Approximation.softplus(x), softplus(x)))
      #expect(
        isNear(
          Approximation.naturalLogarithm(x.magnitude + 0.5), naturalLogarithm(x.magnitude + 0.5)))
      #expect(abs(decimalLogarithm(power(10, x)) - x) <= 1e-14 * max(1, x.magnitude))
    }
  }

  @Test func `special values are those of the exact functions`() {
    #expect(Approximation.exponential(-.infinity) == 0)
    #expect(Approximation.sigmoid(.infinity) == 1 && Approximation.sigmoid(-.infinity) == 0)
    #expect(Approximation.softplus(.infinity) == .infinity)
    #expect(Approximation.softplus(-.infinity) == 0 && Approximation.sigmoid(.nan).isNaN)
    #expect(Approximation.naturalLogarithm(0) == -.infinity)
    #expect(decimalLogarithm(0) == -.infinity)
  }
}
