import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// One distribution over all classes.
  static let softmax = LensView(
    lens: .softmax,
    columns: { state in
      [
        TableColumn(title: "p", width: state.numberWidth) { state, index in
          state.probability(index)
        },
        TableColumn(title: "log p", width: state.numberWidth) { state, index in
          state.logProbability(index)
        },
        TableColumn(title: "odds", width: state.numberWidth) { state, index in
          state.odds(index)
        },
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
    point: { state, index in
      state.readouts.isPlain
        ? point(state.logits, index, state.display.axis) : computedPoint(state, index)
    },
    ghost: { state, index in
      guard let row = state.readouts.baseline, let index = state.baselineIndex(index) else {
        return nil
      }
      return point(row, index, state.display.axis)
    },
    drag: { _, index, probability in .logits(.dragProbability(index, probability)) })

  private static func computedPoint(_ state: ExplorerState, _ index: Int) -> ProbabilityPoint {
    let p = state.value(state.computed(.probability(index)), else: .nan)
    return ProbabilityPoint(
      on: state.display.axis, probability: p, logProbability: naturalLogarithm(p), logOdds: logit(p)
    )
  }

  private static func point(
    _ row: LogitRow, _ index: Int, _ scale: AxisScale
  ) -> ProbabilityPoint {
    ProbabilityPoint(
      on: scale, probability: row.probability(at: index),
      logProbability: row.logProbability(at: index), logOdds: row.logOdds(at: index))
  }
}
