extension Command {
  static let views: [Command] =
    [
      Command(
        id: "next-lens", keys: ["<Tab>"], title: "Show the next lens", group: .view,
        action: .display(.nextLens(by: 1)), hint: "lens"),
      Command(
        id: "previous-lens", keys: ["<S-Tab>"], title: "Show the previous lens", group: .view,
        action: .display(.nextLens(by: -1))),
      Command(
        id: "lens", keys: [], title: "Show a lens by its name", group: .view,
        action: .lists(.openPaletteFor("lens")),
        argument: .word("LENS", { lens, _ in lens.summary }) { (lens: Lens) in .display(.lens(lens))
        }),
    ] + lensRows + [
      Command(
        id: "axis", keys: ["x"], title: "Change the scale of probabilities", group: .view,
        action: .display(.cycleAxis),
        argument: .word("SCALE", { axis, _ in axis.meaning }) { (axis: AxisScale) in
          .display(.setAxis(axis))
        }),
      Command(
        id: "sort", keys: ["s"], title: "Sort the rows; the document keeps its order",
        group: .view, action: .display(.cycleOrder), hint: "sort",
        argument: .word("ORDER", { order, _ in order.meaning }) { (order: SortOrder) in
          .display(.setOrder(order))
        }),
      Command(
        id: "fewer-digits", keys: ["("], title: "Show fewer digits", group: .view,
        action: .display(.changeDigits(by: -1))),
      Command(
        id: "more-digits", keys: [")"], title: "Show more digits", group: .view,
        action: .display(.changeDigits(by: 1))),
      Command(
        id: "digits", keys: [], title: "Set how many digits are shown", group: .view,
        action: .lists(.openPaletteFor("digits")), argument: .digits),
      Command(
        id: "hex", keys: ["X"], title: "Show numbers as hexadecimal floats, to the last bit",
        group: .view, action: .display(.toggleHex)),
      Command(
        id: "projector", keys: ["z"], title: "Show one chart, large, for a projector",
        group: .view, action: .display(.toggleProjector), hint: "projector"),
    ] + covers + [
      Command(
        id: "mouse", keys: ["M"], title: "Turn mouse support off or on",
        group: .view, action: .display(.toggleMouse))
    ]

  /// One row a lens: Alt with its place among the tabs.
  private static let lensRows: [Command] = Lens.allCases.enumerated().map { place, lens in
    Command(
      id: "lens-\(lens.rawValue)", keys: ["<A-\(place + 1)>"],
      title: "Show the \(lens.title) lens: \(lens.summary)", group: .view,
      action: .display(.lens(lens)))
  }

  static let documents: [Command] = [
    Command(
      id: "open", keys: ["o"], title: "Open a preset or a file", group: .document,
      action: .lists(.openList), hint: "open",
      argument: .text("FILE") { path, _ in .program(.openFile(path)) }),
    Command(
      id: "preset", keys: [], title: "Open a preset by its name", group: .document,
      action: .lists(.openList), argument: .preset),
    Command(
      id: "write", keys: ["w"], title: "Save the document", group: .document,
      action: .program(.save(path: nil, overwrite: false)), hint: "save",
      argument: .text("FILE") { path, _ in .program(.save(path: path, overwrite: false)) }),
    Command(
      id: "title", keys: [], title: "Give the document another name", group: .document,
      action: .lists(.openPaletteFor("title")),
      argument: .text("NAME") { name, _ in .classes(.renameDocument(name)) }),
    Command(
      id: "copy", keys: ["y"], title: "Copy as a table, a document, Python, NumPy or PyTorch",
      group: .document, action: .program(.askCopy), hint: "copy",
      argument: .word("FORM", { form, _ in form.meaning }) { (form: CopyForm) in
        .program(.copy(form))
      }),
    Command(
      id: "undo", keys: ["u"], title: "Undo the last change", group: .document,
      action: .history(.undo),
      hint: "undo"),
    Command(
      id: "redo", keys: ["<C-r>"], title: "Do the undone change again", group: .document,
      action: .history(.redo), hint: "redo"),
  ]

  static let program: [Command] = [
    Command(
      id: "palette", keys: [":"], title: "Type a command by its name", group: .program,
      action: .lists(.openPalette), hint: "all"),
    Command(
      id: "help", keys: ["?", "<F1>"], title: "List and search all keys and commands",
      group: .program, action: .lists(.openHelp), hint: "help"),
    Command(
      id: "redraw", keys: ["<C-l>"], title: "Redraw the screen", group: .program,
      action: .program(.redraw)),
    Command(
      id: "suspend", keys: ["<C-z>"], title: "Go back to the shell; fg returns", group: .program,
      action: .program(.suspend)),
    Command(
      id: "quit", keys: ["q", "<C-c>"], title: "Quit", group: .program,
      action: .program(.requestQuit),
      hint: "quit"),
  ]
}

extension Command.Argument {
  fileprivate static let digits = Command.Argument(name: "3…17") { text, _ throws(Refusal) in
    guard let digits = Int(text), Display.digitRange.contains(digits) else {
      throw Refusal("Between 3 and 17 digits are shown.")
    }
    return .display(.setDigits(digits))
  }

  fileprivate static let preset = Command.Argument(
    name: "NAME", choices: { $0.presets.map(\.name) },
    meaning: { name, state in state.shownNote(state.presets.first { $0.name == name }?.note ?? "")
    }
  ) { text, state throws(Refusal) in
    guard let preset = state.presets.first(where: { $0.name == text }) else {
      throw Refusal("There is no preset '\(text)'; o lists them.")
    }
    return .program(.openPreset(preset.name))
  }
}
