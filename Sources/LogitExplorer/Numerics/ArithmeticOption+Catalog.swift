internal import LogitKernel

extension ArithmeticOption {
  /// Every setting, the most used first.
  package static let catalog: [ArithmeticOption] = [
    algorithm, format, accumulator, sum, block,
    .onOff(
      "saturate", "Take the greatest finite value for an overflow",
      \.settings.storage.saturates),
    .onOff(
      "flush_subnormals", "Replace subnormal results by 0, as GPUs and XLA do",
      \.settings.storage.flushesSubnormals),
    maskValue,
    .word(
      "masked_row", "Choose what a row with every class masked gives",
      [
        ("computed", .computed, "what the arithmetic makes of it, usually NaN"),
        ("zeros", .zeros, "0 for each class"), ("uniform", .uniform, "1/n for each class"),
      ], \.settings.maskedRow),
    .word(
      "masked_start", "Choose what the online algorithm does with a masked first block",
      [
        ("skip", .skips, "skip the block"),
        (
          "subtract", .subtractsInfinity,
          "subtract the running maximum all the same: -inf - -inf is NaN"
        ),
        ("reset", .resetsToZero, "take 0 for the running maximum, and keep it"),
      ],
      \.settings.maskedStart),
    .onOff(
      "divide_after_shift", "Divide by the temperature after the maximum is subtracted",
      \.settings.dividesAfterShift),
    .onOff(
      "drop_zero_weights", "Drop terms of weight 0, so that 0·log 0 = 0",
      \.settings.dropsZeroWeights),
    logGuard,
  ]

  private static let algorithm = ArithmeticOption(
    key: "algorithm", title: "Choose the algorithm by which the numbers come about",
    valueName: "NAME", choices: Arithmetic.algorithmNames,
    meaning: { Algorithm.named($0)?.summary ?? "The true value of each number, rounded once." },
    isNamedInSummary: true,
    text: \.algorithmName,
    set: { text, arithmetic throws(Refusal) in
      if text.lowercased() == Arithmetic.exactName {
        arithmetic.isExact = true
      } else if let algorithm = Algorithm.named(text) {
        arithmetic.isExact = false
        arithmetic.settings.algorithm = algorithm
      } else {
        let names = Arithmetic.algorithmNames.joined(separator: ", ")
        throw Refusal("There is no algorithm '\(shortened(text))'; there are \(names).")
      }
    })

  /// The switches of the old format stay.
  private static let format = ArithmeticOption(
    key: "format", title: "Choose the number format", valueName: "NAME",
    choices: NumberFormat.all.map(\.name), meaning: meaningOfFormat, isNamedInSummary: true,
    text: \.settings.storage.name,
    set: { text, arithmetic throws(Refusal) in
      var format = try typedFormat(text)
      format.saturates = arithmetic.settings.storage.saturates
      format.flushesSubnormals = arithmetic.settings.storage.flushesSubnormals
      arithmetic.settings.storage = format
    })

  private static let accumulator = ArithmeticOption(
    key: "accumulator", title: "Choose the number format that sums are formed in",
    valueName: "NAME", choices: [ofStorage] + NumberFormat.all.map(\.name),
    meaning: { $0 == ofStorage ? "the format of everything else" : meaningOfFormat($0) },
    isNamedInSummary: true,
    text: { $0.settings.accumulator?.name ?? ofStorage },
    set: { text, arithmetic throws(Refusal) in
      arithmetic.settings.accumulator = text.lowercased() == ofStorage ? nil : try typedFormat(text)
    })

  /// The word for sums in the format of everything else.
  private static let ofStorage = "same"

  private static let sum = ArithmeticOption.word(
    "sum", "Choose the order of additions",
    [
      ("left-to-right", SumOrder.leftToRight, "one running sum from the first term to the last"),
      ("pairwise", .pairwise, "halves added to halves"),
      ("kahan", .kahan, "left to right, each addition's rounding error carried along"),
    ],
    \.settings.sumOrder)

