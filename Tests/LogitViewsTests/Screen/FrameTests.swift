import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct FrameTests {
  private func lines(_ state: ExplorerState, _ width: Int, _ height: Int) -> [String] {
    frame(state, size: Size(width: width, height: height), glyphs: .blocks).grid.textRows
  }

  @Test func `the flowers read across at home size`() {
    let row = lines(ExplorerState(), 80, 24)[4]
    #expect(row.hasPrefix(" ▸ a setosa *            2.0        │████      0.659001  █████"))
  }

  @Test func `a smaller screen shows the selected value and no part of a number`() {
    #expect(lines(ExplorerState(), 5, 2) == ["2    ", "seto…"])
    #expect(lines(ExplorerState(document: Document(name: "", logits: [0.125])), 1, 1) == ["…"])
  }
}
