import LogitExplorer
import LogitKernel
import TerminalCells

extension SoftmaxPanel {
  /// How an emulated probability comes about, with the numbers of its own computation.
  func emulatedFormula(_ index: Int, _ formula: EmulatedFormula, width: Int) -> [String] {
    let name = CellWidth.truncated(state.label(index), toWidth: 16)
    let steps = [
      shareSteps(index, name, formula), logSteps(index, name, formula), truthSteps(index, name),
    ]
    return steps.flatMap { SoftmaxPanel.join($0, width: width) }
  }

  private func stored(_ value: Double) -> String { state.storedText(value) }

  private func argument(_ index: Int, _ formula: EmulatedFormula) -> String {
    let z = stored(formula.scaled)
    guard let shift = formula.shift else { return z }
    return "\(z) − \(inParentheses(stored(shift)))"
  }

  private func inParentheses(_ text: String) -> String { text.hasPrefix("-") ? "(\(text))" : text }

  private func shareSteps(_ index: Int, _ name: String, _ formula: EmulatedFormula) -> [String] {
    let result = "= \(text(.probability(index)))"
    guard formula.algorithm.probability == .quotient else {
      let distance = state.plainText(formula.distance)
      return ["p(\(name)) = exp(z − logΣexp)", "= exp(\(distance))", result]
    }
    let total = formula.countsMaxima ? "(k + Σ)" : "Σ"
    return [
      "p(\(name)) = exp(\(argument(index, formula))) / \(total)",
      "= \(state.plainText(formula.exponential)) / \(state.plainText(formula.total))", result,
    ]
  }

  private func logSteps(_ index: Int, _ name: String, _ formula: EmulatedFormula) -> [String] {
    let result = "= \(text(.logProbability(index)))"
    switch formula.algorithm.logProbability {
    case .logarithm:
      return ["log p(\(name)) = log \(text(.probability(index)))", result]
    case .shiftedMinusLogarithm:
      let parts =
        "\(state.plainText(formula.shifted)) − \(inParentheses(state.plainText(formula.logSum)))"
      return ["log p(\(name)) = (z − m) − log Σ", "= \(parts)", result]
    case .minusLogSumExp:
      let parts = "\(stored(formula.scaled)) − \(inParentheses(state.plainText(formula.logSumExp)))"
      let result = "= \(state.plainText(numbers.logProbabilityBySum(at: index)))"
      return ["log p(\(name)) = z − (m + log Σ)", "= \(parts)", result]
    }
  }

  private func truthSteps(_ index: Int, _ name: String) -> [String] {
    [
      "exactly p(\(name)) = \(state.plainText(numbers.exactly(.probability(index))))",
      "and log p(\(name)) = \(state.plainText(numbers.exactly(.logProbability(index))))",
    ]
  }
}
