import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

/// What sizes without a recorded frame show, in a few lines each.
@Suite struct WideFrameTests {
  private func rows(_ width: Int, _ height: Int, lens: Lens = .softmax) -> [String] {
    let state = ExplorerState(lens: lens)
    return frame(state, size: Size(width: width, height: height), glyphs: .blocks).grid.textRows
  }

  @Test func `twenty columns hold names and logits`() {
    #expect(
      rows(20, 5) == [
        "   class      logit ", " ▸ setosa *     2.0 ", "   versico…     1.0 ",
        "   virgini…     0.1 ", " : all  ? help      ",
      ])
  }

  @Test func `from 110 columns the history stands at the side`() {
    let wide = rows(120, 35)
    let rule = String(repeating: "─", count: 30)
    #expect(wide[7].hasSuffix("─── setosa \(rule)─"))
    #expect(wide[11].hasSuffix("  ─ History \(rule)"))
    #expect(rows(109, 35).allSatisfy { !$0.contains("History") })
  }

  @Test func `a large screen has panels of another lens, values, history and keys`() {
    let rows = rows(200, 60)
    for title in ["Softmax", "Sigmoid", "setosa", "History", "Keys"] {
      #expect(rows.contains { $0.contains("─ \(title) ─") }, "\(title)")
    }
  }

  @Test(arguments: Lens.allCases) func `the first column of every lens has room for all digits`(
    lens: Lens
  ) {
    let column = LensView.of(lens).columns(ExplorerState(lens: lens))[0].title
    for (width, height) in [(120, 35), (200, 60)] {
      let heading = rows(width, height, lens: lens)[3]
      #expect(heading.contains(column), "\(width)x\(height)")
    }
  }
}
