import TestSupport
import Testing

@testable import LogitKernel

#if DEBUG
/// Costs are counted, not timed: twice linear growth is a failure.
@Suite struct CostTests {
  /// Rows of all kinds that have been slow: ties in every class, a confident winner, masks.
  enum Kind: CaseIterable {
    case random, tied, confident, masked, near

    func logits(_ count: Int) -> [Double] {
      var bits = SeededBits(state: 9)
      let random = (0..<count).map { _ in Double(bits.next() >> 11) * 0x1p-50 - 4 }
      switch self {
      case .random: return random
      case .near: return random.map { $0 + 1e-9 }
      case .tied: return [5000] + random.dropFirst().map { $0.rounded() + 0x1p-41 }
      case .confident: return [1000] + random.dropFirst()
      case .masked: return random.map { _ in -.infinity }
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func `every exact quantity of every class is linear`(kind: Kind) {
    func readings(of row: LogitRow) -> [(String, (Int) -> Void)] {
      let soft = LossTarget.distribution(row.logits.map { _ in 1 / 3 }, labelSmoothing: 0.1)
      return [
        ("probability", { _ = row.probability(at: $0) }),
        ("complement", { _ = row.complement(at: $0) }),
        ("log probability", { _ = row.logProbability(at: $0) }),
        ("odds", { _ = row.odds(at: $0) }), ("log odds", { _ = row.logOdds(at: $0) }),
        ("gradient", { _ = row.crossEntropyGradient(soft, at: $0) }),
        ("error", { _ = row.ulpError(of: 0.1, for: .logProbability($0), in: .binary16) }),
        ("shares", { _ in _ = row.hasOpenShares }),
      ]
    }
    expectLinear { count in
      let row = LogitRow(kind.logits(count), temperature: 1)
      return readings(of: row).map { name, read in (name, { row.logits.indices.forEach(read) }) }
    }
  }

  @Test(arguments: Kind.allCases)
  func `every exact quantity of a row is linear`(kind: Kind) {
    expectLinear { count in
      let logits = kind.logits(count)
      let other = LogitRow(Kind.random.logits(count))
      let target = LossTarget.index(1, labelSmoothing: 0.1)
      return [
        ("log-sum-exp", { _ = LogitRow(logits).logSumExp() }),
        ("entropy", { _ = LogitRow(logits).entropy() }),
        ("bits", { _ = LogitRow(logits).entropyInBits() }),
        ("perplexity", { _ = LogitRow(logits).perplexityLessOne() }),
        ("loss", { _ = LogitRow(logits).crossEntropy(target) }),
        ("excess", { _ = LogitRow(logits).excess(target) }),
        ("Brier score", { _ = LogitRow(logits).brierScore(target) }),
        ("gap", { _ = LogitRow(logits).probabilityGap() }),
        ("divergence", { _ = LogitRow(logits).klDivergence(to: other) }),
        ("entropy difference", { _ = LogitRow(logits).entropyDifference(from: other) }),
        (
          "probability differences",
          {
            let row = LogitRow(logits)
            for index in logits.indices {
              _ = row.probabilityDifference(at: index, from: other, baselineIndex: index)
            }
          }
        ),
      ]
    }
  }

  @Test(arguments: Quantity.Kind.allCases, [Kind.random, .confident, .masked])
  func `a quantity of every class is linear by both arithmetics`(
    quantity: Quantity.Kind, kind: Kind
  ) {
    expectLinear { count in
      let logits = kind.logits(count)
      let soft = LossTarget.distribution(logits.map { _ in 1 / 3 }, labelSmoothing: 0.1)
      let (other, settings) = (
        LogitRow(Kind.random.logits(count)),
        EmulationSettings(storage: .binary16, algorithm: .shifted)
      )
      let quantities = (quantity.scope == .row ? 0..<1 : logits.indices).compactMap {
        Quantity(quantity, at: $0, target: soft, weight: 0.5, other: other)
      }
      return [
        (
          "exact",
          {
            let row = LogitRow(logits)
            for quantity in quantities { _ = quantity.exact(of: row) }
          }
        ),
        (
          "emulated",
          {
            let run = EmulatedRow(logits, settings: settings)
            for quantity in quantities { _ = quantity.emulated(in: run) }
          }
        ),
      ]
    }
  }

  @Test(arguments: Algorithm.all, [Kind.random, .confident, .masked])
  func `every emulated quantity is linear`(algorithm: Algorithm, kind: Kind) {
    var settings = EmulationSettings(storage: .binary16, algorithm: algorithm)
    settings.maskedRow = .zeros
    expectLinear { [settings] count in
      let logits = kind.logits(count)
      let soft = LossTarget.distribution(logits.map { _ in 1 / 3 }, labelSmoothing: 0.1)
      let row = EmulatedRow(logits, settings: settings)
      let classes = logits.indices
      return [
        ("row", { _ = EmulatedRow(logits, settings: settings) }),
        ("probabilities", { for index in classes { _ = row.probability(at: index) } }),
        ("logarithms", { for index in classes { _ = row.logProbability(at: index) } }),
        ("gradient", { for index in classes { _ = row.crossEntropyGradient(soft, at: index) } }),
        ("entropy", { _ = row.entropy }), ("sum", { _ = row.sumOfProbabilities }),
        ("loss", { _ = row.crossEntropy(soft) }), ("Brier", { _ = row.brierScore(soft) }),
        ("gap", { _ = row.probabilityGap }),
        ("fault", { _ = row.fault(watching: 1) }),
        ("divergence", { _ = row.klDivergence(to: row.by(.fused)) }),
      ]
    }
  }

  @Test func `fast arithmetic settles 999 of 1000 results on random rows`() {
    var bits = SeededBits(state: 77)
    var (settled, all) = (0, 0)
    for count in [2, 3, 10, 100, 1000] {
      let logits = (0..<count).map { _ in Double(bits.next() >> 11) * 0x1p-49 - 8 }
      let row = LogitRow(logits, temperature: 1.3)
      var readouts: [RowValue] = [
        .logSumExp, .sumOfExponentials, .shiftedSum, .entropy, .entropyInBits, .perplexity,
        .perplexityLessOne, .crossEntropy(row.weights(of: .index(1, labelSmoothing: 0.1))),
      ]
      for index in logits.indices {
        readouts += [.probability(index), .complement(index), .logProbability(index)]
        readouts += [.odds(index), .logOdds(index)]
        readouts.append(.crossEntropyGradient(row.weights(of: .index(0)), index))
      }
      all += readouts.count
      settled += readouts.count { row.sums.value(of: $0).rounded(to: .binary64) != nil }
    }
    #expect(all > 6000 && settled * 1000 >= all * 999, "\(settled) of \(all)")
  }

  /// Counts at 512 classes and at eight times as many.
  private func expectLinear(_ work: (Int) -> [(name: String, run: () -> Void)]) {
    for (short, long) in zip(work(512), work(4096)) {
      let (few, many) = (
        OperationCount.counting(short.run), OperationCount.counting(long.run)
      )
      #expect(many <= 16 * max(few, 64), "\(short.name): \(few) operations, then \(many)")
    }
  }
}
#endif
