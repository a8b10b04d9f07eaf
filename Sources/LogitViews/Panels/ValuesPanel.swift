import LogitExplorer
import LogitKernel
import TerminalCells

/// The selected class in further numbers: what p lacks to 1, its log-odds, its rank.
enum ValuesPanel {
  static let height = 3

  static func draw(_ state: ExplorerState, in area: Rect, on grid: inout CellGrid) {
    guard let index = state.selectedClass else { return }
    for (offset, (name, text)) in values(state, index).prefix(area.height).enumerated() {
      let row = area.row + offset
      grid.write(name, row: row, column: area.column, style: .dim)
      grid.write(text, row: row, column: area.column + 10)
    }
  }

  static func values(_ state: ExplorerState, _ index: Int) -> [(name: String, text: String)] {
    let numbers = state.numbers.present
    let rank = numbers.rank(of: index).map { "\($0) of \(state.document.count)" } ?? "nan"
    return [
      ("1 − p", state.plainText(numbers.shown(.complement(index)))),
      ("log-odds", state.plainText(numbers.shown(.logOdds(index)))),
      ("rank", state.isCovered(.probability) ? Cover.over(rank) : rank),
    ]
  }
}
