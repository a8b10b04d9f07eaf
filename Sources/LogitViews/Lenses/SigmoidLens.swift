import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// Each logit on its own, as a yes or no.
  static let sigmoid = LensView(
    lens: .sigmoid,
    columns: { state in
      [
        TableColumn("σ(z)", state) { .logit(.sigmoid, $0) },
        TableColumn("1 − σ", state) { .logit(.complement, $0) },
        TableColumn("log σ", state) { .logit(.logSigmoid, $0) },
      ]
    },
    bar: .sigmoidProbability,
    barKind: { _ in .sigmoid },
    leastPanelHeight: 9,
    isSteady: true,
    drawPanel: { state, area, grid in SigmoidPanel(state).draw(in: area, on: &grid) },
    readout: { state, _ in SigmoidPanel(state).readout }
  )
}

extension LensBar {
  /// σ of each logit; dragging sets the logit that gives it.
  static let sigmoidProbability = LensBar.probability(
    point: { state, index in state.numbers.present.sigmoidPoint(index, on: state.display.axis) },
    ghost: { state, index in
      state.baselineIndex(of: index).flatMap {
        state.numbers.baseline?.sigmoidPoint($0, on: state.display.axis)
      }
    },
    drag: { state, index, probability in
      .logits(.dragLogit(index, state.numbers.present.logit(givingSigmoid: probability)))
    })
}
