import LogitKernel

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
    case 3: fieldAction()
    case 4: pick(Command.catalog).action
    case 5: numericsAction()
    default: worldAction()
    }
  }

  private mutating func selectionAction() -> Action {
    let actions: [Action] = [
      .selection(.move(by: below(9) - 4)), .selection(.move(by: .max)),
      .selection(.page(by: below(5) - 2)),
      .selection(.page(by: .min)), .selection(.select(below(12) - 2)),
      .selection(.setVisibleRows(below(5) - 1)),
      .display(.setDigits(below(30))),
      .display(.setOrder(pick(SortOrder.allCases))), .display(.lens(pick(Lens.allCases))),
      .display(.nextLens(by: below(9) - 4)),
      .display(.cover([pick(Cover.allCases)])), .display(.uncover([pick(Cover.allCases)])),
      .selection(.find(pick(["", "s", "cl", "zz"]))), .selection(.findNext(by: below(3) - 1)),
      .logits(.setStep(number())),
    ]
    return pick(actions)
  }

  private mutating func logitAction() -> Action {
    let index = below(10) - 2
    let actions: [Action] = [
      .logits(.nudge(steps: Double(below(21) - 10))), .logits(.nudgeClass(index, steps: 1)),
      .logits(.set(index, number())),
      .logits(.setProbability(index, number())), .logits(.dragLogit(index, number())),
      .logits(.dragProbability(index, Double(below(101)) / 100)), .logits(.endDrag),
      .logits(.shift(by: number())), .logits(.fill(with: number())),
      .logits(.randomise(seed: next())), .temperature(.set(number())),
      .loss(.setWeight(index, number())),
      .loss(.setTarget(index)), .loss(.setTarget(nil)), .loss(.setLabelSmoothing(number())),
      .logits(.changeStep(by: below(5) - 2)),
      .temperature(.scale(up: below(2) == 0)), .logits(.toggleMask),
    ]
    return pick(actions)
  }

  private mutating func documentAction() -> Action {
    let actions: [Action] = [
      .classes(.add(label: pick([nil, "", "new\nline", "宽"]), logit: number())), .classes(.delete),
      .classes(.duplicate), .classes(.rename(below(8) - 1, pick(["", "x", "two\nlines"]))),
      .history(.undo), .history(.undo),
      .history(.redo),
      .history(.pin), .history(.swap), .history(.unpin), .classes(.renameDocument("other")),
      .loss(.setKind(pick(LossKind.allCases))),
    ]
    return pick(actions)
  }

  private mutating func fieldAction() -> Action {
    let actions: [Action] = [
      .field(
        .begin(
          pick([.logit, .probability, .weight, .rename, .temperature, .find, .step, .shift]))),
      .field(.typeLogit(pick(["1", "-", "*", "."]))),
      .field(.edit(.insert(pick(["1", "e", "*2", "ln(", "-inf", "(", "%", " "])))),
      .field(.edit(pick([.deleteBackward, .moveBack, .deleteToStart, .moveToStart, .deleteWord]))),
      .field(.accept(then: pick([.stop, .edit(by: 1), .edit(by: -1)]))),
      .field(.accept(then: .move(by: below(3) - 1))),
      .field(.cancel),
      .lists(.complete),
      .lists(.highlight(by: below(9) - 4)), .lists(.chooseRow(below(5) - 1)), .lists(.openPalette),
      .lists(.openHelp), .lists(.openList),
      .lists(.searchHelp), .lists(.openPaletteFor("lens")),
      .program(.answer(pick(["r", "a", "s", "d", "<Esc>"]))),
    ]
    return pick(actions)
  }

  private mutating func numericsAction() -> Action {
    let option = pick(ArithmeticOption.catalog)
    let others = ["", "e5m7", "e0m3", "e20m99", "7", "-1e4", "floor -5", "epsilon 0.1", "nonsense"]
    let actions: [Action] = [
      .arithmetic(.cycleFormat(by: pick([1, -1, -9, .max, .min]))),
      .arithmetic(.cycleAlgorithm(by: pick([1, -1, 9, .max]))),
      setting(option, to: pick(option.choices + others)), .display(.lens(.numerics)),
      .numerics(.flipBit(below(70) - 2)), .numerics(.flipBit(nil)),
      .numerics(.stepPart(by: below(7) - 3)), .numerics(.stepPart(by: .max)),
      .numerics(.cyclePart(by: pick([1, -1, .min]))),
      .numerics(.setPart(pick(NumericsPart.allCases))), .numerics(.cycleResult),
      .numerics(.setResult(pick(Quantity.Kind.allCases))), .numerics(.cycleSweep),
      .numerics(.setSweep(pick(NumericsSweep.allCases))),
      .numerics(.setShownParts(below(12) == 0 ? Set(NumericsPart.allCases) : [])),
    ]
    return pick(actions)
  }

  private func setting(_ option: ArithmeticOption, to text: String) -> Action {
    var arithmetic = Arithmetic.exact
    try? arithmetic.set(option.key, to: text)
    return .arithmetic(.set(arithmetic))
  }

  private mutating func worldAction() -> Action {
    let actions: [Action] = [
      .world(.pasted(pasted())), .world(.replaceLogits(pasted())), .world(.appendLogits(pasted())),
      .world(.opened(document(), path: pick([nil, "file.toml"]))),
      .world(.saved(path: "a.toml", revision: below(99))),
      .world(.failed("It did not work.")), .world(.note("Well.")),
      .world(.fileExists(path: "b.toml")),
      .program(.requestQuit),
      .program(.save(path: pick([nil, "c.toml"]), overwrite: false)),
      .program(.openPreset("flowers")),
      .program(.openFile("d.toml")), .program(.copy(pick(CopyForm.allCases))),
      .program(.saveFirst(then: [.program(.quit)])),
      .sequence([.history(.undo), .logits(.nudge(steps: 1))]),
    ]
    return pick(actions)
  }
}
