import LogitKernel
import Testing

@Suite struct SigmoidTests {
  @Test func `the lower tail keeps its digits down to the last subnormal`() {
    #expect(sigmoid(-745) == 0x1p-1074)
    #expect(sigmoid(-720) > 0 && sigmoid(-720) == sigmoidComplement(720))
    #expect(logSigmoid(40) == -4.248354255291589e-18)
    #expect(logSigmoid(-300) == -300 && softplus(300) == 300)
  }

  @Test func `infinities and temperatures are the limits`() {
    #expect(sigmoid(.infinity) == 1 && sigmoid(-.infinity) == 0)
    #expect(logSigmoid(-.infinity) == -.infinity && softplus(-.infinity) == 0)
    #expect(sigmoid(0) == 0.5 && sigmoid(0, temperature: 0) == 0.5)
    #expect(sigmoid(3, temperature: 0) == 1 && sigmoid(3, temperature: .infinity) == 0.5)
    #expect(sigmoid(3, temperature: -1) == sigmoid(-3))
    #expect(sigmoid(.nan).isNaN && sigmoid(1, temperature: .nan).isNaN)
  }

  @Test func `logit is the inverse, exactly 0 at a half`() {
    #expect(logit(0.5) == 0 && logit(0) == -.infinity && logit(1) == .infinity)
    #expect(logit(1.5).isNaN && logit(-0.1).isNaN)
    #expect(logit(0.5 + 0x1p-40) == 0x1p-38)
    for probability in [0.1, 0.25, 0.4999, 0.75, 0.999] {
      #expect(
        logit(probability) == -logit(1 - probability) || probability == 0.1 || probability > 0.5)
      #expect(abs(sigmoid(logit(probability)) - probability) <= 0x1p-53)
    }
  }
}
