import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// One distribution over all classes.
  static let softmax = LensView(
    lens: .softmax,
    columns: { state in
      [
        TableColumn("p", state) { .probability($0) },
        TableColumn("log p", state) { .logProbability($0) },
        TableColumn("odds", state) { .odds($0) },
      ]
    },
    bar: .softmaxProbability,
    leastPanelHeight: 4,
    isSteady: true,
    drawPanel: { state, area, grid in SoftmaxPanel(state).draw(in: area, on: &grid) },
    readout: { state, width in SoftmaxPanel(state).readout(width: width) }
  )
}

extension LensBar {
  /// The probability under softmax; dragging sets the logit that gives it.
  static let softmaxProbability = LensBar.probability(
    point: { state, index in state.numbers.present.point(index, on: state.display.axis) },
    ghost: { state, index in
      state.baselineIndex(of: index).flatMap {
        state.numbers.baseline?.point($0, on: state.display.axis)
      }
    },
    drag: { _, index, probability in .logits(.dragProbability(index, probability)) })
}
