import LogitKernel
import Testing

@Suite struct SoftmaxTests {
  @Test func `the article's flowers have these probabilities, not 0·64, 0·27, 0·09`() {
    #expect(
      softmax([2.0, 1.0, 0.1]) == [
        0x1.516898e7157f3p-1, 0x1.f080b28530e40p-3, 0x1.93b9d3bcf23e7p-4,
      ])
  }

  @Test func `no classes have no probabilities`() {
    #expect(softmax([]).isEmpty)
    #expect(logSumExp([]) == -.infinity)
  }
}
