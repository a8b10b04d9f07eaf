import Testing

@testable import LogitExplorer

@Suite struct NumericsDisplayTests {
  @Test func `parts, results and sweeps go round`() {
    var display = NumericsDisplay()
    for _ in NumericsPart.allCases { display.reduce(.cyclePart(by: 1)) }
    #expect(display == NumericsDisplay())
    display.reduce(.cyclePart(by: -1))
    #expect(display.part == NumericsPart.allCases.last)
    for _ in NumericsResult.allCases { display.reduce(.cycleResult) }
    for _ in NumericsSweep.allCases { display.reduce(.cycleSweep) }
    #expect(display.result == NumericsDisplay().result && display.sweep == .offset)
    display.reduce(.cyclePart(by: .max))
    display.reduce(.setResult(.entropy))
    #expect(display.result == .entropy)
  }

  @Test func `every part names commands that exist`() {
    for part in NumericsPart.allCases {
      #expect(part.commands.allSatisfy { Command.byID[$0] != nil }, "\(part)")
      #expect(part.title.first?.isUppercase == true)
    }
  }
}
