import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct HistoryPanelTests {
  private func rows(_ keys: [String], height: Int = 4) -> [String] {
    var state = ExplorerState()
    for key in keys { _ = state.press(key) }
    var grid = CellGrid(size: Size(width: 40, height: height))
    HistoryPanel.draw(state, in: grid.area, on: &grid)
    return grid.text.split(separator: "\n").map(String.init)
  }

  @Test func `the latest step comes first`() {
    #expect(rows(["l", "j", "l", "l"]) == ["▸ set versicolor to 1.2", "  set setosa to 2.1"])
  }

  @Test func `before a change it says what to try`() {
    #expect(
      rows([]) == [
        "Nothing has been changed yet. → raises", "the logit of setosa, u takes it back,",
        "Ctrl-R does it again; every change will", "be listed here.",
      ])
  }

  @Test func `what redo would do stands above what is done`() {
    #expect(rows(["l", "j", "l", "u"]) == ["  set versicolor to 1.1", "▸ set setosa to 2.1"])
    #expect(rows(["l", "u"]) == ["  set setosa to 2.1"])
  }

  @Test func `a long history shows its end`() {
    let keys = Array(repeating: ["l", "j", "l", "k"], count: 5).flatMap(\.self)
    #expect(rows(keys, height: 3).count == 3)
    #expect(rows(keys + ["u", "u", "u", "u", "u"], height: 4).count == 4)
  }
}
