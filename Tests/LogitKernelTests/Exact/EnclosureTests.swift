import Testing

@testable import LogitKernel

/// A formula whose value lies beside a tie by e^−`distance`.
private struct BesideTie: Formula {
  let distance: Double
  let isAbove: Bool

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    let trace = E(-distance, precision: precision).exponential()
    let tie = E(1, precision: precision) + E(0x1p-53, precision: precision)
    return isAbove ? tie + trace : tie - trace
  }
}

@Suite struct EnclosureTests {
  @Test func `however near a tie, the side decides`() {
    for distance in [40.0, 100, 1000, 5000, 100_000, 1e6] {
      #expect(BesideTie(distance: distance, isAbove: true).rounded(to: .binary64) == 1 + 0x1p-52)
      #expect(BesideTie(distance: distance, isAbove: false).rounded(to: .binary64) == 1)
    }
  }

  @Test func `the long way alone gives the same`() {
    let formula = BesideTie(distance: 200, isAbove: true)
    #expect(formula.refined(to: .binary64) == 1 + 0x1p-52)
    #expect(formula.refined(to: .e4m3) == 1)
  }
}
