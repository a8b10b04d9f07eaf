import LogitExplorer
import LogitKernel
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct LossReadingCellsTests {
  private func reading(_ document: Document) throws -> LossReading {
    let row = document.row
    return try #require(LossReading(document, row))
  }

  @Test func `powers of e say what a Double cannot`() throws {
    let reading = try reading(Document(name: "", logits: [1000, 0], target: .index(1)))
    #expect(reading.costCell(at: 0).text(digits: 6) == "e^-1000")
    #expect(reading.costCell(at: 1) == .number(1000))
    #expect(reading.gradientCell(at: 0).text(digits: 6) == "1-e^-1000")
    #expect(reading.gradientCell(at: 1).text(digits: 6) == "-1+e^-1000")
    #expect(reading.totalCell == .number(1000))
    let right = try self.reading(Document(name: "", logits: [1000, 0], target: .index(0)))
    #expect(right.totalCell.text(digits: 6) == "e^-1000")
    #expect(right.excessCell.text(digits: 6) == "e^-1000")
    #expect(right.gradientCell(at: 0).text(digits: 6) == "-e^-1000")
    #expect(right.gradientCell(at: 1).text(digits: 6) == "e^-1000")
  }

  @Test func `the same where the target is given as weights`() throws {
    let soft = Document(name: "", logits: [1000, 0], target: .weights([1, 0]))
    #expect(try reading(soft).totalCell.text(digits: 6) == "e^-1000")
    #expect(try reading(soft).gradientCell(at: 1).text(digits: 6) == "e^-1000")
  }

  @Test func `the temperature divides the gradient`() throws {
    let cold = Document(name: "", logits: [1000, 0], temperature: 0.5, target: .index(0))
    // e^−2000 / ½ = e^(ln 2 − 2000)
    #expect(try reading(cold).gradientCell(at: 1).text(digits: 6) == "e^-1999.3")
  }

  @Test func `questions by themselves have their tails too`() throws {
    let binary = Document(
      name: "", logits: [1000, -1000], target: .index(0), loss: .binaryCrossEntropy)
    let reading = try reading(binary)
    #expect(reading.costCell(at: 0).text(digits: 6) == "e^-1000")
    #expect(reading.gradientCell(at: 0).text(digits: 6) == "-e^-1000")
    #expect(reading.gradientCell(at: 1).text(digits: 6) == "e^-1000")
    #expect(reading.totalCell.text(digits: 6) == "e^-1000")
  }

  @Test func `a Double near 1 tells by how much it is not`() throws {
    let near = try reading(Document(name: "", logits: [0, 40], target: .index(0)))
    let complement = LogitRow([0, 40]).probability(at: 0)
    #expect(near.gradientCell(at: 0) == .number(-1, complement: complement))
  }

  @Test func `what is exactly 0 is shown as 0`() throws {
    let alone = try reading(Document(name: "", logits: [3], target: .index(0)))
    #expect(alone.gradientCell(at: 0) == .number(0) && alone.totalCell == .number(0))
    let masked = Document(
      name: "", logits: [1, 2], isMasked: [false, true], target: .index(0))
    #expect(try reading(masked).gradientCell(at: 1) == .number(0))
    let balanced = Document(name: "", logits: [0, 0], target: .weights([0.5, 0.5]))
    #expect(try reading(balanced).gradientCell(at: 0) == .number(0))
  }
}
