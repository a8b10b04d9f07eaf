import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// Each logit on its own, as a yes or no.
  static let sigmoid = LensView(
    lens: .sigmoid,
    columns: { state in
      [
        TableColumn(title: "σ(z)", width: state.numberWidth) { state, index in
          SigmoidPanel(state).content(index)
        },
        TableColumn(title: "1 − σ", width: state.numberWidth) { state, index in
          SigmoidPanel(state).complementContent(index)
        },
        TableColumn(title: "log σ", width: state.numberWidth) { state, index in
          SigmoidPanel(state).logContent(index)
        },
      ]
    },
    bar: .sigmoidProbability,
    leastPanelHeight: 9,
    isSteady: true,
    drawPanel: { state, area, grid in SigmoidPanel(state).draw(in: area, on: &grid) },
    readout: { state, _ in SigmoidPanel(state).readout }
  )
}

extension LensBar {
  /// σ of each logit; dragging sets the logit that gives it.
  static let sigmoidProbability = LensBar.probability(
    point: { state, index in
      guard !state.readouts.isPlain else {
        return point(state.document, index, state.display.axis)
      }
      let p = state.value(state.computed(.sigmoid, at: index), else: .nan)
      return ProbabilityPoint(
        on: state.display.axis, probability: p, logProbability: naturalLogarithm(p),
        logOdds: logit(p))
    },
    ghost: { state, index in
      guard let document = state.baseline, let index = state.baselineIndex(index) else {
        return nil
      }
      return point(document, index, state.display.axis)
    },
    drag: { state, index, probability in
      .logits(.dragLogit(index, logit(probability, temperature: state.document.temperature)))
    })

  private static func point(
    _ document: Document, _ index: Int, _ scale: AxisScale
  ) -> ProbabilityPoint {
    let (x, temperature) = (document.effectiveLogit(at: index), document.temperature)
    return ProbabilityPoint(
      on: scale, probability: sigmoid(x, temperature: temperature),
      logProbability: logSigmoid(x, temperature: temperature),
      logOdds: scaledLogit(x, temperature: temperature))
  }
}
