import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ResultLineTests {
  private func lines(_ document: Document, baseline: LogitRow? = nil) -> [ResultLine] {
    let row = document.row
    let emulated =
      document.arithmetic.isExact
      ? nil : EmulatedRow(row.logits.array, settings: document.arithmetic.settings)
    return ResultLine.all(document, row, emulated, baseline, selection: 0)
  }

  @Test func `exact numbers are off by nothing`() {
    let lines = lines(.flowers)
    #expect(lines.allSatisfy { $0.error == 0 && $0.value == $0.truth })
    #expect(lines.map(\.quantity).contains(.crossEntropy(.index(0))))
  }

  @Test func `a computed result stands beside the true one`() throws {
    var document = Document.flowers
    document.arithmetic = Arithmetic(.naive, in: .binary16)
    let line = try #require(lines(document).first)
    #expect(line.quantity == .probability(0))
    #expect(line.truth == NumberFormat.binary16.round(0.6590011388859679))
    #expect(line.error > 0 && line.error < 3)
  }

  @Test func `yes-or-no questions have results of their own`() {
    var document = Document(name: "", logits: [2, -1], target: .weights([1, 0]))
    document.loss = .binaryCrossEntropy
    #expect(
      lines(document).map(\.quantity).suffix(2) == [
        .logit(.binaryLoss(target: 1), 0), .logit(.binaryGradient(target: 1), 0),
      ])
  }

  @Test func `a pinned row of as many classes adds the divergence`() {
    let pinned = LogitRow([0, 0, 0])
    #expect(lines(.flowers, baseline: pinned).last?.quantity == .divergence(pinned))
    #expect(lines(.flowers, baseline: LogitRow([0])).last?.quantity != .selfDivergence)
  }
}
