import LogitExplorer
import TerminalCells
import Testing

@testable import LogitViews

@Suite struct LayoutTests {
  private func layout(_ width: Int, _ height: Int, keys: [String] = []) -> Layout {
    var state = ExplorerState()
    for key in keys { _ = state.press(key) }
    return Layout(state, size: Size(width: width, height: height))
  }

  @Test func `the parts do not overlap, and the table never leaves the screen`() {
    for width in stride(from: 12, through: 220, by: 13) {
      for height in 3..<70 {
        for keys in [[], [":"], ["?"]] {
          let layout = layout(width, height, keys: keys)
          let parts =
            [layout.header, layout.tabs, layout.table.area, layout.list, layout.readout]
            + [layout.message, layout.footer] + layout.rules + layout.panels.map(\.area)
          var used: [Int: Set<Int>] = [:]
          for part in parts where !part.isEmpty {
            #expect(part.row >= 0 && part.endRow <= height && part.endColumn <= width)
            for row in part.row..<part.endRow {
              let columns = Set(part.column..<part.endColumn)
              #expect(used[row, default: []].isDisjoint(with: columns), "\(width)x\(height)")
              used[row, default: []].formUnion(columns)
            }
          }
          #expect(layout.table.rowCount >= 1)
        }
      }
    }
  }

  @Test func `too small for anything but the value`() {
    #expect(layout(11, 24).isValueOnly && layout(80, 2).isValueOnly && !layout(12, 3).isValueOnly)
  }
}
