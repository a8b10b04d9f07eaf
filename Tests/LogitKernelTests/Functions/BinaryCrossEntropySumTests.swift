import LogitKernel
import Testing

@Suite struct BinaryCrossEntropySumTests {
  @Test func `the sum is rounded once: beside 2⁵³, twice 1·31 makes 2 and not 4`() {
    let great = 0x1p53
    let losses = binaryCrossEntropyWithLogits(sumOver: [great, 1, 1], targets: [0, 0, 0])
    #expect(losses == great + 2)
    let single = binaryCrossEntropyWithLogits(1, target: 0)
    #expect(great + single + single == great + 4)
  }

  @Test func `no questions cost nothing and an impossible answer costs infinity`() {
    #expect(binaryCrossEntropyWithLogits(sumOver: [], targets: []) == 0)
    #expect(binaryCrossEntropyWithLogits(sumOver: [1, .infinity], targets: [1, 0]) == .infinity)
  }

  @Test func `one class without a number takes the sum with it`() {
    #expect(binaryCrossEntropyWithLogits(sumOver: [.infinity, .nan], targets: [0, 1]).isNaN)
  }

  @Test func `one question costs what it costs alone`() {
    for logit in [-800.0, -1, 0, 0.1, 40, 1e300] {
      #expect(
        binaryCrossEntropyWithLogits(sumOver: [logit], targets: [0.25], temperature: 3)
          == binaryCrossEntropyWithLogits(logit, target: 0.25, temperature: 3))
    }
  }
}
