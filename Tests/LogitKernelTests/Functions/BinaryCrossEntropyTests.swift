import LogitKernel
import Testing

@Suite struct BinaryCrossEntropyTests {
  @Test func `a sure right answer costs e^−|z|, on both sides`() {
    #expect(binaryCrossEntropyWithLogits(40, target: 1) == 4.248354255291589e-18)
    #expect(binaryCrossEntropyWithLogits(-40, target: 0) == 4.248354255291589e-18)
    #expect(binaryCrossEntropyWithLogitsGradient(40, target: 1) == -4.248354255291589e-18)
  }

  @Test func `infinite logits cost nothing or everything`() {
    #expect(binaryCrossEntropyWithLogits(-.infinity, target: 0) == 0)
    #expect(binaryCrossEntropyWithLogits(.infinity, target: 1) == 0)
    #expect(binaryCrossEntropyWithLogits(.infinity, target: 0.5) == .infinity)
    #expect(binaryCrossEntropyWithLogitsGradient(.infinity, target: 0) == 1)
    #expect(binaryCrossEntropyWithLogits(.nan, target: 1).isNaN)
    #expect(binaryCrossEntropyWithLogits(1, target: .nan).isNaN)
  }

  @Test func `a temperature scales the gradient too`() {
    #expect(binaryCrossEntropyWithLogitsGradient(0, target: 0, temperature: 2) == 0.25)
    #expect(binaryCrossEntropyWithLogitsGradient(1, target: 0, temperature: 0).isNaN)
    #expect(binaryCrossEntropyWithLogitsGradient(1, target: 0, temperature: .infinity) == 0)
  }
}
