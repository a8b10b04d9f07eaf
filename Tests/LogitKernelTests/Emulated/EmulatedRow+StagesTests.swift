import LogitKernel
import Testing

@Suite struct EmulatedRowStagesTests {
  private func names(
    _ algorithm: Algorithm, temperature: Double = 1, late: Bool = false
  ) -> [String] {
    var settings = EmulationSettings(storage: .binary32, algorithm: algorithm)
    settings.dividesAfterShift = late
    return EmulatedRow([1, 2], temperature: temperature, settings: settings).stages.map(\.name)
  }

  @Test func `there is a column for every stage that is formed, and no other`() {
    #expect(names(.naive) == ["x", "exp x", "Σ", "p", "log p"])
    #expect(names(.naive, temperature: 2) == ["x", "z=x/T", "exp z", "Σ", "p", "log p"])
    #expect(names(.shifted) == ["x", "x−m", "exp(x−m)", "Σ", "p", "log p"])
    #expect(
      names(.shifted, temperature: 2) == ["x", "z=x/T", "z−m", "exp(z−m)", "Σ", "p", "log p"])
    #expect(
      names(.shifted, temperature: 2, late: true) == ["x", "(x−m)/T", "exp(…)", "Σ", "p", "log p"])
    #expect(
      names(.naive, temperature: 2, late: true) == ["x", "z=x/T", "exp z", "Σ", "p", "log p"])
    #expect(names(.fused) == ["x", "x−m", "exp(x−m)", "Σ", "log p", "p"])
    #expect(names(.compensated).contains("Σ rest"))
  }

  @Test func `every stage has a cell for every class`() {
    for algorithm in Algorithm.all {
      let row = EmulatedRow(
        [1, 2, 2], temperature: 3,
        settings: EmulationSettings(storage: .binary16, algorithm: algorithm))
      for stage in row.stages {
        for index in 0..<3 { #expect(row.cell(stage.kind, at: index).value.isFinite) }
      }
      #expect(row.cell(.probability, at: 1) == row.probability(at: 1))
    }
  }

  @Test func `the steps of the whole row are named in their order`() {
    func steps(_ algorithm: Algorithm) -> [String] {
      EmulatedRow(
        [1, 2], settings: EmulationSettings(storage: .binary32, algorithm: algorithm)
      ).rowSteps.map(\.name)
    }
    #expect(steps(.naive) == ["Σ", "log Σ"])
    #expect(steps(.shifted) == ["m", "Σ", "log Σ", "logΣexp"])
    #expect(steps(.shiftedByMean).first == "mean")
    #expect(steps(.compensated) == ["m", "k", "k + Σ", "log k + log1p(Σ/k)", "logΣexp"])
  }
}
