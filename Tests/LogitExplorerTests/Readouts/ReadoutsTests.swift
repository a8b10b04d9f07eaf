import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ReadoutsTests {
  @Test func `they are the kernel's numbers of the document`() {
    let readouts = ExplorerState().readouts
    #expect(readouts.row == LogitRow([2, 1, 0.1]))
    #expect(readouts.logSumExp == logSumExp([2, 1, 0.1]))
    #expect(readouts.entropy == entropy([2, 1, 0.1]))
    let loss = ExplorerState(lens: .loss).readouts.loss
    #expect(loss?.crossEntropy == crossEntropy([2, 1, 0.1], .index(0)))
  }

  @Test func `other temperatures are worked out only where they are shown`() {
    let document = Document(name: "", logits: [1, 2], temperature: 2)
    #expect(ExplorerState(document: document).readouts.temperatures.isEmpty)
    let rows = ExplorerState(document: document, lens: .temperature).readouts.temperatures
    #expect(rows.map(\.temperature) == [0.5, 1, 2, 4, 8])
  }

  @Test func `there is no loss without a target or classes, nor in another lens`() {
    let plain = Document(name: "", logits: [1])
    #expect(ExplorerState(document: plain, lens: .loss).readouts.loss == nil)
    let empty = Document(name: "", logits: [], target: .weights([]))
    #expect(ExplorerState(document: empty, lens: .loss).readouts.loss == nil)
    #expect(ExplorerState().readouts.loss == nil)
  }

  @Test func `the loss of soft and smoothed targets is floor and excess`() throws {
    let document = Document(
      name: "", logits: [2, 1, 0.1], target: .weights([0.5, 0.5, 0]), labelSmoothing: 0.1)
    let loss = try #require(ExplorerState(document: document, lens: .loss).readouts.loss)
    #expect(abs(loss.floor + loss.excess - loss.crossEntropy) < 1e-15)
    #expect(loss.floor > 0 && loss.excess > 0)
  }

  @Test func `equal to the bit, NaN included`() {
    let a = ExplorerState(document: Document(name: "", logits: [.nan, 1])).readouts
    let b = ExplorerState(document: Document(name: "", logits: [.nan, 1])).readouts
    #expect(a == b)
    #expect(a != ExplorerState().readouts)
  }
}
