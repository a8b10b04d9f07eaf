import Testing

@testable import LogitKernel

@Suite struct EmulationSettingsTests {
  @Test func `what stands for a mask is a number of the format`() {
    let half = NumberFormat.binary16
    #expect(EmulationSettings.MaskValue.minusInfinity.value(in: half) == -.infinity)
    #expect(EmulationSettings.MaskValue.lowestFinite.value(in: half) == -65504)
    #expect(EmulationSettings.MaskValue.number(-1e9).value(in: half) == -1e9)
    var settings = EmulationSettings(storage: half)
    settings.maskValue = .number(-1e9)
    #expect(EmulatedRow([-.infinity], settings: settings).inputs[0].value == -.infinity)
    settings.maskValue = .number(-1e4)
    #expect(EmulatedRow([-.infinity, 1], settings: settings).inputs[0].value == -10000)
  }

  @Test func `without an accumulator sums are formed in the storage format`() {
    #expect(EmulationSettings(storage: .e5m2).accumulatingFormat == .e5m2)
    #expect(
      EmulationSettings(storage: .e5m2, accumulator: .binary32).accumulatingFormat == .binary32)
  }

  @Test func `a true value is rounded without flushing`() {
    var format = NumberFormat.binary32
    format.flushesSubnormals = true
    #expect(format.round(1e-40) == 0)
    #expect(format.keepingSubnormals == .binary32)
  }
}
