import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct OverlayTests {
  private func screen(_ keys: [String], _ width: Int = 80) -> (rows: [String], cursor: Point?) {
    var state = ExplorerState(
      presets: [PresetSummary(name: "winner", note: "look", count: 3)])
    for key in keys { _ = state.press(key) }
    let drawn = frame(state, size: Size(width: width, height: 24), glyphs: .blocks)
    return (drawn.grid.textRows, drawn.cursor)
  }

  @Test func `the cursor stands behind what was typed, and nowhere while browsing`() {
    #expect(screen([]).cursor == nil)
    let typed = screen(["4", "2"])
    #expect(typed.rows[23].hasPrefix(" logit of setosa: 42"))
    #expect(typed.cursor == Point(row: 23, column: 20))
    #expect(screen(["4", "2", "<Left>"]).cursor == Point(row: 23, column: 19))
  }

  @Test func `a field longer than the screen shows where the cursor is`() {
    let keys = Array(repeating: "7", count: 200)
    let typed = screen(keys, 40)
    #expect(typed.cursor.map { $0.column < 40 } == true)
  }

  @Test func `lists name what there is, and say when nothing matches`() {
    #expect(screen(["o"]).rows.contains { $0.contains("winner") && $0.contains("3 classes") })
    #expect(screen([":", "z", "z", "z"]).rows.contains { $0.contains("nothing matches") })
    #expect(screen(["o", "z"]).rows.contains { $0.contains("no preset matches") })
  }

  @Test func `every purpose of a field has a name`() {
    let names = FieldPurpose.allCases.map { purpose in
      var state = ExplorerState()
      _ = state.reduce(.field(.begin(purpose)))
      guard case .field(let field) = state.mode else { return "" }
      return FieldLine.name(field, state)
    }
    #expect(Set(names).count == names.count && !names.contains(""))
  }
}
