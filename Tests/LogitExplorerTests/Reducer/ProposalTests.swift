import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ProposalTests {
  private func refusal(_ propose: () throws -> Proposal) -> String? {
    do {
      _ = try propose()
      return nil
    } catch { return (error as? Refusal)?.sentence }
  }

  @Test func `a probability is given by the logit while the others stay`() throws {
    let proposal = try Proposal.probability(0.5, of: 0, in: .flowers)
    var document = Document.flowers
    _ = document.apply(proposal.edit)
    #expect(abs(softmax(document.logits.array)[0] - 0.5) < 1e-15)
    #expect(document.logits.array[1...] == [1, 0.1])
    #expect(proposal.note == nil)
  }

  @Test func `0 and 1 give infinities, with a word`() throws {
    let zero = try Proposal.probability(0, of: 0, in: .flowers)
    #expect(zero.edit == .setLogit(0, -.infinity))
    #expect(zero.note == "No finite logit gives p = 0: the logit is now -inf.")
    #expect(try Proposal.probability(1, of: 0, in: .flowers).edit == .setLogit(0, .infinity))
  }

  @Test func `why a class cannot be given a probability`() {
    func reason(
      _ logits: [Double], masked: [Bool]? = nil, temperature: Double = 1, p: Double = 0.5
    ) -> String? {
      let document = Document(
        name: "", logits: logits, isMasked: masked, temperature: temperature)
      return refusal { try .probability(p, of: 0, in: document) }
    }
    #expect(reason([1, 2]) == nil)
    #expect(reason([1, 2], p: 1.5) == "A probability is between 0 and 1.")
    #expect(reason([1, 2], p: .nan) != nil)
    #expect(reason([1])?.hasPrefix("One class alone") == true)
    #expect(reason([1, 2], masked: [true, false]) == "class 1 is masked; m unmasks it.")
    #expect(reason([1, .nan]) == "class 2 is NaN, so every probability is.")
    #expect(reason([1, 2], masked: [false, true])?.hasPrefix("All other") == true)
    #expect(reason([1, .infinity]) == "class 2 is at inf and takes everything.")
    #expect(reason([1, 2], temperature: 0)?.hasPrefix("At temperature 0") == true)
    #expect(reason([1, 2], temperature: .infinity)?.hasPrefix("At an infinite") == true)
    #expect(reason([1, 2], temperature: .infinity, p: 0) == nil)
  }

  @Test func `a constant for all, and what it does to softmax`() throws {
    let exact = try Proposal.shift(by: 8, in: Document(name: "", logits: [1, 2]))
    #expect(exact.edit == .shiftLogits(by: 8))
    #expect(exact.note == "Added 8 to every logit: softmax does not move, σ does.")
    let rounded = try Proposal.shift(by: 1e17, in: Document(name: "", logits: [1, 2]))
    #expect(rounded.note?.contains("rounding only") == true)
    #expect(refusal { try .shift(by: .infinity, in: .flowers) } != nil)
    let huge = Document(name: "", logits: [1.7e308])
    #expect(refusal { try .shift(by: 1e308, in: huge) } != nil)
    #expect(
      try Proposal.shift(by: 1, in: Document(name: "", logits: [-.infinity])).edit
        == .shiftLogits(by: 1))
  }

  @Test func `temperatures, smoothings, weights and names that are refused`() throws {
    #expect(refusal { try .temperature(.nan) } != nil)
    #expect(try Proposal.temperature(-1).edit == .setTemperature(-1))
    #expect(
      refusal { try .labelSmoothing(1.01) } != nil && refusal { try .labelSmoothing(.nan) } != nil)
    #expect(refusal { try .weight(-0.1, of: 0, in: .flowers) } != nil)
    #expect(refusal { try .weight(.infinity, of: 0, in: .flowers) } != nil)
    #expect(
      try Proposal.weight(0.25, of: 1, in: .flowers).edit == .setTarget(.weights([1, 0.25, 0])))
    #expect(refusal { try .rename("  ", of: 0, in: .flowers) } == "A class needs a name.")
    #expect(try Proposal.rename("a\nb", of: 0, in: .flowers).edit == .renameClass(0, "a b"))
  }
}
