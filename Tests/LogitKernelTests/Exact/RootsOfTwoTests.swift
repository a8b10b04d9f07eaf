import Testing

@testable import LogitKernel

@Suite struct RootsOfTwoTests {
  @Test func `the 128th power of each root is a power of two`() {
    #expect(rootsOfTwo.count == 256)
    for index in 0..<128 {
      let root = BigFloat(rootsOfTwo[2 * index]) + BigFloat(rootsOfTwo[2 * index + 1])
      var power = root
      for _ in 0..<7 { power = (power * power).rounded(to: 400, .down).0 }
      let ratio = power * BigFloat(powerOfTwo: -index) - .one
      // Each half ulp of 2⁻¹⁰⁷ counts 128 times.
      #expect(ratio.isZero || ratio.upperExponent <= -98, "\(index)")
      #expect(rootsOfTwo[2 * index + 1].magnitude <= rootsOfTwo[2 * index].ulp / 2)
    }
  }
}
