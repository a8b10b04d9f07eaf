import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct LensViewTests {
  @Test func `there is a view for every lens, once`() {
    #expect(LensView.catalog.map(\.lens) == Lens.allCases)
    for lens in Lens.allCases {
      #expect(LensView.of(lens).lens == lens)
      #expect(!LensView.of(lens).companions.contains(lens))
    }
  }

  @Test(arguments: Lens.allCases)
  func `every column fits its width for any document`(lens: Lens) {
    for (_, document) in FrameCases.documents {
      let state = ExplorerState(document: document, lens: lens)
      for column in LensView.of(lens).columns(state) {
        let cells = document.logits.indices.map { column.content(state, $0) }
        for text in state.columnTexts(cells, width: column.width) {
          #expect(CellWidth.of(text) <= column.width, "\(column.title): \(text)")
        }
      }
    }
  }

  @Test(arguments: Lens.allCases)
  func `a panel never draws outside its area`(lens: Lens) {
    for (_, document) in FrameCases.documents {
      let state = ExplorerState(document: document, lens: lens)
      for (width, height) in [(1, 1), (30, 5), (78, 12)] {
        var grid = CellGrid(size: Size(width: 90, height: 20), glyphs: .blocks)
        let area = Rect(row: 3, column: 5, width: width, height: height)
        grid.clipped(to: area) { LensView.of(lens).drawPanel(state, area, &$0) }
        for row in 0..<20 where !(3..<3 + height).contains(row) {
          #expect(grid.row(row).allSatisfy { $0.glyph == .space })
        }
      }
    }
  }
}
