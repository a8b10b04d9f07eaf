import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ErrorSweepTests {
  private func sweep(
    _ kind: NumericsSweep, _ logits: [Double] = [2, 1, 0.1], in format: NumberFormat = .binary16,
    _ quantity: Quantity = .probability(0)
  ) -> ErrorSweep {
    ErrorSweep(
      kind, row: LogitRow(logits), quantity: quantity,
      settings: EmulationSettings(storage: format))
  }

  @Test func `positions ascend, and each algorithm has an error at each`() {
    for kind in NumericsSweep.allCases {
      let sweep = sweep(kind)
      #expect(zip(sweep.positions, sweep.positions.dropFirst()).allSatisfy { $0 < $1 })
      #expect(sweep.errors.count == sweep.algorithms.count)
      for errors in sweep.errors {
        #expect(errors.count == sweep.positions.count && errors.allSatisfy { $0 >= 0.5 })
      }
      #expect(!kind.title.isEmpty)
    }
  }

  @Test func `naive breaks where exp overflows, and a shift does not`() throws {
    let sweep = sweep(.offset)
    let naive = try #require(sweep.algorithms.firstIndex(of: .naive))
    let shifted = try #require(sweep.algorithms.firstIndex(of: .shifted))
    let breakdown = try #require(sweep.breakdown(of: naive))
    // 2 + the offset passes 11.09; positions stand some tenths apart.
    #expect((9.09...12).contains(breakdown))
    #expect(sweep.breakdown(of: shifted) == nil)
  }

  @Test func `a long row is swept at fewer places`() {
    let long = sweep(.scale, Array(repeating: 1, count: 1000))
    #expect(long.positions.count < sweep(.scale).positions.count && long.positions.count >= 12)
  }

  @Test func `a row of what is not finite is swept without a trap`() {
    for logits in [[Double.nan, 1], [.infinity, 0], [-.infinity, -.infinity], [1e308, -1e308]] {
      for kind in NumericsSweep.allCases {
        #expect(sweep(kind, logits, in: .binary64).errors.count == Algorithm.all.count)
      }
    }
  }
}
