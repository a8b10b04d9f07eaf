import LogitKernel
import Testing

@Suite struct AlgorithmTests {
  @Test func `names are unique and found in either case`() {
    let names = Algorithm.all.map(\.name)
    #expect(Set(names).count == names.count && names.first == "naive")
    #expect(Algorithm.named("FUSED-other") == .fusedOtherAssociation)
    #expect(Algorithm.named("exact") == nil && Algorithm.named("") == nil)
  }

  @Test func `on a calm row in binary64 all of them agree to a few ulps`() {
    let logits = [0.5, -1, 2, 1.25]
    let exact = LogitRow(logits)
    for algorithm in Algorithm.all {
      let run = EmulatedRow(
        logits, settings: EmulationSettings(storage: .binary64, algorithm: algorithm))
      for index in logits.indices {
        for quantity in [Quantity.probability(index), .logProbability(index)] {
          #expect(
            exact.ulpError(of: quantity.emulated(in: run).value, for: quantity, in: .binary64) < 8)
        }
      }
    }
  }
}
