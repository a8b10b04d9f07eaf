import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct KeysPanelTests {
  private func text(_ glyphs: GlyphLevel) -> String {
    var grid = CellGrid(size: Size(width: 65, height: 40), glyphs: glyphs)
    KeysPanel.draw(in: grid.area, on: &grid)
    return grid.text
  }

  @Test func `keys come with what they do, whole`() {
    #expect(text(.blocks).contains("→ l         Raise the logit by a step"))
    #expect(!text(.blocks).contains("…") && !text(.blocks).contains("Alt-1"))
  }

  @Test func `plain terminals get plain names`() {
    #expect(text(.ascii).contains("Right l     Raise the logit by a step"))
  }
}
