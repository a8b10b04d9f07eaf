import Testing

@testable import LogitExplorer

@Suite struct StepSeriesTests {
  @Test func `steps are 1, 2, 5 and 10`() {
    #expect(StepSeries.logitStep(after: 0.1, by: 1) == 0.2)
    #expect(StepSeries.logitStep(after: 0.2, by: 1) == 0.5)
    #expect(StepSeries.logitStep(after: 0.5, by: 1) == 1)
    #expect(StepSeries.logitStep(after: 0.1, by: -1) == 0.05)
    #expect(StepSeries.logitStep(after: 0.3, by: 1) == 0.5)
    #expect(StepSeries.logitStep(after: 0.3, by: -1) == 0.2)
    #expect(StepSeries.logitStep(after: 0.1, by: .min) == 1e-12)
    #expect(StepSeries.logitStep(after: 0.1, by: .max) == 5e12)
  }

  @Test func `temperatures go round through 1 and back, from 0 to infinity`() {
    var (t, seen) = (1.0, [1.0])
    for _ in 0..<100 {
      t = StepSeries.temperature(after: t, up: true)
      if seen.last != t { seen.append(t) }
    }
    #expect(seen.last == .infinity && seen.contains(2) && seen.contains(4) && seen.contains(1e4))
    for _ in 0..<200 { t = StepSeries.temperature(after: t, up: false) }
    #expect(t == 0)
    #expect(StepSeries.temperature(after: 0, up: true) == 1e-4)
    #expect(StepSeries.temperature(after: 1, up: false) == 0.8)
    #expect(StepSeries.temperature(after: -1, up: true) == -1.25)
    #expect(StepSeries.temperature(after: .nan, up: true) == 1)
  }
}
