import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct LossNumbersShownTests {
  private func reading(_ document: Document) throws -> LossNumbers {
    try #require(LossNumbers(RowNumbers(document)))
  }

  @Test func `powers of e say what a Double cannot`() throws {
    let reading = try reading(Document(name: "", logits: [1000, 0], target: .index(1)))
    #expect(reading.shownCost(at: 0).text(digits: 6) == "e^-1000")
    #expect(reading.shownCost(at: 1) == .number(1000))
    #expect(reading.shownGradient(at: 0).text(digits: 6) == "1-e^-1000")
    #expect(reading.shownGradient(at: 1).text(digits: 6) == "-1+e^-1000")
    #expect(reading.shownTotal == .number(1000))
    let right = try self.reading(Document(name: "", logits: [1000, 0], target: .index(0)))
    #expect(right.shownTotal.text(digits: 6) == "e^-1000")
    #expect(right.shownExcess.text(digits: 6) == "e^-1000")
    #expect(right.shownGradient(at: 0).text(digits: 6) == "-e^-1000")
    #expect(right.shownGradient(at: 1).text(digits: 6) == "e^-1000")
  }

  @Test func `the same where the target is given as weights`() throws {
    let soft = Document(name: "", logits: [1000, 0], target: .weights([1, 0]))
    #expect(try reading(soft).shownTotal.text(digits: 6) == "e^-1000")
    #expect(try reading(soft).shownGradient(at: 1).text(digits: 6) == "e^-1000")
  }

  @Test func `the temperature divides the gradient`() throws {
    let cold = Document(name: "", logits: [1000, 0], temperature: 0.5, target: .index(0))
    // e^−2000 / ½ = e^(ln 2 − 2000)
    #expect(try reading(cold).shownGradient(at: 1).text(digits: 6) == "e^-1999.3")
  }

  @Test func `questions on their own have their tails too`() throws {
    let binary = Document(
      name: "", logits: [1000, -1000], target: .index(0), loss: .binaryCrossEntropy)
    let reading = try reading(binary)
    #expect(reading.shownCost(at: 0).text(digits: 6) == "e^-1000")
    #expect(reading.shownGradient(at: 0).text(digits: 6) == "-e^-1000")
    #expect(reading.shownGradient(at: 1).text(digits: 6) == "e^-1000")
    #expect(reading.shownTotal.text(digits: 6) == "e^-1000")
  }

  @Test func `a Double near 1 tells by how much it is not`() throws {
    let near = try reading(Document(name: "", logits: [0, 40], target: .index(0)))
    let complement = LogitRow([0, 40]).probability(at: 0)
    #expect(near.shownGradient(at: 0) == .number(-1, complement: complement))
  }

  @Test func `what is exactly 0 is shown as 0`() throws {
    let alone = try reading(Document(name: "", logits: [3], target: .index(0)))
    #expect(alone.shownGradient(at: 0) == .number(0) && alone.shownTotal == .number(0))
    let masked = Document(
      name: "", logits: [1, 2], isMasked: [false, true], target: .index(0))
    #expect(try reading(masked).shownGradient(at: 1) == .number(0))
    let balanced = Document(name: "", logits: [0, 0], target: .weights([0.5, 0.5]))
    #expect(try reading(balanced).shownGradient(at: 0) == .number(0))
  }
}
