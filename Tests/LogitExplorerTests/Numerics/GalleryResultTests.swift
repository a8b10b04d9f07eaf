import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct GalleryResultTests {
  private let document = Document(
    name: "x", labels: ["a", "b"], logits: [1, 2], target: .index(1), labelSmoothing: 0.1)

  @Test func `a result is one of a row, of a logit, or the divergence`() {
    for result in GalleryResult.allCases where result != .selfDivergence {
      let isOfRow = result.quantity(in: document) != nil
      #expect(isOfRow != (result.scalar(in: document) != nil), "\(result)")
    }
    #expect(GalleryResult.selfDivergence.quantity(in: document) == nil)
    #expect(GalleryResult.selfDivergence.scalar(in: document) == nil)
  }

  @Test func `it is of the target where that is one class, else of the first`() {
    #expect(GalleryResult.probability.quantity(in: document) == .probability(1))
    #expect(GalleryResult.probability.title(in: document) == "p of b")
    var other = document
    other.target = .weights([0, 1])
    #expect(GalleryResult.logProbability.quantity(in: other) == .logProbability(0))
    #expect(
      GalleryResult.loss.quantity(in: other)
        == .crossEntropy(.distribution([0, 1], labelSmoothing: 0.1)))
  }

  @Test func `a binary loss takes the first logit and its weight`() {
    var sure = document
    sure.target = .weights([1, 0])
    #expect(GalleryResult.binaryLoss.scalar(in: sure) == .binaryCrossEntropy(1, target: 1))
    #expect(GalleryResult.sigmoid.scalar(in: Document(name: "", logits: [])) == nil)
  }
}
