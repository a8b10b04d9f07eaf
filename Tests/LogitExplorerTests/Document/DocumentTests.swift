import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct DocumentTests {
  @Test func `a masked class counts as −∞ and keeps its logit`() {
    let document = Document(name: "d", logits: [1, 2], isMasked: [false, true])
    #expect(document.effectiveLogits == [1, -.infinity])
    #expect(document.effectiveLogit(at: 1) == -.infinity && document.logits[1] == 2)
  }

  @Test func `labels come with the classes and stay on one line`() {
    #expect(Document(name: "", logits: [0, 0]).labels == ["class 1", "class 2"])
    #expect(Document(name: "", labels: ["a\nb\r\nc"], logits: [0]).labels == ["a b c"])
  }

  @Test func `equality is of bits`() {
    let nan = Document(name: "", logits: [.nan])
    #expect(nan == nan)
    #expect(Document(name: "", logits: [0]) != Document(name: "", logits: [-0.0]))
    #expect(
      Document(name: "", logits: [0], temperature: .nan)
        == Document(name: "", logits: [0], temperature: .nan))
    #expect(haveSameBits([.nan, 1], [.nan, 1]) && !haveSameBits([1], [1, 1]))
  }

  @Test func `a document that came from elsewhere is another`() {
    var copy = Document.flowers
    copy.source = DocumentSource(rows: 2, remarks: ["Row 1 of 2."])
    #expect(copy != .flowers && copy.revision !== Document.flowers.revision)
    copy.source = DocumentSource()
    #expect(copy == .flowers)
  }

  @Test func `a target weighs its class`() {
    let document = Document(name: "", logits: [0, 0, 0], target: .index(1))
    #expect(document.softTarget == [0, 1, 0])
    #expect(TargetSetting.none.weight(at: 0) == 0)
    #expect(TargetSetting.weights([0.25, 0.75]).weight(at: 1) == 0.75)
  }

  @Test func `the program opens on the article's flowers`() {
    #expect(Document.flowers.logits == [2, 1, 0.1])
    #expect(Document.flowers.labels == ["setosa", "versicolor", "virginica"])
  }
}
