import LogitKernel
import Testing

@Suite struct SoftmaxTests {
  @Test func `the article's flowers have these probabilities, not 0·64, 0·27, 0·09`() {
    #expect(
      softmax([2.0, 1.0, 0.1]) == [0.6590011388859679, 0.2424329707047139, 0.09856589040931818])
  }

  @Test func `no classes have no probabilities`() {
    #expect(softmax([]).isEmpty)
    #expect(logSumExp([]) == -.infinity)
  }
}
