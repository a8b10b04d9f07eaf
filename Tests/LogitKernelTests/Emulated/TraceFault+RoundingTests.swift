import LogitKernel
import Testing

@Suite struct TraceFaultRoundingTests {
  private func fault(
    _ logits: [Double], _ format: NumberFormat, temperature: Double = 1, late: Bool = false,
    watching index: Int = 0
  ) -> TraceFault? {
    var settings = EmulationSettings(storage: format, algorithm: .shifted)
    settings.dividesAfterShift = late
    return EmulatedRow(logits, temperature: temperature, settings: settings)
      .fault(watching: index)
  }

  @Test func `logits that are stored as others are named`() {
    let fault = fault([10_000_000, 10_000_000.25, 10_000_000.5], .binary32)
    #expect(fault?.stage == .input && fault?.index == 2)
    #expect(fault?.cell.value == 10_000_000 && fault?.reason == .storedLogit(10_000_000.5))
    #expect(fault?.cure == .subtractMaximumBeforeStoring)
  }

  @Test func `a rounded quotient is named where a division after the shift would be right`() {
    let fault = fault([100, 99.3], .binary64, temperature: 0.07, watching: 1)
    #expect(fault?.stage == .scaled)
    #expect(fault?.reason == .roundedQuotient && fault?.cure == .subtractMaximumBeforeDividing)
    #expect(self.fault([100, 99.3], .binary64, temperature: 0.07, late: true, watching: 1) == nil)
  }

  @Test func `rounding is not blamed for what a sum absorbs`() {
    #expect(fault([0, -40], .binary64)?.cell.event == .absorbed)
  }
}
