import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct QuantityKindDocumentTests {
  private let document = Document(
    name: "x", labels: ["a", "b"], logits: [1, 2], target: .index(1), labelSmoothing: 0.1)

  @Test func `every result is a quantity of its own`() {
    let quantities = Quantity.Kind.allCases.map { $0.quantity(in: document, selection: 0) }
    for (index, quantity) in quantities.enumerated() {
      #expect(!quantities[..<index].contains(quantity), "\(Quantity.Kind.allCases[index])")
    }
    #expect(quantities[0] == .probability(0))
  }

  @Test func `a loss is of the target, or of the selected class where there is none`() {
    var bare = document
    bare.target = .none
    #expect(
      Quantity.Kind.crossEntropy.quantity(in: document, selection: 0)
        == .crossEntropy(.index(1, labelSmoothing: 0.1)))
    #expect(Quantity.Kind.crossEntropy.quantity(in: bare, selection: 0) == .crossEntropy(.index(0)))
  }

  @Test func `the divergence is from the pinned row where it has as many classes`() {
    let (same, other) = (LogitRow([0, 0]), LogitRow([0]))
    let result = Quantity.Kind.divergence
    #expect(result.quantity(in: document, selection: 0, baseline: same) == .divergence(same))
    #expect(result.quantity(in: document, selection: 0, baseline: other) == .selfDivergence)
  }

  @Test func `without a class there is only the sum`() {
    let empty = Document(name: "", logits: [])
    for result in Quantity.Kind.allCases {
      #expect(result.quantity(in: empty, selection: 0) == .logSumExp)
    }
  }

  @Test func `every title is another, and names the class where it is of one`() {
    let titles = Quantity.Kind.allCases.map { $0.title(in: .flowers, selection: 1) }
    #expect(Set(titles).count == titles.count)
    for (kind, title) in zip(Quantity.Kind.allCases, titles) where kind.scope == .class {
      #expect(title.hasSuffix(" versicolor"), "\(title)")
    }
    #expect(
      Quantity.Kind.margin.title(in: .flowers, selection: 1) == "the margin, best z less second")
  }

  @Test func `what suits a document, and its class`() {
    #expect(Quantity.Kind.suiting(document) == .logProbability && document.targetClass == 1)
    #expect(Quantity.Kind.suiting(Document(name: "", logits: [3])) == .sigmoid)
    let binary = Document(name: "", logits: [1, 2], loss: .binaryCrossEntropy)
    #expect(Quantity.Kind.suiting(binary) == .binaryLoss && binary.targetClass == 0)
  }
}
