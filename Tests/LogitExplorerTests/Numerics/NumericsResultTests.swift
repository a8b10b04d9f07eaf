import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct NumericsResultTests {
  private let document = Document(
    name: "x", labels: ["a", "b"], logits: [1, 2], target: .index(1), labelSmoothing: 0.1)

  @Test func `every result is a quantity of its own`() {
    let quantities = NumericsResult.allCases.map { $0.quantity(in: document, selection: 0) }
    for (index, quantity) in quantities.enumerated() {
      #expect(!quantities[..<index].contains(quantity), "\(NumericsResult.allCases[index])")
    }
    #expect(quantities[0] == .probability(0))
  }

  @Test func `a loss is of the target, or of the selected class where there is none`() {
    var bare = document
    bare.target = .none
    #expect(
      NumericsResult.loss.quantity(in: document, selection: 0)
        == .crossEntropy(.index(1, labelSmoothing: 0.1)))
    #expect(NumericsResult.loss.quantity(in: bare, selection: 0) == .crossEntropy(.index(0)))
  }

  @Test func `the divergence is from the pinned row where it has as many classes`() {
    let (same, other) = (LogitRow([0, 0]), LogitRow([0]))
    let result = NumericsResult.divergence
    #expect(result.quantity(in: document, selection: 0, baseline: same) == .divergence(same))
    #expect(result.quantity(in: document, selection: 0, baseline: other) == .selfDivergence)
  }

  @Test func `without a class there is only the sum`() {
    let empty = Document(name: "", logits: [])
    for result in NumericsResult.allCases {
      #expect(result.quantity(in: empty, selection: 0) == .logSumExp)
      #expect(!result.title(in: empty, selection: 0).isEmpty)
    }
  }

  @Test func `what suits a document, and its class`() {
    #expect(NumericsResult.suiting(document) == .logProbability && document.targetClass == 1)
    #expect(NumericsResult.suiting(Document(name: "", logits: [3])) == .sigmoid)
    let binary = Document(name: "", logits: [1, 2], loss: .binaryCrossEntropy)
    #expect(NumericsResult.suiting(binary) == .binaryLoss && binary.targetClass == 0)
  }
}
