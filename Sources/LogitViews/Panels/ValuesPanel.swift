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
    let row = state.logits
    let (rest, logOdds) = (row.complement(at: index), row.logOdds(at: index))
    // The other classes together are a class whose log-odds have the other sign.
    let others = CellContent.probability(
      rest, complement: row.probability(at: index), logarithm: -logOdds.magnitude,
      logOdds: -logOdds, isOpen: row.isOpen(index))
    return [
      ("1 − p", state.plainText(others)), ("log-odds", state.plainText(.finite(logOdds, row))),
      ("rank", rank(state, index)),
    ]
  }

  /// How many classes are more probable, counted from 1; a tie shares the better rank.
  private static func rank(_ state: ExplorerState, _ index: Int) -> String {
    let (logits, temperature) = (state.logits.logits, state.document.temperature)
    guard !logits.contains(where: \.isNaN), !temperature.isNaN else { return "nan" }
    let own = logits[index]
    let ahead = logits.count { temperature < 0 ? $0 < own : $0 > own }
    return "\(ahead + 1) of \(logits.count)"
  }
}
