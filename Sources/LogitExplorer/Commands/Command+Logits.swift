internal import LogitKernel

extension Command {
  static let moves: [Command] = [
    Command(
      id: "up", keys: ["<Up>", "k"], title: "Select the class above", group: .move,
      action: .moveSelection(by: -1), hint: "class"),
    Command(
      id: "down", keys: ["<Down>", "j"], title: "Select the class below", group: .move,
      action: .moveSelection(by: 1), hint: "class"),
    Command(
      id: "page-up", keys: ["<PageUp>", "<C-b>"], title: "Go up a screenful", group: .move,
      action: .page(by: -1)),
    Command(
      id: "page-down", keys: ["<PageDown>", "<C-f>"], title: "Go down a screenful", group: .move,
      action: .page(by: 1)),
    Command(
      id: "first", keys: ["<Home>", "g"], title: "Select the first class", group: .move,
      action: .selectFirst),
    Command(
      id: "last", keys: ["<End>", "G"], title: "Select the last class", group: .move,
      action: .selectLast),
    Command(
      id: "go", keys: [], title: "Select a class by its name or number", group: .move,
      action: .openPaletteFor("go"), argument: .classNamed { .select($0) }, refusal: needsClass),
    Command(
      id: "find", keys: ["/"], title: "Find a class by a part of its name", group: .move,
      action: .beginEntry(.find), hint: "find", argument: .text("TEXT") { text, _ in .find(text) },
      refusal: needsClass),
    Command(
      id: "next", keys: ["n"], title: "Select the next class found", group: .move,
      action: .findNext(by: 1)),
    Command(
      id: "previous", keys: ["N"], title: "Select the previous class found", group: .move,
      action: .findNext(by: -1)),
  ]

  static let logits: [Command] = [
    Command(
      id: "logit", keys: ["<Enter>", "<F2>"], title: "Edit the selected logit", group: .logits,
      action: .beginEntry(.logit), hint: "edit",
      argument: .number("VALUE", old: \.selectedLogit) { .setLogit($1.selection, $0) },
      refusal: needsClass),
    Command(
      id: "decrease", keys: ["<Left>", "h"], title: "Lower the logit by a step", group: .logits,
      action: .nudge(steps: -1), hint: "nudge", refusal: needsClass),
    Command(
      id: "increase", keys: ["<Right>", "l"], title: "Raise the logit by a step", group: .logits,
      action: .nudge(steps: 1), hint: "nudge", refusal: needsClass),
    Command(
      id: "decrease-more", keys: ["<S-Left>", "H"], title: "Lower the logit by ten steps",
      group: .logits, action: .nudge(steps: -10), refusal: needsClass),
    Command(
      id: "increase-more", keys: ["<S-Right>", "L"], title: "Raise the logit by ten steps",
      group: .logits, action: .nudge(steps: 10), refusal: needsClass),
    Command(
      id: "finer", keys: ["["], title: "Make the step smaller", group: .logits,
      action: .changeStep(by: -1), hint: "step"),
    Command(
      id: "coarser", keys: ["]"], title: "Make the step larger", group: .logits,
      action: .changeStep(by: 1), hint: "step"),
    Command(
      id: "step", keys: [], title: "Set the step of the arrow keys", group: .logits,
      action: .beginEntry(.step),
      argument: .step),
    Command(
      id: "probability", keys: ["p"],
      title: "Set the class's probability by moving its logit", group: .logits,
      action: .beginEntry(.probability), hint: "set p",
      argument: .number("P", old: \.selectedProbability) { .setProbability($1.selection, $0) },
      refusal: needsClass),
    Command(
      id: "mask", keys: ["m"], title: "Mask the class, or bring its logit back", group: .logits,
      action: .toggleMask, hint: "mask", refusal: needsClass),
    Command(
      id: "constant", keys: ["c"], title: "Add a constant to every logit", group: .logits,
      action: .beginEntry(.shift), hint: "add constant",
      argument: .number("VALUE") { value, _ in .shift(by: value) }, refusal: needsClass),
    Command(
      id: "randomise", keys: ["R"], title: "Draw random logits from the next seed", group: .logits,
      action: .randomise(seed: nil), argument: .seed, refusal: needsClass),
  ]

  static let classes: [Command] = [
    Command(
      id: "add", keys: ["a"], title: "Add a class at the end", group: .classes,
      action: .addClass(label: nil, logit: 0), hint: "add", argument: .newClass),
    Command(
      id: "duplicate", keys: ["D"], title: "Add a copy of the class below it", group: .classes,
      action: .duplicateClass, refusal: needsClass),
    Command(
      id: "delete", keys: ["d", "<Delete>"], title: "Delete the class", group: .classes,
      action: .deleteClass, refusal: needsClass),
    Command(
      id: "rename", keys: ["r"], title: "Rename the class", group: .classes,
      action: .beginEntry(.rename),
      argument: .text("NAME") { .rename($1.selection, $0) }, refusal: needsClass),
  ]
}

extension Command.Argument {
  fileprivate static let step = Command.Argument(name: "SIZE") { text, state throws(Refusal) in
    let size = try typedValue(text, old: state.step)
    guard size > 0, size.isFinite else { throw Refusal("A step is a number above zero.") }
    return .setStep(size)
  }

  fileprivate static let seed = Command.Argument(name: "SEED") { text, _ throws(Refusal) in
    guard let seed = UInt64(text) else {
      throw Refusal("A seed is a whole number from 0 to \(UInt64.max).")
    }
    return .randomise(seed: seed)
  }

  /// A name, a logit, or a name with a logit behind it.
  fileprivate static let newClass = Command.Argument(name: "[NAME] [LOGIT]") {
    text, _ throws(Refusal) in
    let words = text.split(separator: " ")
    guard let last = words.last else { return .addClass(label: nil, logit: 0) }
    if let logit = try? typedValue(String(last), old: 0) {
      let name = words.dropLast().joined(separator: " ")
      return .addClass(label: name.isEmpty ? nil : name, logit: logit)
    }
    return .addClass(label: text, logit: 0)
  }
}

extension ExplorerState {
  /// What `*2` starts from; 0 where there is no class.
  var selectedLogit: Double { hasClass(selection) ? document.logits[selection] : 0 }
  var selectedProbability: Double { hasClass(selection) ? logits.probability(at: selection) : 0 }
}
