import TerminalCells
import Testing

@testable import LogitViews

@Suite struct ListViewTests {
  private func list(_ highlighted: Int) -> ListView {
    var rows = [ListRow(name: "Heading", text: "")]
    rows += (0..<30).map {
      ListRow(name: "row \($0)", text: "text", choice: $0, isHighlighted: $0 == highlighted)
    }
    return ListView(rows: rows, area: Rect(row: 2, column: 0, width: 40, height: 10))
  }

  @Test func `the highlighted line is in sight, and clicks find what is drawn`() {
    for highlighted in 0..<30 {
      let list = list(highlighted)
      var grid = CellGrid(size: Size(width: 40, height: 14), glyphs: .blocks)
      list.draw(on: &grid)
      let line = grid.textRows.firstIndex { $0.contains("▸ row \(highlighted) ") }
      #expect(line != nil)
      #expect(line.map { list.choice(at: Point(row: $0, column: 5)) } == highlighted)
    }
  }

  @Test func `headings and what is outside are no choice`() {
    #expect(list(0).choice(at: Point(row: 2, column: 3)) == nil)
    #expect(list(0).choice(at: Point(row: 0, column: 3)) == nil)
  }
}
