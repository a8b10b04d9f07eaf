import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct TableLayoutTests {
  private func table(_ width: Int, count: Int = 50, selection: Int = 0) -> TableLayout {
    var state = ExplorerState(
      document: Document(name: "", logits: Array(repeating: 0, count: count)))
    _ = state.reduce(.selection(.select(selection)))
    let area = Rect(row: 3, column: 0, width: width, height: 10)
    return TableLayout(state, in: area, hasHeading: true)
  }

  @Test func `columns stand side by side at every width`() {
    for width in 12...220 {
      let table = table(width)
      let parts =
        [table.label] + [table.logit, table.logitBar, table.lensBar].compactMap(\.self)
        + table.lensColumns
      let sorted = parts.filter { !$0.isEmpty }.sorted { $0.column < $1.column }
      for (left, right) in zip(sorted, sorted.dropFirst()) {
        #expect(left.endColumn < right.column, "\(width)")
      }
      #expect(sorted.last.map { $0.endColumn <= width } ?? true)
    }
  }

  @Test func `a logit bar has an odd width, zero in its middle`() {
    for width in 60...220 {
      if let bar = table(width).logitBar { #expect(bar.width % 2 == 1) }
    }
  }

  @Test func `it scrolls around the selected row`() {
    #expect(table(80).firstRow == 0)
    let middle = table(80, selection: 25)
    #expect(middle.screenRow(ofRow: 25) != nil && middle.firstRow + middle.rowCount > 25)
    #expect(table(80, selection: 49).firstRow == 41)
    #expect(middle.screenRow(ofRow: 0) == nil)
  }

  @Test func `screen rows and table rows are inverse`() {
    let table = table(80, selection: 30)
    for row in table.firstRow..<table.firstRow + table.rowCount {
      #expect(table.screenRow(ofRow: row).flatMap(table.row(atScreenRow:)) == row)
    }
    #expect(table.row(atScreenRow: 3) == nil)
  }
}
