import LogitKernel
import Testing

@Suite struct QuantityKindTests {
  private func quantity(_ kind: Quantity.Kind) -> Quantity? {
    Quantity(kind, at: 1, target: .index(0), weight: 0.25, other: LogitRow([1, 2]))
  }

  @Test(arguments: Quantity.Kind.allCases)
  func `a kind makes a quantity of itself, with its class and its operand`(kind: Quantity.Kind) {
    let quantity = quantity(kind)
    #expect(quantity?.kind == kind)
    #expect(quantity?.index == (kind.scope == .row ? nil : 1))
    #expect(quantity?.symbol == kind.symbol && quantity?.isInNats == kind.isInNats)
    #expect((Quantity(kind, at: 1) == nil) == (kind.operand != .nothing))
  }

  @Test func `every name is another`() {
    let kinds = Quantity.Kind.allCases
    #expect(Set(kinds.map(\.function)).count == kinds.count)
    #expect(Set(kinds.map(\.symbol)).count == kinds.count)
  }

  @Test(arguments: Quantity.Kind.allCases)
  func `both arithmetics have it, and binary64 is within a few ulps of the truth`(
    kind: Quantity.Kind
  ) throws {
    let logits = [0.75, 0.5, 0.125]
    let row = LogitRow(logits)
    let run = EmulatedRow(
      logits, settings: EmulationSettings(storage: .binary64, algorithm: .shifted))
    let quantity = try #require(
      Quantity(kind, at: 1, target: .index(0), weight: 0.25, other: LogitRow([1, 2, 3])))
    let (truth, value) = (quantity.exact(of: row), quantity.emulated(in: run).value)
    #expect(abs(value - truth) <= 16 * max(truth.magnitude, 0.1).ulp, "\(truth) \(value)")
    let error = quantity.error(of: value, row: row, truth: truth, in: .binary64)
    #expect(error <= 64, "\(error)")
  }
}
