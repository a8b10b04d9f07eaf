import LogitKernel
import TestSupport
import Testing

@Suite struct SigmoidSumTests {
  @Test func `opposite logits sum to 1 and zeros to a half`() {
    #expect(sumOfSigmoids([3.5, -3.5]) == 1)
    #expect(sumOfSigmoids([3.5, -3.5], less: 1) == 0)
    #expect(sumOfSigmoids([0, 0, 0]) == 1.5)
    #expect(sumOfSigmoids([7, 0, -7, -7, 0, 7], less: 3) == 0)
    #expect(sumOfSigmoids([1e300, -1e300], less: 1) == 0)
  }

  @Test func `what is beside 1 has all its digits`() {
    // σ(40) − 1 = −σ(−40), σ(−41) beside it.
    #expect(sumOfSigmoids([40], less: 1) == -sigmoid(-40))
    #expect(sumOfSigmoids([40, -41]) == 1)
    #expect(sumOfSigmoids([40, -41], less: 1) < 0)
    #expect(sumOfSigmoids([800, -800.5, 1], less: 2) == sigmoid(1) - 1)
  }

  @Test func `it is the sum of the terms to within their roundings`() {
    var bits = SeededBits(state: 3)
    for _ in 0..<100 {
      let logits = (0..<20).map { _ in Double(Int64(bitPattern: bits.next()) >> 40) * 0x1p-20 }
      let terms = logits.map { sigmoid($0, temperature: 0.7) }.reduce(0, +)
      let sum = sumOfSigmoids(logits, temperature: 0.7)
      #expect(abs(sum - terms) <= 20 * sum.ulp)
      #expect(sumOfSigmoids(logits.shuffled(using: &bits), temperature: 0.7) == sum)
    }
  }

  @Test func `special values`() {
    #expect(sumOfSigmoids([.infinity, -.infinity, .infinity]) == 2)
    #expect(sumOfSigmoids([1, .nan]).isNaN)
    #expect(sumOfSigmoids([1, 2], temperature: .infinity) == 1)
    #expect(sumOfSigmoids([3, -2, 0], temperature: 0) == 1.5)
    #expect(sumOfSigmoids([]) == 0)
  }
}
