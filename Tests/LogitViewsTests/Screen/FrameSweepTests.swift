@testable import LogitExplorer
import TerminalCells
import TestSupport
import Testing

@testable import LogitViews

/// Sizes of all kinds: nothing crashes, and no cell holds what a terminal could take as a command.
@Suite struct FrameSweepTests {
  /// Every size up to 48×32, where layouts change most, then every ninth width and seventh height.
  ///
  /// The lenses and the kinds of glyphs take turns; the gate draws every hundredth.
  @Test(arguments: 0..<8)
  func `every size draws`(turn: Int) throws {
    let lens = Lens.allCases[turn % Lens.allCases.count]
    let glyphs: GlyphLevel = turn / 4 == 0 ? .blocks : .ascii
    var state = ExplorerState(
      document: Document(
        name: "a\u{7}b", labels: ["\u{1B}[2J", "日本語", ""], logits: [1, -.infinity, 0.1],
        target: .index(0)), lens: lens)
    state.display.digits = 4
    if lens == .numerics { _ = state.reduce(state.setting("algorithm", "naive")) }
    let widths = Array(0...48) + Array(stride(from: 57, through: 220, by: 9))
    let heights = Array(0...32) + Array(stride(from: 39, through: 220, by: 7))
    let sizes = widths.flatMap { width in heights.map { Size(width: width, height: $0) } }
      .filter { ($0.width + 3 * $0.height) % 8 == turn }
    for place in stride(from: 0, to: sizes.count, by: sizes.count / rounds(of: sizes.count)) {
      let drawn = frame(state, size: sizes[place], glyphs: glyphs)
      #expect(
        drawn.grid.size == sizes[place] && hasOnlySafeCells(drawn.grid), "\(sizes[place])")
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
