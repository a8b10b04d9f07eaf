import LogitExplorer
import LogitKernel
import Testing

@Suite struct TraceFaultWordsTests {
  private func sentence(
    _ logits: [Double], _ algorithm: Algorithm, _ format: NumberFormat, temperature: Double = 1,
    watching index: Int = 0
  ) -> String? {
    EmulatedRow(
      logits, temperature: temperature,
      settings: EmulationSettings(storage: format, algorithm: algorithm)
    ).fault(watching: index)?.sentence
  }

  @Test func `overflows say above what, and what to do`() {
    #expect(
      sentence([100], .naive, .binary16)
        == "exp(100) overflows binary16 above 11.09; subtract the maximum first.")
    #expect(
      sentence([20, 10], .shifted, .binary16, temperature: 0x1p-12)
        == "20 ÷ 0.00024 overflows binary16 above 65504; "
        + "subtract the maximum first, then divide by the temperature.")
    #expect(sentence([1e9], .shifted, .binary16)?.contains("scale the logits") == true)
  }

  @Test func `a NaN says where it comes from`() {
    #expect(
      sentence([-1000, -1001], .naive, .binary32)
        == "0 ÷ 0 is NaN: every exponential is 0; subtract the maximum first.")
    #expect(
      sentence([-.infinity, -.infinity], .shifted, .binary32)
        == "-inf - -inf is NaN: everything so far is masked; "
        + "decide what a row with nothing left gives.")
    #expect(sentence([.infinity, 0], .fused, .binary32)?.contains("case of its own") == true)
  }

  @Test func `absorption says that no digit is left`() {
    let zeros = [Double](repeating: 0, count: 300)
    #expect(
      sentence(zeros, .shifted, .bfloat16)
        == "256 + 1 changes nothing: bfloat16 has no digit left for it; "
        + "sum in a wider accumulator, pairwise, or keep the maxima apart.")
    #expect(
      sentence([1e8, 1e8], .fusedOtherAssociation, .binary32)?.contains("keep the small") == true)
  }

  @Test func `a sum is blamed on the accumulator's format`() {
    var settings = EmulationSettings(storage: .binary32, accumulator: .bfloat16)
    settings.algorithm = .shifted
    let run = EmulatedRow([Double](repeating: 0, count: 300), settings: settings)
    #expect(run.fault(watching: 0)?.sentence.contains("bfloat16 has no digit left") == true)
  }

  @Test func `what rounding did is told with the numbers`() {
    #expect(
      sentence([10_000_000, 10_000_000.25, 10_000_000.5], .shifted, .binary32)
        == "10000000.5 is stored as 10000000 in binary32; "
        + "subtract the maximum before storing, or use a wider format.")
    #expect(
      sentence([100, 99.3], .shifted, .binary64, temperature: 0.07, watching: 1)?
        .contains("exp amplifies what is lost; subtract the maximum first, then") == true)
  }

  private func masked(
    _ logits: [Double], with value: EmulationSettings.MaskValue, _ format: NumberFormat
  ) -> String? {
    var settings = EmulationSettings(storage: format, algorithm: .shifted)
    settings.maskValue = value
    return EmulatedRow(logits, settings: settings).fault(watching: 0)?.sentence
  }

  @Test func `a mask that leaks is cured by another mask`() {
    let cure = "mask with -inf itself (:mask-value -inf)."
    for logit in [-10001.0, -20000] {
      #expect(
        masked([logit, -.infinity], with: .number(-1e4), .binary32)
          == "masked with -10000, and a logit can be as low; " + cure)
    }
    #expect(masked([2, -.infinity], with: .number(-1e4), .binary32) == nil)
    #expect(masked([2, -.infinity], with: .number(-1e9), .binary16)?.hasSuffix(cure) == true)
    #expect(
      masked([2, -.infinity], with: .minusInfinity, .e4m3)?.contains(":mask-value lowest") == true)
    // A mask that holds is not to blame for what else goes wrong.
    #expect(
      masked(
        [10_000_000, 10_000_000.25, 10_000_000.5, -.infinity], with: .number(-1e4), .binary32)?
        .hasPrefix("10000000.5 is stored") == true)
  }

  @Test func `an exponential that vanishes names the logarithm that follows`() {
    #expect(
      sentence([0, -18], .shifted, .binary16, watching: 1)
        == "exp(-18) underflows to 0 in binary16, so log p = log 0; "
        + "form log p from the logits, as fused does.")
  }

  @Test func `every event has a word that fits beside a number`() {
    let words = TraceEvent.allCases.map(\.word)
    #expect(Set(words).count == words.count && words.allSatisfy { $0.count <= 14 })
    #expect(TraceEvent.invalid.word == "NaN born")
  }
}
