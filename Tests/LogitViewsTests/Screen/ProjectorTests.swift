import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct ProjectorTests {
  private func rows(_ document: Document, _ width: Int = 80, _ height: Int = 24) -> [String] {
    var state = ExplorerState(document: document)
    _ = state.press("z")
    return frame(state, size: Size(width: width, height: height), glyphs: .blocks).grid.textRows
  }

  @Test func `each class has as many lines as there is room, its number in the middle`() {
    let rows = rows(.flowers)
    #expect(rows[0].contains("Softmax: p   flowers   T 1"))
    #expect(rows.count { $0.contains("setosa") } == 1)
    #expect(rows.count { $0.contains("█") } > 10)
    #expect(rows.contains { $0.contains("0.659001") })
  }

  @Test func `more classes than lines scroll around the selected one`() {
    let many = Document(name: "", logits: (0..<200).map(Double.init))
    #expect(rows(many).contains { $0.contains("class 1 ") })
    #expect(rows(Document(name: "", logits: [])).contains { $0.contains("no classes: a adds one") })
  }
}
