import LogitKernel
import Testing

@Suite struct TraceFaultTests {
  private func fault(
    _ logits: [Double], _ algorithm: Algorithm, _ format: NumberFormat, temperature: Double = 1,
    watching index: Int? = 0
  ) -> TraceFault? {
    EmulatedRow(
      logits, temperature: temperature,
      settings: EmulationSettings(storage: format, algorithm: algorithm)
    ).fault(watching: index)
  }

  @Test func `nothing is said where nothing goes wrong`() {
    #expect(fault([1, 2, 3], .shifted, .binary32) == nil)
    #expect(fault([], .shifted, .binary32, watching: nil) == nil)
    #expect(fault([0, -.infinity], .fused, .binary32) == nil)
    #expect(fault([0, -.infinity], .shifted, .binary32, watching: 1) == nil)
  }

  @Test func `the first step that breaks is named, before those it breaks`() {
    let overflow = fault([1, 100, 200], .naive, .binary32)
    #expect(overflow?.stage == .exponential && overflow?.index == 1)
    #expect(overflow?.cell.event == .overflow)
    let sum = fault([11, 11], .naive, .binary16)
    #expect(sum?.stage == .partialSum && sum?.index == 1)
    let input = fault([0, 1e6], .naive, .binary16)
    #expect(input?.stage == .input && input?.index == 1)
  }

  @Test func `a logarithm of 0 is traced back to the exponential that vanished`() {
    let fault = fault([0, -18], .shifted, .binary16, watching: 1)
    #expect(fault?.stage == .exponential && fault?.index == 1)
    #expect(fault?.cell.event == .underflow)
  }

  @Test func `lost digits are a fault only where the watched result is off`() {
    #expect(self.fault([0, -40], .shifted, .binary64)?.cell.event == .absorbed)
    #expect(self.fault([0, -40], .shifted, .binary64, watching: 1) == nil)
    #expect(self.fault([0, -40], .compensated, .binary64) == nil)
  }

  @Test func `nothing is lost of what is nearer to 0 than the format has digits for`() {
    #expect(fault([100, 0], .shiftedByMean, .binary32) == nil)
    #expect(fault([0, -80], .shifted, .binary32)?.cell.event == .absorbed)
    // A result that is wrong by more than that is a fault still.
    #expect(fault([0, 17], .shifted, .binary32, watching: 1)?.cell.event == .absorbed)
  }

  @Test func `a step of the whole row has no class`() {
    let fault = fault([3e38, 3e38], .shiftedByMean, .binary32)
    #expect(fault?.stage == nil && fault?.index == nil && fault?.cell.event == .overflow)
  }
}
