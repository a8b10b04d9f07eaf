extension Command {
  static let temperatures: [Command] = [
    Command(
      id: "cool", keys: ["<lt>"], title: "Lower the temperature: sharper", group: .temperature,
      action: .scaleTemperature(up: false), hint: "temperature"),
    Command(
      id: "heat", keys: [">"], title: "Raise the temperature: flatter", group: .temperature,
      action: .scaleTemperature(up: true), hint: "temperature"),
    Command(
      id: "temperature", keys: ["t"], title: "Type the temperature", group: .temperature,
      action: .beginEntry(.temperature), hint: "type T",
      argument: .number("T", old: \.document.temperature) { value, _ in .setTemperature(value) }),
  ]

  static let losses: [Command] = [
    Command(
      id: "target", keys: ["<Space>"], title: "Make the class the target, or clear it",
      group: .loss, action: .toggleTarget, hint: "target",
      argument: .classNamed { .setTarget($0) }, refusal: needsClass),
    Command(
      id: "weight", keys: ["S"], title: "Make the target soft: set the class's weight in it",
      group: .loss, action: .beginEntry(.weight), hint: "soft target",
      argument: .number("WEIGHT", old: \.selectedWeight) { .setWeight($1.selection, $0) },
      refusal: needsClass),
    Command(
      id: "smoothing", keys: ["e"], title: "Set the label smoothing", group: .loss,
      action: .beginEntry(.labelSmoothing), hint: "smoothing",
      argument: .number("EPSILON", old: \.document.labelSmoothing) { value, _ in
        .setLabelSmoothing(value)
      }),
    Command(
      id: "loss", keys: ["E"], title: "Switch between cross-entropy and binary cross-entropy",
      group: .loss, action: .toggleLoss, hint: "binary",
      argument: .word("KIND") { (kind: LossKind) in .setLoss(kind) }),
  ]

  static let comparisons: [Command] = [
    Command(
      id: "pin", keys: ["b"], title: "Pin the present state to compare with", group: .compare,
      action: .pin, hint: "pin"),
    Command(
      id: "swap", keys: ["B"], title: "Swap with the pinned state", group: .compare,
      action: .swapBaseline, hint: "swap"),
    Command(
      id: "unpin", keys: [], title: "Take the pinned state away", group: .compare, action: .unpin),
  ]
}

extension ExplorerState {
  var selectedWeight: Double {
    hasClass(selection) ? document.target.weight(at: selection) : 0
  }
}
