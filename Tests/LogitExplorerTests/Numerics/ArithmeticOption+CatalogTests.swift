import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ArithmeticOptionCatalogTests {
  @Test func `keys are unique, titles are imperative sentences without a stop`() {
    let keys = ArithmeticOption.catalog.map(\.key)
    #expect(Set(keys).count == keys.count)
    for option in ArithmeticOption.catalog {
      #expect(option.title.first?.isUppercase == true && option.title.last != ".")
      #expect(!option.valueName.isEmpty)
    }
  }

  @Test func `every choice is accepted and is read back as it would be typed`() throws {
    for option in ArithmeticOption.catalog {
      for choice in option.choices {
        var arithmetic = Arithmetic(.naive, in: .binary32)
        try option.set(choice, &arithmetic)
        var again = Arithmetic(.naive, in: .binary32)
        try option.set(option.text(arithmetic), &again)
        #expect(again == arithmetic, "\(option.key) \(choice)")
      }
    }
  }

  @Test func `a format keeps its switches when it changes`() throws {
    var arithmetic = Arithmetic.exact
    try arithmetic.set("flush_subnormals", to: "on")
    try arithmetic.set("format", to: "fp16")
    #expect(arithmetic.settings.storage.name == "binary16")
    #expect(arithmetic.settings.storage.flushesSubnormals)
    try arithmetic.set("format", to: "e5m7")
    #expect(arithmetic.settings.storage.significandBits == 7)
  }

  @Test func `exact leaves the algorithm behind it for the way back`() throws {
    var arithmetic = Arithmetic(.online, in: .binary32)
    try arithmetic.set("algorithm", to: "Exact")
    #expect(arithmetic.isExact && arithmetic.settings.algorithm == .online)
    try arithmetic.set("algorithm", to: "naive")
    #expect(!arithmetic.isExact && arithmetic.settings.algorithm == .naive)
  }

  @Test func `values are typed like any other number`() throws {
    var arithmetic = Arithmetic.exact
    try arithmetic.set("mask_value", to: "-2^14")
    #expect(arithmetic.settings.maskValue == .number(-16384))
    try arithmetic.set("mask_value", to: "-inf")
    #expect(arithmetic.settings.maskValue == .minusInfinity)
    try arithmetic.set("log_guard", to: "epsilon 1e-12")
    #expect(arithmetic.settings.logGuard == .epsilon(1e-12))
    try arithmetic.set("log_guard", to: "none")
    #expect(arithmetic.settings.logGuard == .none)
  }

  @Test(arguments: [("4", 4), ("1e18", 1_000_000_000_000_000_000), ("9223372036854775807", .max)])
  func `a block may be longer than any row`(text: String, length: Int) throws {
    var document = Document.flowers
    try document.arithmetic.set("algorithm", to: "online")
    try document.arithmetic.set("block", to: text)
    #expect(document.arithmetic.settings.blockLength == length)
    var state = ExplorerState(document: document, lens: .numerics)
    state.type(";;;;}")
    #expect(state.display.numerics.part == .online && state.display.numerics.block == 0)
  }

  static let refused: [(String, String, String)] = [
    ("format", "e0m3", "A format needs 2 to 11 exponent bits, not 0."),
    ("format", "e20m99", "A format needs 2 to 11 exponent bits, not 20."),
    ("format", "e5m0", "A format needs 1 to 52 significand bits, not 0."),
    ("algorithm", "best", "There is no algorithm 'best'"),
    ("block", "-1", "A block is a whole number of logits, 1 or more."),
    ("block", "1.5", "A block is a whole number of logits, 1 or more."),
    ("block", "1e30", "A block of 1e30 logits is longer than any row."),
    ("sum", "fast", "It is one of: left-to-right, pairwise, kahan; not 'fast'."),
    ("mask_value", "nan", "A mask is a number, -inf or lowest."),
    ("log_guard", "epsilon -1", "ε is a finite number, 0 or more."),
    ("log_guard", "floor 1", "A floor of log p is a number, 0 or less."),
    ("log_guard", "epsilon", "A guard is none, epsilon and a number, or floor and a number."),
  ]

  @Test(arguments: refused) func `what it cannot be is said in a sentence`(
    key: String, text: String, sentence: String
  ) {
    var arithmetic = Arithmetic.exact
    do throws(Refusal) {
      try arithmetic.set(key, to: text)
      Issue.record("\(key) took \(text)")
    } catch {
      #expect(error.sentence.hasPrefix(sentence), "\(error.sentence)")
    }
    #expect(arithmetic == .exact)
  }
}
