import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct NumericsNumbersTests {
  private func state(_ document: Document, shown: Set<NumericsPart> = []) -> ExplorerState {
    var state = ExplorerState(document: document, lens: .numerics)
    _ = state.reduce(.numerics(.setShownParts(shown)))
    return state
  }

  private let half = Document(
    name: "x", logits: [12, 11, 10], arithmetic: Arithmetic(.naive, in: .binary16))

  @Test func `it tells the fault and the error of the selected class`() {
    let readout = state(half).numbers.numerics
    #expect(readout?.fault?.sentence.hasPrefix("exp(12) overflows binary16") == true)
    #expect(readout?.error == .infinity)
    #expect(readout?.quantity == .logProbability(0))
  }

  @Test func `exact numbers have neither`() {
    let readout = state(.flowers).numbers.numerics
    #expect(readout != nil && readout?.fault == nil && readout?.error == nil)
  }

  @Test func `nothing is computed that is not on the screen`() {
    let readout = state(half).numbers.numerics
    #expect(readout?.formats == nil && readout?.sweep == nil)
    #expect(readout?.online == nil && readout?.masks == nil)
    let all = state(half, shown: Set(NumericsPart.allCases)).numbers.numerics
    #expect(all?.formats != nil && all?.sweep != nil && all?.online != nil && all?.masks != nil)
  }

  @Test func `an empty row and a long one have no tables`() {
    let parts = Set(NumericsPart.allCases)
    #expect(state(Document(name: "", logits: []), shown: parts).numbers.numerics?.formats == nil)
    let long = Document(
      name: "", logits: Array(repeating: 0, count: NumericsNumbers.classLimit + 1))
    #expect(state(long, shown: parts).numbers.numerics?.sweep == nil)
  }

  @Test func `each result is a quantity of the document`() {
    func quantity(_ result: Quantity.Kind) -> Quantity {
      result.quantity(in: half, selection: 2)
    }
    #expect(quantity(.probability) == .probability(2))
    #expect(quantity(.logProbability) == .logProbability(2))
    #expect(quantity(.crossEntropy) == .crossEntropy(.index(2)))
    #expect(quantity(.entropy) == .entropy && quantity(.logSumExp) == .logSumExp)
    #expect(quantity(.softplus) == .logit(.softplus, 2))
    #expect(quantity(.divergence) == .selfDivergence)
    let empty = Document(name: "", logits: [])
    #expect(Quantity.Kind.crossEntropy.quantity(in: empty, selection: 0) == .logSumExp)
  }
}
