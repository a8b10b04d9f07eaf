internal import LogitKernel

extension Command {
  static let numerics: [Command] =
    [
      option(
        "algorithm", keys: ["v"], action: .arithmetic(.cycleAlgorithm(by: 1)), hint: "algorithm"),
      Command(
        id: "previous-algorithm", keys: ["V"], title: "Go back to the algorithm before",
        group: .numerics, action: .arithmetic(.cycleAlgorithm(by: -1))),
      option("format", keys: ["f"], action: .arithmetic(.cycleFormat(by: 1)), hint: "format"),
      Command(
        id: "previous-format", keys: ["F"], title: "Go back to the format before",
        group: .numerics, action: .arithmetic(.cycleFormat(by: -1))),
      Command(
        id: "part", keys: [";"], title: "Show the next part of the Numerics lens",
        group: .numerics, action: .numerics(.cyclePart(by: 1)), hint: "part",
        argument: .word("PART", { part, _ in part.meaning }) { (part: NumericsPart) in
          .numerics(.setPart(part))
        },
        refusal: needsNumerics),
      Command(
        id: "previous-part", keys: [","], title: "Show the part before", group: .numerics,
        action: .numerics(.cyclePart(by: -1)), refusal: needsNumerics),
      Command(
        id: "result", keys: ["Q"], title: "Choose the result that tables and sweeps are about",
        group: .numerics, action: .numerics(.cycleResult), hint: "result",
        argument: .word("RESULT", { $0.title(in: $1.document, selection: $1.selection) }) {
          (result: Quantity.Kind) in .numerics(.setResult(result))
        },
        refusal: needsNumerics),
      Command(
        id: "sweep", keys: ["O"], title: "Sweep over an offset, a scale or the temperature",
        group: .numerics, action: .numerics(.cycleSweep), hint: "over",
        argument: .word("OVER", { sweep, _ in sweep.meaning }) { (sweep: NumericsSweep) in
          .numerics(.setSweep(sweep))
        },
        refusal: needsNumerics),
      Command(
        id: "step-forward", keys: ["}"], title: "Go to the next bit, or block of the online form",
        group: .numerics, action: .numerics(.stepPart(by: 1)), hint: "step", refusal: needsNumerics),
      Command(
        id: "step-back", keys: ["{"], title: "Go to the bit or block before", group: .numerics,
        action: .numerics(.stepPart(by: -1)), hint: "step", refusal: needsNumerics),
      Command(
        id: "flip", keys: ["!"], title: "Flip a bit of the logit, as the format stores it",
        group: .numerics, action: .numerics(.flipBit(nil)), hint: "flip", argument: .bit,
        refusal: needsClass),
    ] + otherOptions

  private static let otherOptions: [Command] = ArithmeticOption.catalog
    .filter { $0.key != "algorithm" && $0.key != "format" }
    .map { option($0.key, keys: [], action: .lists(.openPaletteFor($0.word))) }

  private static let needsNumerics: Refuse = { state in
    state.lens == .numerics ? nil : "That belongs to the Numerics lens: Alt-5 shows it."
  }

  /// The command that a setting of the arithmetic is changed by.
  private static func option(
    _ key: String, keys: [String], action: Action, hint: String? = nil
  ) -> Command {
    guard let option = ArithmeticOption.named(key) else { preconditionFailure("no option \(key)") }
    return Command(
      id: option.word, keys: keys, title: option.title, group: .numerics, action: action,
      hint: hint,
      argument: Command.Argument(
        name: option.valueName, choices: { _ in option.choices },
        meaning: { text, _ in option.meaning(text) }
      ) { text, state throws(Refusal) in
        var arithmetic = state.document.arithmetic
        try option.set(text, &arithmetic)
        return .arithmetic(.set(arithmetic))
      })
  }
}

extension Command.Argument {
  fileprivate static let bit = Command.Argument(name: "BIT") { text, _ throws(Refusal) in
    guard let bit = Int(text), bit >= 0 else {
      throw Refusal("A bit is a number, counted from 0, the last of the significand.")
    }
    return .numerics(.flipBit(bit))
  }
}
