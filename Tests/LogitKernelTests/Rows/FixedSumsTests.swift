import BigInt
import TestSupport
import Testing

@testable import LogitKernel

@Suite struct FixedSumsTests {
  /// Rows that fixed point finds hard: logits, their temperature, and the same of another row.
  enum Case: CaseIterable {
    case random, wide, vast, tied, subnormal, huge, reversed, cold, hot, masked, alone, overflowing

    func logits(_ seed: UInt64) -> [Double] {
      var bits = SeededBits(state: seed)
      let random = (0..<40).map { _ in Double(bits.next() >> 11) * 0x1p-53 - 0.5 }
      switch self {
      case .random, .reversed, .cold, .hot: return random
      case .wide: return random.map { $0 * 1400 }
      case .vast: return random.map { $0 * 1e6 } + [-1e300, -0x1p1000]
      case .tied: return random.map { ($0 * 3).rounded() }
      case .subnormal: return random.map { ($0 * 1000).rounded() * 0x1p-1074 }
      case .huge: return random.map { $0 * 1e308 }
      case .masked: return random + [-.infinity, .infinity, -3.4e38, -1e9, -.infinity]
      case .alone: return [1.5, -.infinity, 2]
      case .overflowing: return random.map { 2 * $0 * .greatestFiniteMagnitude }
      }
    }

    var temperature: Double {
      switch self {
      case .reversed: -0.7
      case .cold: 0x1p-1070
      case .hot: .greatestFiniteMagnitude
      case .huge, .overflowing: 1e307
      case .subnormal: 0x1p-1073
      default: 1.3
      }
    }
  }

  private func distances(_ logits: [Double], _ temperature: Double) -> Distances {
    let keys = logits.filter(\.isFinite).map { temperature < 0 ? -$0 : $0 }
    return Distances(
      values: logits, isReversed: temperature < 0, base: keys.max() ?? 0,
      divisor: temperature.magnitude)
  }

  /// The same sums with an exponential per class.
  private func sums(
    of terms: Distances, times factors: Distances, precision: Int
  ) -> (weights: BigEnclosure, moments: BigEnclosure) {
    var sums = (
      weights: BigEnclosure(0, precision: precision), moments: BigEnclosure(0, precision: precision)
    )
    for offset in terms.values.indices
    where terms.logit(offset).isFinite && factors.logit(offset).isFinite {
      let term = RowSums<BigEnclosure>.quotient(
        terms.logit(offset), minus: terms.base, of: terms.divisor, precision: precision
      ).exponential()
      let factor = RowSums<BigEnclosure>.quotient(
        factors.base, minus: factors.logit(offset), of: factors.divisor, precision: precision)
      sums.weights = sums.weights + term
      sums.moments = sums.moments + term * factor
    }
    return sums
  }

  @Test(arguments: Case.allCases, [80, 160, 640])
  func `the bounds hold the sums with an exponential per class`(kind: Case, precision: Int) {
    let terms = distances(kind.logits(5).filter { $0 < .infinity }, kind.temperature)
    let fixed = FixedSums(of: terms, times: terms, precision: precision)
    let long = sums(of: terms, times: terms, precision: precision + 200)
    expect(fixed.weights, holds: long.weights, precision: precision)
    expect(fixed.moments, holds: long.moments, precision: precision)
  }

  @Test(arguments: [Case.random, .vast, .cold, .masked], Case.allCases)
  func `the factors may be those of another row`(kind: Case, other: Case) {
    let (mine, theirs) = (kind.logits(5), other.logits(6))
    let both = zip(mine, theirs).filter { $0.isFinite && $1.isFinite }
    let terms = distances(both.map(\.0), kind.temperature)
    let factors = distances(both.map(\.1), other.temperature)
    let fixed = FixedSums(of: terms, times: factors, precision: 160)
    let long = sums(of: terms, times: factors, precision: 400)
    expect(fixed.weights, holds: long.weights, precision: 160)
    expect(fixed.moments, holds: long.moments)
  }

  private func expect(_ fixed: BigEnclosure, holds long: BigEnclosure, precision: Int? = nil) {
    #expect(!(long.low < fixed.low) && !(fixed.high < long.high), "\(fixed) does not hold \(long)")
    guard let precision else { return }
    let size = max(0, long.high.isZero ? 0 : long.high.upperExponent)
    let width = fixed.high - fixed.low
    #expect(width.isZero || width.upperExponent <= size + 4 - precision, "\(fixed)")
  }

  @Test func `only classes below the threshold take part`() {
    let terms = Distances(
      values: [3, 1, 0, -.infinity, 1, 2], isReversed: false, base: 1, divisor: 2)
    let fixed = FixedSums(of: terms, times: terms, below: 2, precision: 160)
    let expected = FixedSums(
      of: Distances(values: [1, 0, 1], isReversed: false, base: 1, divisor: 2),
      times: Distances(values: [1, 0, 1], isReversed: false, base: 1, divisor: 2), precision: 160)
    #expect(fixed.weights.nearest.approximation == expected.weights.nearest.approximation)
    #expect(fixed.moments.nearest.approximation == expected.moments.nearest.approximation)
    #expect(
      fixed.moments.nearest.approximation < 0.3033 && fixed.moments.nearest.approximation > 0.3032)
  }

  @Test func `what equals the base is counted exactly`() {
    let terms = Distances(values: [2, 2, 2], isReversed: false, base: 2, divisor: 0.1)
    let fixed = FixedSums(of: terms, times: terms, precision: 160)
    #expect(fixed.weights.isExact && fixed.weights.nearest.approximation == 3)
    #expect(fixed.moments.isZero)
  }
}