  private static let block = ArithmeticOption(
    key: "block", title: "Set how many logits the online algorithm takes at a time",
    valueName: "COUNT", choices: [], text: { "\($0.settings.blockLength)" },
    set: { text, arithmetic throws(Refusal) in
      let length = Int(text) ?? Double(text).flatMap { Int(exactly: $0) } ?? 0
      if length < 1, let value = Double(text), value >= 1, value == value.rounded() {
        throw Refusal("A block of \(shortened(text)) logits is longer than any row.")
      }
      guard length >= 1 else {
        throw Refusal("A block is a whole number of logits, 1 or more.")
      }
      arithmetic.settings.blockLength = length
    })

  private static let maskValue = ArithmeticOption(
    key: "mask_value", title: "Choose the value that replaces a masked class", valueName: "VALUE",
    choices: ["-inf", "lowest", "-1e4", "-1e9"],
    meaning: { text in
      [
        "-inf": "minus infinity itself", "lowest": "the least finite value of the format",
        "-1e4": "a number that binary16 holds", "-1e9": "a number that binary16 overflows on",
      ][text] ?? ""
    },
    text: { arithmetic in
      switch arithmetic.settings.maskValue {
      case .minusInfinity: "-inf"
      case .lowestFinite: "lowest"
      case .number(let value): DecimalText.shortest(value)
      }
    },
    set: { text, arithmetic throws(Refusal) in
      if text.lowercased() == "lowest" {
        arithmetic.settings.maskValue = .lowestFinite
        return
      }
      let value = try typedValue(text, old: 0)
      guard !value.isNaN else { throw Refusal("A mask is a number, -inf or lowest.") }
      arithmetic.settings.maskValue = value == -.infinity ? .minusInfinity : .number(value)
    })

  private static let logGuard = ArithmeticOption(
    key: "log_guard",
    title: "Guard the logarithm of a probability: log(p + ε), or max(log p, floor)",
    valueName: "GUARD", choices: ["none", "epsilon 1e-12", "floor -100"],
    meaning: { text in
      switch text.first {
      case "n": "log p as it comes, -inf where p is 0"
      case "e": "log(p + ε)"
      default: "max(log p, floor), as PyTorch's binary cross-entropy has it"
      }
    },
    text: { arithmetic in
      switch arithmetic.settings.logGuard {
      case .none: "none"
      case .epsilon(let value): "epsilon \(DecimalText.shortest(value))"
      case .floor(let value): "floor \(DecimalText.shortest(value))"
      }
    },
    set: { text, arithmetic throws(Refusal) in
      arithmetic.settings.logGuard = try typedGuard(text)
    })
}

/// How many bits a format has, and how far it reaches.
@Sendable private func meaningOfFormat(_ name: String) -> String {
  guard let format = NumberFormat.all.first(where: { $0.name == name }) else { return "" }
  let greatest = displayText(format.greatestFinite, digits: 4)
  return "\(format.width) bits, \(format.precision) of them significant, up to \(greatest)"
}

/// A format by its name, or why there is none.
private func typedFormat(_ text: String) throws(Refusal) -> NumberFormat {
  do throws(NumberFormatError) {
    // No name of a format is as long as what is cut; the sentence would repeat all of it.
    return try NumberFormat(parsing: shortened(text))
  } catch {
    throw Refusal(error.sentence)
  }
}

extension NumberFormatError {
  fileprivate var sentence: String {
    switch self {
    case .unknownName(let name):
      let names = NumberFormat.all.map(\.name).joined(separator: ", ")
      return "There is no number format “\(name)”: choose \(names), or e5m7 for one of your own."
    case .exponentBits(let bits):
      return "A format needs 2 to 11 exponent bits, not \(bits)."
    case .significandBits(let bits):
      return "A format needs 1 to 52 significand bits, not \(bits)."
    }
  }
}

private func typedGuard(_ text: String) throws(Refusal) -> EmulationSettings.LogGuard {
  let words = text.split(separator: " ")
  if words.count == 1, words[0].lowercased() == "none" { return .none }
  guard words.count == 2 else {
    throw Refusal("A guard is none, epsilon and a number, or floor and a number.")
  }
  let value = try typedValue(String(words[1]), old: 0)
  switch words[0].lowercased() {
  case "epsilon" where value >= 0 && value.isFinite: return .epsilon(value)
  case "floor" where value <= 0: return .floor(value)
  case "epsilon": throw Refusal("ε is a finite number, 0 or more.")
  case "floor": throw Refusal("A floor of log p is a number, 0 or less.")
  default: throw Refusal("A guard is none, epsilon and a number, or floor and a number.")
  }
}
