import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct CoverTests {
  @Test func `p takes all along that comes from the shares, and nothing of one logit alone`() {
    let kinds = Cover.probability.kinds
    #expect(kinds.isSuperset(of: [.logProbability, .entropy, .logSumExp, .crossEntropy, .margin]))
    #expect(kinds.allSatisfy { $0.scope != .logit })
    for cover in Cover.allCases where cover != .probability {
      #expect(!cover.kinds.contains(.probability))
      #expect(!cover.kinds.isEmpty && !cover.meaning.isEmpty)
    }
    #expect(Cover.sigmoid.kinds.isSuperset(of: [.sigmoid, .logSigmoid, .sigmoidComplement]))
  }

  @Test func `whatever says the same in other words is covered with it`() {
    #expect(Cover.loss.kinds.contains(.logProbability))
    #expect(Cover.logProbability.kinds.contains(.crossEntropy))
    #expect(Cover.entropy.kinds.contains(.perplexity))
    #expect(Cover.logOdds.kinds.contains(.margin))
  }

  @Test(arguments: [
    ("Right: 0.659001 0.242433.", "Right: ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒."),
    ("sure (0.999), no", "sure (▒▒▒▒▒), no"),
    ("p = -1e-6: binary16", "p = -▒▒▒▒: binary16"), ("An 8; or 5", "An ▒; or ▒"), ("", ""),
  ])
  func `no number in a sentence can be read`(sentence: String, covered: String) {
    #expect(Cover.overNumbers(in: sentence) == covered)
  }
}
