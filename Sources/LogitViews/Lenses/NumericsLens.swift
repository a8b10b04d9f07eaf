import LogitExplorer
import TerminalCells

extension LensView {
  /// The computation step by step in a number format.
  static let numerics = LensView(
    lens: .numerics,
    columns: { state in
      [TableColumn(title: "p", width: state.numberWidth) { $0.probability($1) }]
    },
    bar: nil,
    leastPanelHeight: 4,
    drawPanel: { _, _, _ in },
    readout: { _ in [] }
  )
}
