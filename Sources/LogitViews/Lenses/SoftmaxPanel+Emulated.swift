import LogitExplorer
import LogitKernel
import TerminalCells

extension SoftmaxPanel {
  /// How an emulated probability comes about, with the numbers of its own computation.
  func emulatedFormula(_ index: Int, _ run: EmulatedRow, width: Int) -> [String] {
    let name = CellWidth.truncated(state.label(index), toWidth: 16)
    let steps = [
      shareSteps(index, name, run), logSteps(index, name, run), truthSteps(index, name),
    ]
    return steps.flatMap { SoftmaxPanel.join($0, width: width) }
  }

  private func text(_ value: Double) -> String { state.storedText(value) }

  private func argument(_ index: Int, _ run: EmulatedRow) -> String {
    let z = text(run.scaled[index].value)
    guard let shift = run.shift else { return z }
    return "\(z) − \(inParentheses(text(shift.value)))"
  }

  private func inParentheses(_ text: String) -> String { text.hasPrefix("-") ? "(\(text))" : text }

  private func shareSteps(_ index: Int, _ name: String, _ run: EmulatedRow) -> [String] {
    let result = "= \(text(run.probability(at: index).value))"
    guard run.settings.algorithm.probability == .quotient else {
      let distance = text(run.distanceFromLogSumExp(at: index).value)
      return ["p(\(name)) = exp(z − logΣexp)", "= exp(\(distance))", result]
    }
    let total = run.maximaCount > 0 ? "(k + Σ)" : "Σ"
    return [
      "p(\(name)) = exp(\(argument(index, run))) / \(total)",
      "= \(text(run.exponentials[index].value)) / \(text(run.total.value))", result,
    ]
  }

  private func logSteps(_ index: Int, _ name: String, _ run: EmulatedRow) -> [String] {
    let result = "= \(text(run.logProbability(at: index).value))"
    switch run.settings.algorithm.logProbability {
    case .logarithm:
      return ["log p(\(name)) = log \(text(run.probability(at: index).value))", result]
    case .shiftedMinusLogarithm:
      let parts = "\(text(run.shifted[index].value)) − \(inParentheses(text(run.logSum.value)))"
      return ["log p(\(name)) = (z − m) − log Σ", "= \(parts)", result]
    case .minusLogSumExp:
      let parts = "\(text(run.scaled[index].value)) − \(inParentheses(text(run.logSumExp.value)))"
      return ["log p(\(name)) = z − (m + log Σ)", "= \(parts)", result]
    }
  }

  private func truthSteps(_ index: Int, _ name: String) -> [String] {
    let row = state.logits
    return [
      "exactly p(\(name)) = \(state.plainText(.probability(row, at: index)))",
      "and log p(\(name)) = \(state.plainText(.logProbability(row, at: index)))",
    ]
  }
}
