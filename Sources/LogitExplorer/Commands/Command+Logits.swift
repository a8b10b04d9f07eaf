internal import LogitKernel

extension Command {
  static let moves: [Command] = [
    Command(
      id: "up", keys: ["<Up>", "k"], title: "Select the class above", group: .move,
      action: .selection(.move(by: -1)), hint: "class"),
    Command(
      id: "down", keys: ["<Down>", "j"], title: "Select the class below", group: .move,
      action: .selection(.move(by: 1)), hint: "class"),
    Command(
      id: "page-up", keys: ["<PageUp>", "<C-b>"], title: "Go up a screenful", group: .move,
      action: .selection(.page(by: -1))),
    Command(
      id: "page-down", keys: ["<PageDown>", "<C-f>"], title: "Go down a screenful", group: .move,
      action: .selection(.page(by: 1))),
    Command(
      id: "first", keys: ["<Home>", "g"], title: "Select the first class", group: .move,
      action: .selection(.first)),
    Command(
      id: "last", keys: ["<End>", "G"], title: "Select the last class", group: .move,
      action: .selection(.last)),
    Command(
      id: "greatest", keys: ["^"], title: "Select the likeliest class",
      group: .move, action: .selection(.greatest), refusal: needsClass),
    Command(
      id: "to-target", keys: ["'"], title: "Select the target class", group: .move,
      action: .selection(.target), refusal: needsClass),
    Command(
      id: "go", keys: [], title: "Select a class by its name or number", group: .move,
      action: .lists(.openPaletteFor("go")), argument: .classNamed { .selection(.select($0)) },
      refusal: needsClass),
    Command(
      id: "find", keys: ["/"], title: "Find a class by a part of its name", group: .move,
      action: .field(.begin(.find)), hint: "find",
      argument: .text("TEXT") { text, _ in .selection(.find(text)) },
      refusal: needsClass),
    Command(
      id: "next", keys: ["n"], title: "Select the next class found", group: .move,
      action: .selection(.findNext(by: 1))),
    Command(
      id: "previous", keys: ["N"], title: "Select the previous class found", group: .move,
      action: .selection(.findNext(by: -1))),
  ]

  static let logits: [Command] = [
    Command(
      id: "logit", keys: ["<Enter>", "<F2>"], title: "Edit the selected logit", group: .logits,
      action: .field(.begin(.logit)), hint: "edit",
      argument: .number("VALUE", old: \.selectedLogit) { .logits(.set($1.selection, $0)) },
      refusal: needsClass),
    Command(
      id: "decrease", keys: ["<Left>", "h"], title: "Lower the logit by a step", group: .logits,
      action: .logits(.nudge(steps: -1)), hint: "nudge", refusal: needsClass),
    Command(
      id: "increase", keys: ["<Right>", "l"], title: "Raise the logit by a step", group: .logits,
      action: .logits(.nudge(steps: 1)), hint: "nudge", refusal: needsClass),
    Command(
      id: "decrease-more", keys: ["<S-Left>", "H"], title: "Lower the logit by ten steps",
      group: .logits, action: .logits(.nudge(steps: -10)), refusal: needsClass),
    Command(
      id: "increase-more", keys: ["<S-Right>", "L"], title: "Raise the logit by ten steps",
      group: .logits, action: .logits(.nudge(steps: 10)), refusal: needsClass),
    Command(
      id: "finer", keys: ["["], title: "Make the step smaller", group: .logits,
      action: .logits(.changeStep(by: -1)), hint: "step"),
    Command(
      id: "coarser", keys: ["]"], title: "Make the step larger", group: .logits,
      action: .logits(.changeStep(by: 1)), hint: "step"),
    Command(
      id: "step", keys: [], title: "Set the step of the arrow keys", group: .logits,
      action: .field(.begin(.step)),
      argument: .step),
    Command(
      id: "probability", keys: ["p"],
      title: "Set the class's probability by moving its logit", group: .logits,
      action: .field(.begin(.probability)), hint: "set p",
      argument: .number("P", old: \.selectedProbability) {
        .logits(.setProbability($1.selection, $0))
      },
      refusal: needsClass),
    Command(
      id: "mask", keys: ["m"], title: "Mask the class, or bring its logit back", group: .logits,
      action: .logits(.toggleMask), hint: "mask", refusal: needsClass),
    Command(
      id: "constant", keys: ["c"], title: "Add a constant to every logit", group: .logits,
      action: .field(.begin(.shift)), hint: "add constant",
      argument: .number("VALUE") { value, _ in .logits(.shift(by: value)) }, refusal: needsClass),
    Command(
      id: "fill", keys: [], title: "Set every logit to one value", group: .logits,
      action: .lists(.openPaletteFor("fill")),
      argument: .number("VALUE") { value, _ in .logits(.fill(with: value)) }, refusal: needsClass),
    Command(
      id: "randomise", keys: ["R"], title: "Draw random logits from the next seed", group: .logits,
      action: .logits(.randomise(seed: nil)), argument: .seed, refusal: needsClass),
  ]

  static let classes: [Command] = [
    Command(
      id: "add", keys: ["a"], title: "Add a class at the end", group: .classes,
      action: .classes(.add(label: nil, logit: 0)), hint: "add", argument: .newClass),
    Command(
      id: "duplicate", keys: ["D"], title: "Add a copy of the class below it", group: .classes,
      action: .classes(.duplicate), refusal: needsClass),
    Command(
      id: "delete", keys: ["d", "<Delete>"], title: "Delete the class", group: .classes,
      action: .classes(.delete), refusal: needsClass),
    Command(
      id: "rename", keys: ["r"], title: "Rename the class", group: .classes,
      action: .field(.begin(.rename)),
      argument: .text("NAME") { .classes(.rename($1.selection, $0)) }, refusal: needsClass),
  ]
}

extension Command.Argument {
  fileprivate static let step = Command.Argument(name: "SIZE") { text, state throws(Refusal) in
    let size = try typedValue(text, old: state.step)
    guard size > 0, size.isFinite else { throw Refusal("A step is a number above zero.") }
    return .logits(.setStep(size))
  }

  fileprivate static let seed = Command.Argument(name: "SEED") { text, _ throws(Refusal) in
    guard let seed = UInt64(text) else {
      throw Refusal("A seed is a whole number from 0 to \(UInt64.max).")
    }
    return .logits(.randomise(seed: seed))
  }

  /// A name, a logit, or a name followed by a logit.
  fileprivate static let newClass = Command.Argument(name: "[NAME] [LOGIT]") {
    text, _ throws(Refusal) in
    let words = text.split(separator: " ")
    guard let last = words.last else { return .classes(.add(label: nil, logit: 0)) }
    if let logit = try? typedValue(String(last), old: 0) {
      let name = words.dropLast().joined(separator: " ")
      return .classes(.add(label: name.isEmpty ? nil : name, logit: logit))
    }
    return .classes(.add(label: text, logit: 0))
  }
}

extension ExplorerState {
  /// What `*2` starts from; 0 where there is no class.
  var selectedLogit: Double { hasClass(selection) ? document.logits[selection] : 0 }
  var selectedProbability: Double {
    hasClass(selection) ? numbers.present.row.probability(at: selection) : 0
  }
}
