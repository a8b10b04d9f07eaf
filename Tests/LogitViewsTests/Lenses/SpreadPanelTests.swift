import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct SpreadPanelTests {
  private func screen(
    _ count: Int, _ size: Size, _ glyphs: GlyphLevel = .blocks, keys: [String] = []
  ) -> String {
    let logits = (0..<count).map { Double($0 * 7919 % 2003) / 200 }
    var state = ExplorerState(document: Document(name: "", logits: logits))
    for key in keys { _ = state.press(key) }
    return frame(state, size: size, glyphs: glyphs).grid.text
  }

  @Test func `a long row has its mass in words and plots of its own`() {
    for glyphs in [GlyphLevel.blocks, .ascii] {
      let large = screen(2000, Size(width: 200, height: 60), glyphs)
      for text in [
        "hold 50 %", "at most 1 %", " mass by rank ", "p by rank", " classes ", "the other ",
      ] {
        #expect(large.contains(text), "\(text)\n\(large)")
      }
      #expect(screen(2000, Size(width: 80, height: 24), glyphs).contains(" mass by rank "))
    }
    #expect(!screen(999, Size(width: 120, height: 35)).contains("hold 50 %"))
  }

  @Test func `a covered p covers what the likeliest hold`() {
    let covered = screen(2000, Size(width: 120, height: 35), keys: ["P"])
    #expect(covered.contains("▒ hold 50 %") && covered.contains("covered"), "\(covered)")
    #expect(!covered.contains("at most 1 %"))
  }
}
