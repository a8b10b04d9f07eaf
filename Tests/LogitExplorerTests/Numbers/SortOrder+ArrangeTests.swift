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
    #expect(SortOrder.logit.arrange(document)?.classes == [4, 2, 0, 3, 1])
  }

  @Test func `a long row is in the order of a sort, equal logits in the document's`() {
    let special: [Double] = [0, -0.0, .nan, .infinity, -.infinity, 0x1p-1074, -1e308, 1]
    let logits: [Double] = (0..<20_000).map { index -> Double in
      if index % 5 == 0 { return special[index / 5 % special.count] }
      return Double(index * 7919 % 1000) - 500.5
    }
    let order = SortOrder.logit.arrange(Document(name: "", logits: logits))
    let wanted = logits.indices.sorted { a, b in
      if logits[a].isNaN || logits[b].isNaN {
        return logits[a].isNaN == logits[b].isNaN ? a < b : logits[b].isNaN
      }
      return logits[a] == logits[b] ? a < b : logits[a] > logits[b]
    }
    #expect(order?.classes == wanted)
    #expect(wanted.enumerated().allSatisfy { order?.row(of: $1) == $0 })
    #expect(order?.row(of: 20_000) == nil)
  }

  @Test func `by name, ties in the document's order`() {
    #expect(SortOrder.name.arrange(document)?.classes == [1, 4, 0, 3, 2])
  }
}
