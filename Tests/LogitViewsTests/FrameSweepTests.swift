@testable import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

/// Sizes of all kinds: nothing crashes, and no cell holds what a terminal could take as a command.
@Suite struct FrameSweepTests {
  @Test(arguments: Lens.allCases)
  func `every size draws`(lens: Lens) throws {
    var state = ExplorerState(
      document: Document(
        name: "a\u{7}b", labels: ["\u{1B}[2J", "日本語", ""], logits: [1, -.infinity, 0.1],
        target: .index(0)), lens: lens)
    state.display.digits = 4
    for width in [0, 1, 2, 3, 11, 12, 13] + stride(from: 14, through: 220, by: 3) {
      let height = (width * 7) % 61
      let isTall = width % 4 == 1
      let size = Size(width: isTall ? height : width, height: isTall ? width : height)
      for glyphs in [GlyphLevel.ascii, .blocks] {
        let drawn = frame(state, size: size, glyphs: glyphs)
        #expect(drawn.grid.size == size)
        #expect(hasOnlySafeCells(drawn.grid), "\(size)")
      }
    }
  }

  private func hasOnlySafeCells(_ grid: CellGrid) -> Bool {
    (0..<grid.size.height).allSatisfy { row in
      grid.row(row).allSatisfy { cell in
        let value = cell.glyph.base.value
        return value >= 0x20 && !(0x7F..<0xA0).contains(value)
          && (grid.glyphs != .ascii || value < 0x7F)
      }
    }
  }

  @Test func `the table keeps its selected row on the screen`() throws {
    let document = Document(name: "many", logits: (0..<500).map { Double($0 % 13) })
    for selection in [0, 1, 250, 498, 499] {
      var state = ExplorerState(document: document)
      state.selection = selection
      for height in 3...60 {
        let size = Size(width: 80, height: height)
        let layout = Layout(state, size: size)
        #expect(layout.table.screenRow(ofRow: selection) != nil, "\(selection) at \(height)")
      }
    }
  }
}
