import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct NumericsDisplayTests {
  @Test func `parts, results and sweeps go round`() {
    var state = ExplorerState()
    for _ in NumericsPart.allCases { _ = state.reduce(.numerics(.cyclePart(by: 1))) }
    #expect(state.display.numerics == NumericsDisplay())
    _ = state.reduce(.numerics(.cyclePart(by: -1)))
    #expect(state.display.numerics.part == NumericsPart.allCases.last)
    for _ in Quantity.Kind.allCases { _ = state.reduce(.numerics(.cycleResult)) }
    for _ in NumericsSweep.allCases { _ = state.reduce(.numerics(.cycleSweep)) }
    #expect(
      state.display.numerics.result == NumericsDisplay().result
        && state.display.numerics.sweep == .offset)
    _ = state.reduce(.numerics(.cyclePart(by: .max)))
    _ = state.reduce(.numerics(.setResult(.entropy)))
    #expect(state.display.numerics.result == .entropy)
  }

  @Test func `every part names commands that exist`() {
    for part in NumericsPart.allCases {
      #expect(part.commands.allSatisfy { Command.byID[$0] != nil }, "\(part)")
      #expect(part.title.first?.isUppercase == true)
    }
  }
}
