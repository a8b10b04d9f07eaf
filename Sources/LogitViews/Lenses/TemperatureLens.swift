import LogitExplorer
import LogitKernel
import TerminalCells

extension LensView {
  /// How dividing the logits sharpens and flattens.
  static let temperature = LensView(
    lens: .temperature,
    columns: { state in
      state.numbers.temperatures.map { numbers in
        let temperature = numbers.document.temperature
        return TableColumn(
          title: TemperaturePanel.heading(temperature, state), width: state.numberWidth,
          place: temperature.magnitude
        ) { _, index in numbers.shown(.probability(index)) }
      }
    },
    leadingColumns: 3,
    bar: .softmaxProbability,
    leastPanelHeight: 8,
    drawPanel: { state, area, grid in TemperaturePanel(state).draw(in: area, on: &grid) },
    readout: { state, _ in TemperaturePanel(state).readout }
  )
}
