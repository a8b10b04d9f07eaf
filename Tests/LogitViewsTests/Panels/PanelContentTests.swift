import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct PanelContentTests {
  static let contents: [PanelContent] =
    [.values, .history, .keys] + Lens.allCases.map { .lens($0) }

  @Test func `titles are the lens's, the class's, or what a panel lists`() {
    let state = ExplorerState()
    let titles = Self.contents.map { $0.title(state) }
    #expect(titles == ["setosa", "History", "Keys"] + Lens.allCases.map(\.title))
    let empty = ExplorerState(document: Document(name: "", logits: []))
    #expect(PanelContent.values.title(empty) == "no class")
  }

  @Test(arguments: contents)
  func `a panel of any size stays in its area`(content: PanelContent) {
    for (_, document) in FrameCases.documents {
      let state = ExplorerState(document: document)
      for (width, height) in [(0, 0), (1, 1), (30, 5), (61, 12)] {
        var grid = CellGrid(size: Size(width: 80, height: 20))
        let area = Rect(row: 3, column: 5, width: width, height: height)
        grid.clipped(to: area) { content.draw(state, in: area, on: &$0) }
        for row in 0..<20 {
          for column in 0..<80 where !area.contains(Point(row: row, column: column)) {
            #expect(grid[row, column] == .blank)
          }
        }
      }
    }
  }
}
