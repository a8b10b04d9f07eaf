import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// How dividing the logits sharpens and flattens.
  static let temperature = LensView(
    lens: .temperature,
    columns: { state in
      TemperatureChoice.columns(around: state.document.temperature).map { temperature in
        let row = state.row(atTemperature: temperature)
        return TableColumn(
          title: TemperaturePanel.heading(temperature, state), width: state.numberWidth,
          place: temperature.magnitude
        ) { state, index in
          state.computedProbability(index, at: temperature) ?? .probability(row, at: index)
        }
      }
    },
    leadingColumns: 3,
    bar: .softmaxProbability,
    leastPanelHeight: 8,
    drawPanel: { state, area, grid in TemperaturePanel(state).draw(in: area, on: &grid) },
    readout: { state, _ in TemperaturePanel(state).readout }
  )
}

extension ExplorerState {
  /// The document's logits at another temperature, from the readouts where they have it.
  fileprivate func row(atTemperature temperature: Double) -> LogitRow {
    if temperature == document.temperature { return logits }
    return readouts.temperatures.first { $0.temperature == temperature }
      ?? LogitRow(logits.logits, temperature: temperature)
  }
}
