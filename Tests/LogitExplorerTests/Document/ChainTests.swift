import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ChainTests {
  @Test func `masks come first, then the temperature`() {
    let document = Document(
      name: "", logits: [2, 1, .nan], isMasked: [false, false, true], temperature: 0.5)
    #expect(document.chain.stages == [.mask([false, false, true]), .temperature(0.5)])
    #expect(document.effectiveLogits == [2, 1, -.infinity])
    #expect(document.row.logits == [2, 1, -.infinity] && document.row.temperature == 0.5)
    #expect(document.effectiveLogit(at: 2) == -.infinity && document.effectiveLogit(at: 1) == 1)
  }

  @Test func `without stages the row is the logits`() {
    let row = Chain(stages: []).row(of: [1, 2])
    #expect(row.logits == [1, 2] && row.temperature == 1)
  }
}
