import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct CommandLineTests {
  private var state: ExplorerState {
    var state = ExplorerState(
      lens: .numerics, presets: [PresetSummary(name: "one", note: "", count: 1)])
    let flowers = TableRow(logits: Document.flowers.logits.array)
    if let rows = try? RowSet(RowsInMemory([flowers, flowers])) { state.open(rows) }
    return state
  }

  /// A line for every command that takes an argument, what it means, and one that is refused; `nil`
  /// where any text will do.
  private static let lines: [(line: String, action: Action, refused: String?)] = [
    ("go versi", .selection(.select(1)), "go v"),
    ("find set", .selection(.find("set")), nil),
    ("logit *2", .logits(.set(0, 4)), "logit x"),
    ("step 0.5", .logits(.setStep(0.5)), "step 0"),
    ("probability 1/4", .logits(.setProbability(0, 0.25)), nil),
    ("constant -3", .logits(.shift(by: -3)), "constant c"),
    ("fill 0.5", .logits(.fill(with: 0.5)), "fill x"),
    ("randomise 7", .logits(.randomise(seed: 7)), "randomise -1"),
    ("add two words 1.5", .classes(.add(label: "two words", logit: 1.5)), nil),
    ("rename a b", .classes(.rename(0, "a b")), nil),
    ("temperature 2", .temperature(.set(2)), "temperature hot"),
    ("target 3", .loss(.setTarget(2)), "target 4"),
    ("weight 0.5", .loss(.setWeight(0, 0.5)), "weight ("),
    ("smoothing 0.1", .loss(.setLabelSmoothing(0.1)), "smoothing -"),
    ("loss binary", .loss(.setKind(.binaryCrossEntropy)), "loss hinge"),
    ("part bits", .numerics(.setPart(.bits)), "part s"),
    ("result entropy", .numerics(.setResult(.entropy)), "result z"),
    ("sweep scale", .numerics(.setSweep(.scale)), "sweep s0"),
    ("flip 3", .numerics(.flipBit(3)), "flip -1"),
    ("lens loss", .display(.lens(.loss)), "lens s0"),
    ("axis log-odds", .display(.setAxis(.logOdds)), "axis l"),
    ("sort name", .display(.setOrder(.name)), "sort size"),
    ("hide loss, entropy", .display(.cover([.loss, .entropy])), "hide x"),
    ("reveal all", .display(.uncover(Set(Cover.allCases))), "reveal lo"),
    ("row 2", .rows(.go(1)), "row 3"),
    ("digits 9", .display(.setDigits(9)), "digits 18"),
    ("lessons only-differences", .lesson(.open("only-differences")), nil),
    ("open a b.toml", .program(.openFile("a b.toml")), nil),
    ("preset one", .program(.openPreset("one")), "preset two"),
    ("write c.toml", .program(.save(path: "c.toml", overwrite: false)), nil),
    ("title T", .classes(.renameDocument("T")), nil),
    ("copy numpy", .program(.copy(.numpy)), "copy rust"),
  ]

  @Test(arguments: lines) func `a line means an action`(
    line: String, action: Action, refused: String?
  ) throws {
    #expect(try Command.action(for: line, in: state) == action)
    #expect(try Command.action(for: ": " + line + " ", in: state) == action)
    guard let refused, refused.contains(" ") else { return }
    #expect(throws: Refusal.self) { try Command.action(for: refused, in: state) }
  }

  @Test func `every command with an argument has a line here, or is a setting`() {
    let words = Self.lines.map { $0.line.prefix { $0 != " " } }
    let settings = ArithmeticOption.catalog.map(\.word)
    let wanted = Command.catalog.filter { $0.argument != nil }.map(\.id)
    #expect(Set(words.map(String.init) + settings) == Set(wanted))
  }

  @Test(arguments: ArithmeticOption.catalog.map(\.word))
  func `a line changes one setting of the arithmetic`(word: String) throws {
    let option = try #require(Command.byID[word]?.argument)
    for choice in option.choices(state) {
      var arithmetic = state.document.arithmetic
      let key = word.split(separator: "-").joined(separator: "_")
      try arithmetic.set(key, to: choice)
      #expect(
        try Command.action(for: "\(word) \(choice)", in: state) == .arithmetic(.set(arithmetic)))
    }
    #expect(throws: Refusal.self) { try Command.action(for: "\(word) nonsense", in: state) }
  }

  @Test func `a word alone is the command's key, and may be cut short`() throws {
    #expect(try Command.action(for: "undo", in: state) == .history(.undo))
    #expect(try Command.action(for: "temp 2", in: state) == .temperature(.set(2)))
    #expect(try Command.action(for: "temperature ", in: state) == .field(.begin(.temperature)))
  }

  @Test func `a refusal says why`() {
    #expect(throws: Refusal("There is no command 'warm 2'; ? lists them.")) {
      try Command.action(for: "warm 2", in: state)
    }
    #expect(throws: Refusal("undo takes no argument.")) {
      try Command.action(for: "undo 2", in: state)
    }
    let empty = ExplorerState(document: Document(name: "", logits: []))
    #expect(throws: Refusal("There is no class yet: a adds one.")) {
      try Command.action(for: "logit 2", in: empty)
    }
  }
}
