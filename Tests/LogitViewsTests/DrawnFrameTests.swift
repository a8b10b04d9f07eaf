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
      drawn = drawn.next(state, layout: layout, glyphs: .blocks)
      let whole = frame(state, layout: layout, glyphs: .blocks)
      guard drawn.grid == whole.grid, drawn.cursor == whole.cursor else {
        Issue.record(
          "seed \(seed), step \(step), \(Self.keys[place]): \n\(drawn.grid)\n\(whole.grid)")
        return
      }
    }
  }

  @Test func `a nudge on a grid of another kind of glyphs draws anew`() {
    var state = ExplorerState()
    let size = Size(width: 80, height: 24)
    let drawn = DrawnFrame(state, layout: Layout(state, size: size), glyphs: .blocks)
    _ = state.press("<Right>")
    let layout = Layout(state, size: size)
    #expect(
      drawn.next(state, layout: layout, glyphs: .ascii).grid
        == frame(state, layout: layout, glyphs: .ascii).grid)
  }
}
