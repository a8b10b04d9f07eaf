import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// Cross-entropy against a target, and its gradient.
  static let loss = LensView(
    lens: .loss,
    columns: { state in
      let reading = LossReading(state)
      let isBinary = state.document.loss == .binaryCrossEntropy
      return [
        TableColumn(title: isBinary ? "BCE" : "−log p", width: state.numberWidth, place: 1) {
          state, index in
          if let reading { return state.computedCost(at: index) ?? reading.costCell(at: index) }
          return isBinary ? .none : .surprise(state, at: index)
        },
        TableColumn(title: "gradient", width: state.numberWidth, place: 2) { state, index in
          guard let reading else { return .none }
          return state.computedGradient(at: index) ?? reading.gradientCell(at: index)
        },
        TableColumn(title: isBinary ? "y" : "q", width: state.numberWidth, place: 0) { _, index in
          reading.map { .number($0.weight(at: index)) } ?? .none
        },
      ]
    },
    leadingColumns: 3,
    bar: .lossGradient,
    barColumn: 1,
    leastPanelHeight: 9,
    drawPanel: { state, area, grid in LossPanel(state).draw(in: area, on: &grid) },
    readout: { state, _ in LossPanel(state).readout }
  )
}

extension CellContent {
  /// −log p by the document's arithmetic.
  static func surprise(_ state: ExplorerState, at index: Int) -> CellContent {
    guard case .stored(let value, let event, _)? = state.computed(.logProbability(index)) else {
      return .surprise(state.logits, at: index)
    }
    return .stored(0 - value, event: event)
  }

  /// Shown in place of numbers that need a target.
  fileprivate static let none = CellContent.word("–", .dim)
}

extension LensBar {
  /// The gradient with respect to each logit; it never leaves ±Σq/T, so the scale stays fixed.
  static let lossGradient = LensBar.signed(
    value: { state, index in
      state.value(
        state.computedGradient(at: index), else: LossReading(state)?.barGradient(at: index) ?? 0)
    },
    ghost: { state, index in
      guard let index = state.baselineIndex(index) else { return nil }
      return LossReading(baselineOf: state)?.gradient(at: index)
    },
    scale: { state in
      var sum = 1.0
      if case .weights(let weights) = state.document.target, state.document.loss == .crossEntropy {
        sum = LogitKernel.sum(of: weights)
      }
      return SignedScale(covering: [sum / state.document.temperature.magnitude])
    })
}
