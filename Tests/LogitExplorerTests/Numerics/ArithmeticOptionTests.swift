import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ArithmeticOptionTests {
  @Test func `a key has underscores, its word hyphens`() {
    #expect(ArithmeticOption.named("mask_value")?.word == "mask-value")
    #expect(ArithmeticOption.named("mask-value") == nil)
  }

  @Test func `a switch is on or off in several words`() throws {
    var arithmetic = Arithmetic.exact
    for text in ["on", "TRUE", "yes", "1"] {
      arithmetic.settings.storage.saturates = false
      try arithmetic.set("saturate", to: text)
      #expect(arithmetic.settings.storage.saturates)
    }
    for text in ["off", "False", "no", "0"] {
      arithmetic.settings.storage.saturates = true
      try arithmetic.set("saturate", to: text)
      #expect(!arithmetic.settings.storage.saturates)
    }
    #expect(throws: Refusal.self) { try arithmetic.set("saturate", to: "perhaps") }
  }

  @Test func `a refused setting changes nothing`() {
    for option in ArithmeticOption.catalog {
      var arithmetic = Arithmetic(.online, in: .bfloat16)
      #expect(throws: Refusal.self, "\(option.key)") {
        try option.set("no such thing", &arithmetic)
      }
      #expect(arithmetic == Arithmetic(.online, in: .bfloat16), "\(option.key)")
    }
  }
}
