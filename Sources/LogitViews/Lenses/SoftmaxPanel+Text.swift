import LogitExplorer
import LogitKernel
import TerminalCells

extension SoftmaxPanel {
  private var temperature: Double { state.document.temperature }

  /// Sums over all classes, the most important first.
  func readout(width: Int) -> [String] {
    guard state.document.count > 0 else { return ["no classes"] }
    let entropy = text(.entropy)
    let bits = numbers.isPlain ? " = \(text(.entropyInBits)) bits" : ""
    var items = [
      "Σp \(text(.sumOfProbabilities))", "H \(entropy) nats\(bits)", "e^H \(text(.perplexity))",
      "logΣexp \(text(.logSumExp))",
    ]
    let gap = leadItem
    // The loss has a lens of its own: it is not worth a second line, nor its time without room.
    let free = items.reduce(width - (gap.map { CellWidth.of($0) + 3 } ?? 0)) {
      $0 - CellWidth.of($1) - 3
    }
    if free >= 6, let quantity = numbers.loss?.crossEntropy {
      let loss = "loss \(text(quantity))"
      if CellWidth.of(loss) <= free { items.append(loss) }
    }
    if let gap { items.append(gap) }
    return items
  }

  func text(_ quantity: Quantity) -> String { state.plainText(numbers.shown(quantity)) }

  /// As wide for 1 as for 1.100000, so that no nudge moves it to another line.
  private var leadItem: String? {
    let width = state.numberWidth
    return state.leadText(of: temperature == 1 ? "logit" : "z") { $0.padding(to: width) }
  }

  /// How the selected class' probability comes about, in its own numbers.
  func formula(_ index: Int, width: Int) -> [String] {
    let name = CellWidth.truncated(state.label(index), toWidth: 16)
    if let formula = numbers.emulatedFormula(at: index) {
      return emulatedFormula(index, formula, width: width)
    }
    let result = text(.probability(index))
    if let steps = limitSteps(index, name, result) {
      // There every step says the result.
      let shown = state.isCovered(.probability) ? [steps[0], "= \(result)"] : steps
      return SoftmaxPanel.join(shown, width: width)
    }
    let isPlain = numbers.fitsTextbook
    let steps = isPlain ? plainSteps(index, name, result) : shiftedSteps(index, name, result)
    return steps.flatMap { SoftmaxPanel.join($0, width: width) } + baselineLines(index, name, width)
  }

  /// The equation where e^z has no finite value to divide; `nil` where it has.
  ///
  /// Why that is so is the notice's to say.
  private func limitSteps(_ index: Int, _ name: String, _ result: String) -> [String]? {
    let (p, result) = ("p(\(name))", "= \(result)")
    let (facts, isReversed) = (numbers.logits.facts, temperature < 0)
    if temperature.isNaN || facts.nans > 0 { return [p, result] }
    let (own, best) = (numbers.logits[index], facts.top(isReversed: isReversed))
    let z = isReversed ? -own : own
    if state.document.isMasked[index], !numbers.value(.probability(index)).isNaN {
      return [p, "= e^-inf / Σ", result]
    }
    let infinite = facts.infinities(isReversed: isReversed).above
    if infinite > 0 {
      let isOne = z == .infinity
      return [p] + (!isOne ? ["= e^\(exponent(index)) / inf"] : infinite > 1 ? ["= inf / inf"] : [])
        + [result]
    }
    guard best.firstCount > 0 else {
      return facts.count == 1 ? [p, result + ": one class alone"] : [p, "= 0 / 0", result]
    }
    if z == -.infinity { return [p, "= e^-inf / Σ", result] }
    if temperature == 0 {
      let ties = best.firstCount
      let share = z == best.first && ties > 1 ? ["= 1 / \(ties)"] : []
      let limit = "= lim e^(\(state.equationText(own))/T) / Σ for T → 0"
      return [p, limit] + share + [result]
    }
    guard temperature.isInfinite else { return nil }
    return [p, "= e^0 / Σ", "= 1 / \(facts.finiteCount)", result]
  }

