import Testing

@testable import LogitExplorer

@Suite struct SortOrderArrangeTests {
  private let document = Document(
    name: "", labels: ["b", "a", "d", "c", "a"], logits: [1, .nan, 5, 5, .infinity],
    isMasked: [false, false, false, true, false])

  @Test func `by index is the document's own`() {
    #expect(SortOrder.index.arrange(document) == nil)
  }

  @Test func `by logit the greatest first, the masked below, NaN last`() {
    #expect(SortOrder.logit.arrange(document)?.indices == [4, 2, 0, 3, 1])
  }

  @Test func `by name, ties in the document's order`() {
    #expect(SortOrder.name.arrange(document)?.indices == [1, 4, 0, 3, 2])
  }
}
