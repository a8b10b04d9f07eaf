import LogitExplorer
import LogitKernel
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct ProgressLineTests {
  private func waiting(
    _ state: ExplorerState?, _ progress: Work.Progress, _ size: Size
  ) -> CellGrid {
    var grid =
      state.map { frame($0, size: size, glyphs: .blocks).grid }
      ?? emptyFrame(size: size, glyphs: .blocks)
    drawProgress("opening m.csv", progress, in: Rect(size).bottom(1), on: &grid)
    return grid
  }

  private func last(
    _ progress: Work.Progress, _ width: Int, _ height: Int = 12, state: ExplorerState? = nil
  ) -> String {
    let grid = waiting(state, progress, Size(width: width, height: height))
    return String(grid.text.split(separator: "\n", omittingEmptySubsequences: false)[height - 1])
  }

  private let step = Work.Progress(step: "splitting into cells", percent: 43)

  @Test func `it says what is done, how far it is, and how to stop it`() {
    #expect(last(step, 80) == " opening m.csv: splitting into cells  43 %  Esc stops")
    #expect(
      last(Work.Progress(step: "reading", percent: nil), 80)
        == " opening m.csv: reading  Esc stops")
    #expect(last(Work.Progress(step: "", percent: nil), 80) == " opening m.csv  Esc stops")
  }

  @Test func `on a narrow screen the step goes first, then the title, and the way out never`() {
    #expect(last(step, 40) == " opening m.csv  43 %  Esc stops")
    #expect(last(step, 30).hasSuffix("…  43 %  Esc stops"))
    #expect(last(step, 17) == " 43 %  Esc stops")
    for width in 1...20 { _ = last(step, width, 1) }
  }

  @Test func `the rest of the screen is what it was`() {
    let (state, size) = (ExplorerState(), Size(width: 80, height: 24))
    let before = frame(state, size: size, glyphs: .blocks).grid.text.split(separator: "\n")
    let during = waiting(state, step, size)
    #expect(during.text.split(separator: "\n").dropLast() == before.dropLast())
  }
}
