extension Command {
  static let temperatures: [Command] = [
    Command(
      id: "cool", keys: ["<lt>"], title: "Lower the temperature: sharper", group: .temperature,
      action: .temperature(.scale(up: false)), hint: "temperature"),
    Command(
      id: "heat", keys: [">"], title: "Raise the temperature: flatter", group: .temperature,
      action: .temperature(.scale(up: true)), hint: "temperature"),
    Command(
      id: "temperature", keys: ["t"], title: "Type the temperature", group: .temperature,
      action: .field(.begin(.temperature)), hint: "type T",
      argument: .number("T", old: \.document.temperature) { value, _ in .temperature(.set(value)) }),
  ]

  static let losses: [Command] = [
    Command(
      id: "target", keys: ["<Space>"], title: "Make the class the target, or clear it",
      group: .loss, action: .loss(.toggleTarget), hint: "target",
      argument: .classNamed { .loss(.setTarget($0)) }, refusal: needsClass),
    Command(
      id: "weight", keys: ["S"], title: "Make the target soft: set the class's weight in it",
      group: .loss, action: .field(.begin(.weight)), hint: "soft target",
      argument: .number("WEIGHT", old: \.selectedWeight) { .loss(.setWeight($1.selection, $0)) },
      refusal: needsClass),
    Command(
      id: "smoothing", keys: ["e"], title: "Set the label smoothing", group: .loss,
      action: .field(.begin(.labelSmoothing)), hint: "smoothing",
      argument: .number("EPSILON", old: \.document.labelSmoothing) { value, _ in
        .loss(.setLabelSmoothing(value))
      }),
    Command(
      id: "loss", keys: ["E"], title: "Switch between cross-entropy and binary cross-entropy",
      group: .loss, action: .loss(.toggleKind), hint: "binary",
      argument: .word("KIND", { kind, _ in kind.meaning }) { (kind: LossKind) in
        .loss(.setKind(kind))
      }),
  ]

  static let comparisons: [Command] = [
    Command(
      id: "pin", keys: ["b"], title: "Pin the present state to compare with", group: .compare,
      action: .history(.pin), hint: "pin"),
    Command(
      id: "swap", keys: ["B"], title: "Swap with the pinned state", group: .compare,
      action: .history(.swap), hint: "swap"),
    Command(
      id: "unpin", keys: [], title: "Take the pinned state away", group: .compare,
      action: .history(.unpin)),
  ]
}

extension ExplorerState {
  var selectedWeight: Double {
    hasClass(selection) ? document.target.weight(at: selection) : 0
  }
}
