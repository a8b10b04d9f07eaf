import LogitExplorer
import TerminalCells

extension LensView {
  /// How dividing the logits sharpens and flattens.
  static let temperature = LensView(
    lens: .temperature, columns: softmax.columns, bar: .softmaxProbability, leastPanelHeight: 9,
    drawPanel: softmax.drawPanel, readout: softmax.readout)
}