  private func exponent(_ index: Int) -> String {
    let text = state.equationText(numbers.logits[index])
    return temperature == 1 ? text : "(\(text)/\(state.inputText(temperature)))"
  }

  private func plainSteps(_ index: Int, _ name: String, _ result: String) -> [[String]] {
    let sum = state.plainText(numbers.sumOfExponentials(shifted: false))
    let (own, power) = (exponent(index), exponentialText(index))
    var steps = [
      ["p(\(name)) = e^\(own) / Σ", "= \(power) / \(inParentheses(sum))", "= \(result)"]
    ]
    if (2...6).contains(numbers.logits.count) {
      var (powers, values) = ("Σ =", "=")
      for other in 0..<numbers.logits.count {
        if other > 0 {
          powers += " +"
          values += " +"
        }
        powers += " e^" + (other == index ? own : exponent(other))
        values += " " + (other == index ? power : exponentialText(other))
      }
      steps.append([powers, values])
    }
    steps.append(logStep(own, index, name))
    return steps
  }

  /// A sum such as `1+2e-20` as one thing.
  private func inParentheses(_ text: String) -> String {
    let start = text.utf8.prefix(2)
    return start.elementsEqual("1+".utf8) || start.elementsEqual("1-".utf8) ? "(\(text))" : text
  }

  private func exponentialText(_ index: Int) -> String {
    state.plainText(numbers.exponential(at: index))
  }

  private func logStep(_ exponent: String, _ index: Int, _ name: String) -> [String] {
    [
      "log p(\(name)) = \(exponent) − logΣexp",
      "= \(state.plainText(numbers.logProbabilityBySum(at: index)))",
    ]
  }

  /// With the greatest logit taken out, where e^z does not fit a Double.
  private func shiftedSteps(_ index: Int, _ name: String, _ result: String) -> [[String]] {
    let part = numbers.shiftedExponential(at: index)
    let sum = numbers.sumOfExponentials(shifted: true)
    let m = state.equationText(numbers.greatestLogit)
    let z = state.equationText(numbers.logits[index])
    func over(_ difference: String) -> String {
      temperature == 1 ? "(\(difference))" : "((\(difference))/T)"
    }
    return [
      ["Σ e^z does not fit a double: take the greatest out, m = \(m)"],
      [
        "p(\(name)) = e^\(over("\(z) − m")) / Σ e^\(over("x − m"))",
        "= \(state.plainText(part)) / \(inParentheses(state.plainText(sum)))", "= \(result)",
      ], logStep(exponent(index), index, name),
    ]
  }

  private func baselineLines(_ index: Int, _ name: String, _ width: Int) -> [String] {
    guard let other = state.baselineIndex(of: index),
      let change = state.numbers.change(at: index, from: other)
    else { return [] }
    var items = [
      "p(\(name)) − baseline = \(signed(change.probability))",
      "H − baseline = \(signed(change.entropy))",
    ]
    if let divergence = change.divergence {
      items.append("KL(p‖baseline) \(state.plainText(divergence)) nats")
    }
    return Readout.wrap(items, width: width, atMost: 2)
  }

  private func signed(_ number: ShownNumber) -> String {
    switch number {
    case .covered(let number): Cover.over(signed(number))
    case .number(let value, _): (value > 0 ? "+" : "") + state.text(value)
    default: state.plainText(number)
    }
  }

  /// The steps of one equation on as many lines as they need, continued lines indented.
  static func join(_ steps: [String], width: Int) -> [String] {
    var (lines, used): ([String], Int) = ([], 0)
    for step in steps {
      let needed = CellWidth.of(step)
      if !lines.isEmpty, used + 1 + needed <= width {
        lines[lines.count - 1] += " " + step
        used += 1 + needed
      } else {
        let indent = lines.isEmpty ? "" : "  "
        lines.append(indent + step)
        used = indent.utf8.count + needed
        guard used <= width else { return [] }
      }
    }
    return lines
  }
}
