import LogitExplorer
import LogitKernel
import TerminalCells
import Testing

@testable import LogitViews

/// A frame drawn onto the one before is the frame drawn anew.
@Suite struct DrawnFrameTests {
  private static let keys = [
    "<Left>", "<Right>", "<Left>", "<Right>", "<S-Right>", "<S-Left>", "<", ">", "u", "<C-r>",
    "<Down>", "<Up>", "<Space>", "<Tab>", "m", "]", "[", "x", "b", "R", "v", "f", "e", "0", "<Esc>",
    "t", "2", "<Enter>", ")", "X", "a", "d", "s", "E", "z", "?", "<Esc>",
  ]

  @Test(arguments: [(80, 24), (120, 35), (200, 60), (40, 12), (90, 40), (20, 5)], [1, 2, 3])
  func `a walk over keys gives the same cells either way`(
    size: (width: Int, height: Int), seed: UInt64
  ) {
    let size = Size(width: size.width, height: size.height)
    var (generator, state) = (SeededGenerator(seed: seed), ExplorerState())
    var layout = Layout(state, size: size)
    var drawn = DrawnFrame(state, layout: layout, glyphs: .blocks)
    for step in 0..<250 {
      // Mostly nudges, so that frames follow each other that are alike.
      let isNudge = generator.next() % 3 > 0
      let place = Int(generator.next() % UInt64(isNudge ? 8 : Self.keys.count))
      _ = state.press(Self.keys[place])
      layout = Layout(state, size: size)
      state.adopt(layout)
      drawn =
        drawn.next(state, size: size, glyphs: .blocks)
        ?? DrawnFrame(state, layout: layout, glyphs: .blocks)
      #expect(drawn.layout == layout)
      let whole = frame(state, layout: layout, glyphs: .blocks)
      guard drawn.grid == whole.grid, drawn.cursor == whole.cursor else {
        Issue.record(
          "seed \(seed), step \(step), \(Self.keys[place]): \n\(drawn.grid)\n\(whole.grid)")
        return
      }
    }
  }

  @Test func `a nudge is drawn onto the last frame, unless glyphs or size differ`() {
    var state = ExplorerState()
    let size = Size(width: 80, height: 24)
    let drawn = DrawnFrame(state, layout: Layout(state, size: size), glyphs: .blocks)
    _ = state.press("<Right>")
    #expect(drawn.next(state, size: size, glyphs: .blocks) != nil)
    #expect(drawn.next(state, size: size, glyphs: .ascii) == nil)
    #expect(drawn.next(state, size: Size(width: 81, height: 24), glyphs: .blocks) == nil)
  }
}
