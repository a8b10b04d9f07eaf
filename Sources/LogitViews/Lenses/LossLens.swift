import LogitExplorer
import TerminalCells

extension LensView {
  /// Cross-entropy against a target.
  static let loss = LensView(
    lens: .loss, columns: softmax.columns, bar: .softmaxProbability, leastPanelHeight: 9,
    drawPanel: softmax.drawPanel, readout: softmax.readout)
}
