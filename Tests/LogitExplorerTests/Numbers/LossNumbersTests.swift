import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct LossNumbersTests {
  private func reading(_ document: Document) throws -> LossNumbers {
    try #require(LossNumbers(RowNumbers(document)))
  }

  @Test func `without a target or without classes there is nothing to read`() {
    #expect(LossNumbers(RowNumbers(Document(name: "", logits: [1, 2]))) == nil)
    #expect(LossNumbers(RowNumbers(Document(name: "", logits: [], target: .index(0)))) == nil)
  }

  @Test func `smoothing changes the weights of a distribution and not those of questions`() {
    var document = Document.flowers
    document.labelSmoothing = 0.3
    #expect(Loss(document)?.weight(at: 1, of: 3) == 0.3 / 3)
    document.loss = .binaryCrossEntropy
    #expect(Loss(document)?.weight(at: 1, of: 3) == 0)
    #expect(Loss(document)?.weight(at: 0, of: 3) == 1)
  }

  @Test func `floor and excess make up the loss`() throws {
    var document = Document.flowers
    document.labelSmoothing = 0.1
    let reading = try reading(document)
    #expect(abs(reading.floor - 0.291140) < 1e-6)
    #expect(abs(reading.floor + reading.excess - reading.total) < 1e-15)
  }

  @Test func `the losses of all questions are summed`() throws {
    var document = Document.flowers
    document.loss = .binaryCrossEntropy
    let reading = try reading(document)
    #expect(abs(reading.total - 2.184586) < 1e-6)
    #expect(abs((0..<3).reduce(0) { $0 + reading.cost(at: $1) } - reading.total) < 1e-15)
    #expect(reading.start == naturalLogarithm(2))
  }

  @Test func `equal logits among the classes that are not masked cost ln K`() throws {
    let document = Document(
      name: "", logits: [5, 1, 3], isMasked: [false, true, false], target: .index(0))
    #expect(try reading(document).start == naturalLogarithm(2))
  }

  @Test func `weights that do not sum to 1 scale the loss of equal logits`() throws {
    let document = Document(name: "", logits: [0, 0], target: .weights([2, 1]))
    let reading = try reading(document)
    #expect(!reading.isNormalised)
    #expect(abs(reading.start - reading.total) < 1e-15)
  }

  private static let troubles: [([Double], String)] = [
    ([Double.nan, 0], "One logit is NaN, so the loss is NaN"),
    ([Double.infinity, .infinity], "More than one logit is infinite: there is no loss"),
    ([-Double.infinity, -.infinity], "Every class is masked: there is no loss"),
    ([-Double.infinity, 0], "a has weight, and its p is 0: the loss is infinite"),
  ]

  @Test(arguments: troubles)
  func `a loss that is no number is put in words`(logits: [Double], words: String) throws {
    let document = Document(name: "", labels: ["a", "b"], logits: logits, target: .index(0))
    #expect(try reading(document).trouble == words)
  }

  @Test func `a finite loss has no words`() throws {
    #expect(try reading(.flowers).trouble == nil)
    let far = Document(name: "", logits: [1e308, -1e308], target: .index(0))
    #expect(try reading(far).trouble == nil)
  }

  @Test func `a wrong answer given with certainty has an infinite binary loss`() throws {
    let document = Document(
      name: "", logits: [.infinity, 0], target: .index(1), loss: .binaryCrossEntropy)
    #expect(
      try reading(document).trouble == "A certain answer is wrong: the loss is infinite")
  }
}
