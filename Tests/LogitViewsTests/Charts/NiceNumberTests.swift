import Testing

@testable import LogitViews

@Suite struct NiceNumberTests {
  @Test(arguments: [
    (0.3, 0.5), (1.0, 1.0), (1.01, 2.0), (2.2, 2.5), (6.0, 10.0), (2e300, 2e300),
  ])
  func `the next nice number`(value: Double, nice: Double) {
    #expect(NiceNumber.atLeast(value) == nice)
  }

  @Test(arguments: [
    (1.8, 2.0), (1.9, 3.0), (2.0, 3.0), (2.7, 3.0), (4.5, 5.0), (4.6, 10.0), (9.1, 20.0),
    (2e-300, 3e-300), (0.0, 1.0), (Double.infinity, 1.0),
  ])
  func `a limit leaves room above the value`(value: Double, limit: Double) {
    #expect(NiceNumber.limit(holding: value) == limit)
  }

  @Test func `ticks are multiples of a nice step inside of the range`() {
    #expect(NiceNumber.ticks(in: -1...1, atMost: 5) == [-1, -0.5, 0, 0.5, 1])
    for most in 1...20 {
      for range in [-3.7...9.2, 0...1e-9, -1e300...1e300, 1e15...1e15 + 4] {
        let ticks = NiceNumber.ticks(in: range, atMost: most)
        let slack = (range.upperBound - range.lowerBound) * 1e-9
        let wide = range.lowerBound - slack...range.upperBound + slack
        #expect(ticks.count <= most && ticks.allSatisfy { wide.contains($0) })
      }
    }
  }

  @Test func `labels are short`() {
    #expect(NiceNumber.label(0.30000000000000004) == "0.3")
    #expect(NiceNumber.label(-2) == "-2")
    #expect(NiceNumber.label(20) == "20")
    #expect(NiceNumber.label(2.5e-9) == "2.5e-9")
  }
}
