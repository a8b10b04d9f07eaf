import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// Cross-entropy against a target, and its gradient.
  static let loss = LensView(
    lens: .loss,
    columns: { state in
      let loss = state.numbers.present.loss
      let isBinary = state.document.loss == .binaryCrossEntropy
      return [
        TableColumn(title: isBinary ? "BCE" : "−log p", width: state.numberWidth, place: 1) {
          state, index in
          guard isBinary else { return state.numbers.present.surprise(at: index) }
          return loss?.question(at: index).map(state.numbers.present.shown) ?? .missing
        },
        TableColumn(title: "gradient", width: state.numberWidth, place: 2) { state, index in
          loss.map { state.numbers.present.shown($0.gradient(at: index)) } ?? .missing
        },
        TableColumn(title: isBinary ? "y" : "q", width: state.numberWidth, place: 0) {
          state, index in
          loss.map { .number($0.weight(at: index, of: state.document.count)) } ?? .missing
        },
      ]
    },
    leadingColumns: 3,
    bar: .lossGradient,
    barKind: \.gradientKind,
    barColumn: 1,
    leastPanelHeight: 9,
    drawPanel: { state, area, grid in LossPanel(state).draw(in: area, on: &grid) },
    readout: { state, width in LossPanel(state).readout(width: width) }
  )
}

extension LensBar {
  /// The gradient with respect to each logit; it never leaves ±Σq/T, so the scale stays fixed.
  static let lossGradient = LensBar.signed(
    value: { state, index in state.numbers.present.gradientForBar(at: index) ?? 0 },
    ghost: { state, index in
      state.baselineIndex(of: index).flatMap { state.numbers.baseline?.gradientForBar(at: $0) }
    },
    scale: { state in
      SignedScale(covering: [
        state.numbers.loss?.gradientLimit ?? 1 / state.document.temperature.magnitude
      ])
    })
}
