import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct LensNumbersTests {
  private func numbers(_ document: Document, _ lens: Lens = .softmax) -> LensNumbers {
    ExplorerState(document: document, lens: lens).numbers
  }

  @Test func `they are the kernel's numbers of the document`() {
    let present = ExplorerState().numbers.present
    #expect(present.row == LogitRow([2, 1, 0.1]))
    #expect(present.value(.logSumExp) == logSumExp([2, 1, 0.1]))
    #expect(present.value(.entropy) == entropy([2, 1, 0.1]))
    let loss = numbers(.flowers, .loss).loss
    #expect(loss?.total == crossEntropy([2, 1, 0.1], .index(0)))
  }

  @Test func `other temperatures are worked out only where they are shown`() {
    let document = Document(name: "", logits: [1, 2], temperature: 2)
    #expect(numbers(document).temperatures.isEmpty)
    let rows = numbers(document, .temperature).temperatures
    #expect(rows.map(\.row.temperature) == [2, 1, 4, 0.5, 8])
  }

  @Test func `there is no loss without a target or classes, nor in another lens`() {
    #expect(numbers(Document(name: "", logits: [1]), .loss).loss == nil)
    #expect(numbers(Document(name: "", logits: [], target: .weights([])), .loss).loss == nil)
    #expect(ExplorerState().numbers.loss == nil)
  }

  @Test func `the loss of soft and smoothed targets is floor and excess`() throws {
    let document = Document(
      name: "", logits: [2, 1, 0.1], target: .weights([0.5, 0.5, 0]), labelSmoothing: 0.1)
    let loss = try #require(numbers(document, .loss).loss)
    #expect(abs(loss.floor + loss.excess - loss.total) < 1e-15)
    #expect(loss.floor > 0 && loss.excess > 0)
  }

  @Test func `equal to the bit, NaN included`() {
    let document = Document(name: "", logits: [.nan, 1])
    #expect(numbers(document) == numbers(document))
    #expect(numbers(document) != ExplorerState().numbers)
  }

  @Test func `a change is measured from the pinned document`() throws {
    let state = ExplorerState.flowers(after: "b<Right>")
    let change = try #require(state.numbers.change(at: 0, from: 0))
    func value(_ number: ShownNumber?) -> Double {
      if case .number(let value, _) = number { value } else { .nan }
    }
    #expect(value(change.probability) > 0 && value(change.entropy) < 0)
    #expect(value(change.divergence) > 0)
    #expect(ExplorerState().numbers.change(at: 0, from: 0) == nil)
  }
}
