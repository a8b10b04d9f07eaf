import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct TableViewTests {
  private func rows(_ document: Document, keys: [String] = []) -> [String] {
    var state = ExplorerState(document: document)
    for key in keys { _ = state.press(key) }
    return frame(state, size: Size(width: 80, height: 24), glyphs: .blocks).grid.textRows
  }

  @Test func `the selected row is marked, the target has its star, a mask its word`() {
    let rows = rows(.flowers, keys: ["j", "m"])
    #expect(rows[5].hasPrefix(" ▸ b versicolor"))
    #expect(rows[4].contains("setosa *"))
    #expect(rows[5].contains("masked") || rows[5].contains("-inf"))
  }

  @Test func `control characters in labels are shown as symbols`() {
    let rows = rows(Document(name: "", labels: ["\u{1b}[31mred"], logits: [1]))
    #expect(rows[4].contains("␛[31mred"))
  }

  @Test func `wide labels keep the columns in line`() {
    let document = Document(name: "", labels: ["日本語", "abc"], logits: [1, 2])
    let grid = frame(
      ExplorerState(document: document), size: Size(width: 80, height: 24), glyphs: .blocks
    ).grid
    let points = [4, 5].map { row in Array(grid.row(row)).firstIndex { $0.glyph.text == "." } }
    #expect(points[0] == points[1] && points[0] != nil)
  }
}
