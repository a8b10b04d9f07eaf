import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct LossPanelTests {
  private func screen(_ document: Document, _ keys: [String] = []) -> [String] {
    var state = ExplorerState(document: document, lens: .loss)
    for key in keys { _ = state.press(key) }
    return frame(state, size: Size(width: 100, height: 28), glyphs: .blocks).grid.textRows
  }

  private func holds(_ rows: [String], _ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }

  @Test func `the loss, its floor, what is above it, and where equal logits are`() {
    let rows = screen(.flowers, ["e", "0", ".", "1", "<Enter>"])
    #expect(holds(rows, "loss 0.5"))
    #expect(holds(rows, "floor 0.291140") && holds(rows, "ln 3 1.098612") && holds(rows, "ε 0.1"))
  }

  @Test func `computed from the logits, never through p`() {
    let rows = screen(Document(name: "", logits: [1000, 0], target: .index(1)))
    #expect(holds(rows, "loss 1000.000000 nats") && holds(rows, "slope 1−e^−1000"))
  }

  @Test func `without a target it says how to get one`() {
    let rows = screen(Document(name: "", logits: [1, 2]))
    #expect(holds(rows, "No target yet: Space makes class 1 the right answer"))
    #expect(holds(rows, "as high as the target's letter on this curve, −ln p."))
    #expect(!holds(rows, "no target: Space sets one"))
  }

  @Test func `without a target each class stands where its loss would be`() throws {
    let state = ExplorerState(document: Document(name: "", logits: [3, 1, 0]), lens: .loss)
    let grid = frame(state, size: Size(width: 100, height: 30), glyphs: .blocks).grid
    let plot = Layout(state, size: grid.size).panels[0].inside.removingTop(2)
    var found: [String: Point] = [:]
    for row in plot.rows {
      for column in plot.columns where Role.allSeries.contains(grid[row, column].style.role) {
        found[grid[row, column].glyph.text] = Point(row: row, column: column)
      }
    }
    let (a, b, c) = (try #require(found["a"]), try #require(found["b"]), try #require(found["c"]))
    #expect(found.count == 3 && a.row > b.row && b.row > c.row)
    #expect(a.column > b.column && b.column > c.column)
  }

  @Test func `no finite loss is put in words`() {
    let rows = screen(Document(name: "", logits: [1, 2], target: .index(0)), ["m"])
    #expect(holds(rows, "class 1 has weight, and its p is 0: the loss is infinite."))
  }

  @Test func `long rows have a curve, whatever the target`() {
    let count = 5000
    var long = Document(name: "", logits: Array(repeating: 0, count: count), target: .index(0))
    #expect(holds(screen(long), "by logit of class 1"))
    long.target = .weights(Array(repeating: 1 / Double(count), count: count))
    #expect(holds(screen(long), "by logit of class 1"))
  }

  @Test func `questions by themselves are summed`() {
    let rows = screen(.flowers, ["E"])
    #expect(holds(rows, "Σ BCE 2.184586 nats") && holds(rows, "ln 2 0.693147 each at z = 0"))
  }
}
