import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct ReadoutTests {
  @Test func `items stay whole, on as many lines as they may have`() {
    #expect(Readout.wrap(["a b", "c d", "e"], width: 9, atMost: 2) == ["a b · c d", "e"])
    #expect(Readout.wrap(["a b", "c d", "e"], width: 9, atMost: 1) == ["a b · c d"])
    #expect(Readout.wrap(["much too long", "ok"], width: 6, atMost: 2) == ["ok"])
    #expect(Readout.wrap([], width: 10, atMost: 2).isEmpty)
  }

  @Test(arguments: Lens.allCases)
  func `no line is wider than the screen`(lens: Lens) {
    for (_, document) in FrameCases.documents {
      let state = ExplorerState(document: document, lens: lens)
      for width in 12...120 {
        let lines = Readout.lines(state, width: width, atMost: 2)
        #expect(lines.allSatisfy { CellWidth.of($0) <= width - 2 } && lines.count <= 2)
      }
    }
  }

  /// A panel that moves by a row at every tenth nudge would be hard to watch.
  @Test(arguments: 80...130)
  func `nudges of the first document keep Softmax's lines`(width: Int) {
    var state = ExplorerState()
    let count = Readout.lines(state, width: width, atMost: 2).count
    for _ in 0..<12 {
      _ = state.press("<Right>")
      #expect(Readout.lines(state, width: width, atMost: 2).count == count)
    }
  }
}
