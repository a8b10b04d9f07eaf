import LogitExplorer
import LogitKernel
import TerminalCells

extension LossPanel {
  func readout(width: Int) -> [String] {
    guard let loss = state.numbers.loss else {
      // Wider screens have a panel that says it.
      return state.document.count == 0 || width >= 48 ? [] : ["no target: Space sets one"]
    }
    if !state.numbers.present.isPlain { return computedReadout(loss) }
    if loss.isBinary {
      let sum = "Σ BCE \(state.plainText(loss.shownTotal)) nats"
      let start = "ln 2 \(state.plainText(loss.shownStart)) each at z = 0"
      return [sum, start] + (state.document.labelSmoothing > 0 ? ["ε has no part in it"] : [])
    }
    var items = [
      "loss \(state.plainText(loss.shownTotal)) nats", "floor \(state.plainText(loss.shownFloor))",
      "\(loss.isNormalised ? "KL" : "excess") \(state.plainText(loss.shownExcess))",
      "ln \(loss.openCount) \(state.plainText(loss.shownLogOfOpenCount))",
    ]
    let smoothing = state.document.labelSmoothing
    if smoothing != 0 { items.append("ε \(state.inputText(smoothing))") }
    return items
  }
}

extension LossPanel {
  /// The loss by the document's arithmetic, next to the true one.
  private func computedReadout(_ loss: LossNumbers) -> [String] {
    let numbers = state.numbers.present
    guard !loss.isBinary, let quantity = numbers.loss?.crossEntropy else {
      return ["exactly Σ BCE \(state.plainText(loss.shownTotal)) nats"]
    }
    return [
      "loss \(state.plainText(numbers.shown(quantity))) nats",
      "exactly \(state.plainText(numbers.exactly(quantity)))",
    ]
  }
}
