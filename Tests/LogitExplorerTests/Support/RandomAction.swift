@testable import LogitExplorer

extension SeededGenerator {
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// A number that may be anything, the awkward ones often.
  mutating func number() -> Double {
    switch below(8) {
    case 0: pick([.infinity, -.infinity, .nan, 0, -0.0, 1e308, -1e308, 0x1p-1074])
    case 1: Double(bitPattern: next())
    default: Double(Int.random(in: -400...400, using: &self)) / 100
    }
  }

  /// A key that means something somewhere, or text.
  mutating func key() -> String {
    let keys = Command.byKey.keys.sorted()
    let others = [
      "<Esc>", "<Enter>", "<Tab>", "<S-Tab>", "<Backspace>", "<C-w>", "<C-u>", "<C-k>", "<C-a>",
      "<F9>", "1", "2", "7", ".", "-", "e", "*", "=", "a", "d", "s", "é", "宽", "<Space>", "<lt>",
    ]
    return below(3) == 0 ? pick(others) : pick(keys)
  }

  mutating func pasted() -> PastedLogits {
    let logits = (0..<below(6)).map { _ in number() }
    let labels = below(2) == 0 ? nil : logits.indices.map { "p\($0)\n" }
    return PastedLogits(labels: labels, logits: logits)
  }

  mutating func document() -> Document {
    let count = below(6)
    var document = Document(name: "d\(below(9))", logits: (0..<count).map { _ in number() })
    if below(3) == 0 { document.target = .weights((0..<count).map { _ in number().magnitude }) }
    document.temperature = below(3) == 0 ? number() : 1
    return document
  }

  /// Any action, its indices sometimes outside the document.
  mutating func action() -> Action {
    switch below(7) {
    case 0: selectionAction()
    case 1: logitAction()
    case 2: documentAction()
    case 3: entryAction()
    case 4: pick(Command.catalog).action
    case 5: numericsAction()
    default: worldAction()
    }
  }

  private mutating func selectionAction() -> Action {
    pick([
      .moveSelection(by: below(9) - 4), .moveSelection(by: .max), .page(by: below(5) - 2),
      .page(by: .min), .select(below(12) - 2), .setVisibleRows(below(5) - 1), .setDigits(below(30)),
      .setOrder(pick(SortOrder.allCases)), .lens(pick(Lens.allCases)), .nextLens(by: below(9) - 4),
      .find(pick(["", "s", "cl", "zz"])), .findNext(by: below(3) - 1), .setStep(number()),
    ])
  }

  private mutating func logitAction() -> Action {
    let index = below(10) - 2
    return pick([
      .nudge(steps: Double(below(21) - 10)), .nudgeClass(index, steps: 1),
      .setLogit(index, number()),
      .setProbability(index, number()), .dragLogit(index, number()),
      .dragProbability(index, Double(below(101)) / 100), .endDrag, .shift(by: number()),
      .randomise(seed: next()), .setTemperature(number()), .setWeight(index, number()),
      .setTarget(index), .setTarget(nil), .setLabelSmoothing(number()),
      .changeStep(by: below(5) - 2),
      .scaleTemperature(up: below(2) == 0), .toggleMask,
    ])
  }

  private mutating func documentAction() -> Action {
    pick([
      .addClass(label: pick([nil, "", "new\nline", "宽"]), logit: number()), .deleteClass,
      .duplicateClass, .rename(below(8) - 1, pick(["", "x", "two\nlines"])), .undo, .undo, .redo,
      .pin, .swapBaseline, .unpin, .renameDocument("other"), .setLoss(pick(LossKind.allCases)),
    ])
  }

  private mutating func entryAction() -> Action {
    pick([
      .beginEntry(
        pick([.logit, .probability, .weight, .rename, .temperature, .find, .step, .shift])),
      .typeLogit(pick(["1", "-", "*", "."])),
      .editField(.insert(pick(["1", "e", "*2", "ln(", "-inf", "(", "%", " "]))),
      .editField(pick([.deleteBackward, .moveBack, .deleteToStart, .moveToStart, .deleteWord])),
      .commit(then: pick([nil, 1, -1])), .commitAndMove(by: below(3) - 1), .cancel, .complete,
      .highlight(by: below(9) - 4), .chooseRow(below(5) - 1), .openPalette, .openHelp, .openList,
      .searchHelp, .openPaletteFor("lens"), .answer(pick(["r", "a", "s", "d", "<Esc>"])),
    ])
  }

  private mutating func numericsAction() -> Action {
    let option = pick(ArithmeticOption.catalog)
    let others = ["", "e5m7", "e0m3", "e20m99", "7", "-1e4", "floor -5", "epsilon 0.1", "nonsense"]
    return pick([
      .cycleFormat(by: pick([1, -1, -9, .max, .min])), .cycleAlgorithm(by: pick([1, -1, 9, .max])),
      .setArithmetic(option.key, pick(option.choices + others)), .lens(.numerics),
      .flipBit(below(70) - 2), .flipBit(nil), .stepPart(by: below(7) - 3), .stepPart(by: .max),
      .cyclePart(by: pick([1, -1, .min])), .setPart(pick(NumericsPart.allCases)), .cycleResult,
      .setResult(pick(NumericsResult.allCases)), .cycleSweep,
      .setSweep(pick(NumericsSweep.allCases)),
      .setShownParts(below(12) == 0 ? Set(NumericsPart.allCases) : []),
    ])
  }

  private mutating func worldAction() -> Action {
    pick([
      .pasted(pasted()), .replaceLogits(pasted()), .appendLogits(pasted()),
      .opened(document(), path: pick([nil, "file.toml"])),
      .saved(path: "a.toml", revision: below(99)),
      .failed("It did not work."), .note("Well."), .fileExists(path: "b.toml"), .requestQuit,
      .save(path: pick([nil, "c.toml"]), overwrite: false), .openPreset("flowers"),
      .openFile("d.toml"), .copy(pick(CopyForm.allCases)), .saveFirst(then: [.quit]),
      .sequence([.undo, .nudge(steps: 1)]),
    ])
  }
}
