import LogitExplorer
import LogitKernel
import Testing

@Suite struct AlgorithmWordsTests {
  @Test func `each has a heading of eight letters at most and a sentence of its own`() {
    for algorithm in Algorithm.all {
      #expect((1...8).contains(algorithm.heading.count), "\(algorithm.name)")
      #expect(
        algorithm.summary.hasSuffix(".") && (20...76).contains(algorithm.summary.count),
        "\(algorithm.name)")
    }
    #expect(Set(Algorithm.all.map(\.heading)).count == Algorithm.all.count)
    #expect(Set(Algorithm.all.map(\.summary)).count == Algorithm.all.count)
  }
}
