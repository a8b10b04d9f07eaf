import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct DocumentEditTests {
  private static let start = Document(
    name: "d", labels: ["a", "b", "c"], logits: [1, 2, 3], target: .weights([0.5, 0.25, 0.25]))

  @Test(
    arguments: [
      .setLogit(1, .nan), .setLogits([4, 5, 6]), .randomise(seed: 3), .shiftLogits(by: 0.1),
      .shiftLogits(by: 1e17), .shiftLogits(by: 1, restoring: [1: .nan]), .setMask(2, true),
      .setTemperature(0.5),
      .setTarget(.index(2)), .setLabelSmoothing(0.1), .setLoss(.binaryCrossEntropy),
      .insertClass(ClassRow(label: "x", logit: 9, weight: 0.5), at: 0),
      .insertClass(ClassRow(label: "x", logit: 9), at: 3), .removeClass(at: 0),
      .removeClass(at: 2), .renameClass(0, "y"), .renameDocument("e"),
      .replace(Document(name: "r", logits: [])),
      .batch([.setLogit(0, 7), .removeClass(at: 1), .setLogit(0, 8)]),
    ] as [DocumentEdit])
  func `applying what an edit returns takes it back`(edit: DocumentEdit) {
    var document = Self.start
    let inverse = document.apply(edit)
    #expect(document != Self.start)
    let changed = document
    let again = document.apply(inverse)
    #expect(document == Self.start)
    _ = document.apply(again)
    #expect(document == changed)
  }

  @Test func `what adding a constant leaves for the undo is only what adding does not bring back`()
  {
    let logits = (0..<100).map { Double($0) / 10 } + [-0.0, 1e-30]
    var document = Document(name: "", logits: logits)
    let inverse = document.apply(.shiftLogits(by: 0.7))
    #expect(document.logits[3] == 1)
    #expect(inverse == .shiftLogits(by: -0.7, restoring: [100: -0.0, 101: 1e-30]))
    let again = document.apply(inverse)
    #expect(haveSameBits(document.logits.array, logits) && again == .shiftLogits(by: 0.7))
  }

  @Test func `copies are equal without a look at them, and a change makes them others`() {
    let copy = Self.start
    #expect(copy.revision === Self.start.revision)
    var changed = copy
    _ = changed.apply(.setLogit(0, 5))
    #expect(changed.revision !== copy.revision && changed != copy)
    _ = changed.apply(.setLogit(0, 1))
    #expect(changed.revision !== copy.revision && changed == copy)
  }

  @Test func `a step shares what it did not change with the document`() {
    var document = Document(name: "", logits: (0..<100_000).map(Double.init))
    let old = document.logits
    _ = document.apply(.setLogit(5, 0))
    #expect(document.logits.sharedPieces(with: old) == 97)
    guard case .replace(let left) = document.apply(.replace(Document(name: "", logits: []))) else {
      Issue.record("replacing is undone in another way")
      return
    }
    #expect(left.logits.sharedPieces(with: old) == 97)
  }

  @Test func `a hard target moves with its class and goes with it`() {
    var document = Document(name: "", logits: [1, 2, 3], target: .index(1))
    _ = document.apply(.insertClass(ClassRow(label: "x", logit: 0), at: 0))
    #expect(document.target == .index(2))
    _ = document.apply(.removeClass(at: 0))
    #expect(document.target == .index(1))
    let inverse = document.apply(.removeClass(at: 1))
    #expect(document.target == .none)
    _ = document.apply(inverse)
    #expect(document.target == .index(1))
  }
}
