internal import Synchronization

/// A row of logits at one temperature, and every number that softmax makes of it.
///
/// ```
/// z = x/T,   p = e^z / Σ e^z
/// ```
/// Each result is the true value for exactly these logits and this temperature, rounded once, to
/// nearest even, into the format asked for. Nothing is rounded on the way: not x/T, not x − max x,
/// not the sum. Making a row costs one pass over the logits; its numbers are computed when asked
/// for.
///
/// Special values, decided for each element:
/// - A NaN logit or temperature makes every result NaN.
/// - A logit −∞ is a mask: p = 0, ln p = −∞, and no part in any sum.
/// - One logit +∞ has p = 1 and all others 0. Of several, each has p NaN and all others 0.
/// - All −∞: NaN. One class alone: p = 1 whatever its logit, unless that is NaN.
/// - T = 0 is the limit from above: equal shares among the maxima. T = ±∞: equal shares among the
///   finite logits. T < 0 reverses the order: z = (−x)/(−T).
///
/// Zeros are +0. In a format without infinities, NaN wherever this says infinity.
public struct LogitRow: Sendable {
  /// Shared by all copies, so that each sum is formed once.
  let parts: Parts

  final class Parts: Sendable {
    let resolved: ResolvedRow
    let sums: RowSums<FastEnclosure>
    private let madeLater = Mutex<Later?>(nil)

    init(_ resolved: ResolvedRow) {
      self.resolved = resolved
      sums = RowSums(resolved)
    }

    /// What most rows never need, and what is made of it once.
    var later: Later {
      madeLater.withLock { made in
        let later = made ?? Later()
        made = later
        return later
      }
    }
  }

  final class Later: Sendable {
    let longSums = Memo<Int, RowSums<BigEnclosure>>(limit: 8)
    let lossWeights = Memo<LossTarget, LossWeights>(limit: 1)
    let crossEntropies = Memo<LossQuestion, Double>(limit: 2)
    let brierSums = Memo<LossTarget, BrierSums>(limit: 1)
    let spread = Memo<Bool, RowSpread>(limit: 1)
    let bins = Memo<Bool, RowBins?>(limit: 1)
    let fewest = Memo<Int, Int>(limit: 4)
    let nearRow = Mutex<NearRow?>(nil)
  }

  /// A row of any length, with any values.
  ///
  /// - Complexity: O(*n*).
  public init(_ logits: [Double], temperature: Double = 1) {
    self.init(Logits(logits), temperature: temperature)
  }

  /// The same for logits of which most are perhaps known from another row.
  ///
  /// - Complexity: O(*n*), or that of the pieces that no row of this temperature has had, and a few
  ///   steps for each of the others.
  public init(_ logits: Logits, temperature: Double = 1) {
    parts = Parts(ResolvedRow(logits, temperature: temperature))
  }

  var resolved: ResolvedRow { parts.resolved }
  var sums: RowSums<FastEnclosure> { parts.sums }

  /// The sums in long arithmetic: at the least precision as many bits as `sums` has.
  func longSums(precision: Int) -> RowSums<BigEnclosure> {
    parts.later.longSums.value(for: precision) {
      let known = precision <= 80 ? RowSums(sums, precision: precision) : nil
      return known ?? RowSums(anew: resolved, precision: precision)
    }
  }

  /// A target's weights for this row; those asked for last are kept.
  func weights(of target: LossTarget) -> LossWeights {
    parts.later.lossWeights.value(for: target) { LossWeights(target, count: count) }
  }

  /// The logits as given.
  public var logits: Logits { resolved.logits }

  /// What divides the logits.
  public var temperature: Double { resolved.temperature }

  /// The number of classes.
  public var count: Int { resolved.count }

  /// A value that is neither infinite nor NaN, rounded once.
  func round(_ wanted: RowValue, to format: NumberFormat) -> Double {
    sums.value(of: wanted).rounded(to: format)
      ?? RowFormula(row: self, wanted: wanted).refined(to: format)
  }
}

extension LogitRow: Equatable {
  /// Whether logits and temperature agree bit for bit; a NaN equals itself.
  ///
  /// - Complexity: O(*n*).
  public static func == (a: LogitRow, b: LogitRow) -> Bool {
    a.temperature.bitPattern == b.temperature.bitPattern && a.logits == b.logits
  }
}

/// A value of a row.
struct RowFormula: Formula {
  let row: LogitRow
  let wanted: RowValue

  func value<E: Enclosure>(_ type: E.Type, precision: Int) -> E {
    E.sums(of: row, precision: precision).value(of: wanted)
  }
}

extension LogitRow {
  /// The probability of a class, pᵢ = e^zᵢ / Σ e^z.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func probability(at index: Int, in format: NumberFormat = .binary64) -> Double {
    let logit = resolved.effectiveLogit(index)
    guard logit.isFinite else { return logit.isNaN ? .nan : 0 }
    return round(.probability(index), to: format)
  }

  /// The probability of all other classes, 1 − pᵢ, without cancellation.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func complement(at index: Int, in format: NumberFormat = .binary64) -> Double {
    let logit = resolved.effectiveLogit(index)
    guard logit.isFinite else { return logit.isNaN ? .nan : format.round(1) }
    return isCertain(index) ? 0 : round(.complement(index), to: format)
  }

  /// The natural logarithm of a probability, zᵢ − ln Σ e^z, in nats.
  ///
  /// It keeps its full precision where p rounds to 0 or to 1.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func logProbability(at index: Int, in format: NumberFormat = .binary64) -> Double {
    let logit = resolved.effectiveLogit(index)
    guard logit.isFinite else { return logit.isNaN ? .nan : format.round(-.infinity) }
    return round(.logProbability(index), to: format)
  }

  /// The odds of a class against the rest, pᵢ/(1 − pᵢ); infinite for p = 1.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func odds(at index: Int, in format: NumberFormat = .binary64) -> Double {
    let logit = resolved.effectiveLogit(index)
    guard logit.isFinite else { return logit.isNaN ? .nan : 0 }
    return isCertain(index) ? format.round(.infinity) : round(.odds(index), to: format)
  }

  /// The natural logarithm of the odds, ln p − ln(1 − p); infinite for p = 0 and p = 1.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func logOdds(at index: Int, in format: NumberFormat = .binary64) -> Double {
    let logit = resolved.effectiveLogit(index)
    if logit.isNaN { return .nan }
    if logit.isInfinite { return format.round(-.infinity) }
    return isCertain(index) ? format.round(.infinity) : round(.logOdds(index), to: format)
  }

  /// Whether a class with a finite effective logit is the only one.
  private func isCertain(_ index: Int) -> Bool {
    resolved.bestCount == 1 && resolved.secondCount == 0
  }

  /// ln Σ e^z, in nats; −∞ for an empty row, and the limits named above at T = 0 and T = ±∞.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func logSumExp(in format: NumberFormat = .binary64) -> Double {
    switch resolved.kind {
    case .poisoned: .nan
    case .empty, .masked: format.round(-.infinity)
    case .contested, .crowned: format.round(resolved.peak)
    case .frozen where resolved.peak != 0: format.round(resolved.peak * .infinity)
    case .weighed, .frozen, .uniform: round(.logSumExp, to: format)
    }
  }

  /// Σ e^z, the denominator of softmax as the textbook writes it; it may overflow or underflow.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func sumOfExponentials(in format: NumberFormat = .binary64) -> Double {
    switch resolved.kind {
    case .poisoned: .nan
    case .empty, .masked: 0
    case .contested, .crowned: resolved.peak > 0 ? format.round(.infinity) : 0
    case .frozen where resolved.peak != 0: resolved.peak > 0 ? format.round(.infinity) : 0
    case .weighed, .frozen, .uniform: round(.sumOfExponentials, to: format)
    }
  }

  /// Σ e^z − 1, which distinguishes a sum of 1 from one that only rounds to 1.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func sumOfExponentialsLessOne(in format: NumberFormat = .binary64) -> Double {
    guard resolved.kind == .weighed else { return format.round(sumOfExponentials() - 1) }
    return round(.sumOfExponentialsLessOne, to: format)
  }

  /// Σ e^(z − max z), at least 1: the denominator of softmax with the greatest z taken out.
  ///
  /// NaN where there is no distribution.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func shiftedSum(in format: NumberFormat = .binary64) -> Double {
    hasDistribution ? round(.shiftedSum, to: format) : .nan
  }

  /// Σ e^(z − max z) − 1, the share of that sum of all classes but one of the greatest.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func shiftedSumLessOne(in format: NumberFormat = .binary64) -> Double {
    hasDistribution ? round(.shiftedSumLessOne, to: format) : .nan
  }

  /// e^zᵢ, the numerator of softmax as the textbook writes it; it may overflow or underflow.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func exponential(at index: Int, in format: NumberFormat = .binary64) -> Double {
    LogitKernel.exponential(logits[index], temperature: temperature, in: format)
  }

  /// The entropy −Σ p ln p, in nats; NaN for an empty row.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func entropy(in format: NumberFormat = .binary64) -> Double {
    hasDistribution ? round(.entropy, to: format) : .nan
  }

  /// The entropy −Σ p log₂ p, in bits; NaN for an empty row.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func entropyInBits(in format: NumberFormat = .binary64) -> Double {
    hasDistribution ? round(.entropyInBits, to: format) : .nan
  }

  /// The perplexity e^H, with the entropy H in nats: how many equal classes would be as uncertain.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func perplexity(in format: NumberFormat = .binary64) -> Double {
    hasDistribution ? round(.perplexity, to: format) : .nan
  }

  /// e^H − 1, without cancellation: how many equal classes there are besides the first.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func perplexityLessOne(in format: NumberFormat = .binary64) -> Double {
    hasDistribution ? round(.perplexityLessOne, to: format) : .nan
  }

  /// The logit with the greatest z; −∞ for an empty row.
  ///
  /// - Complexity: O(1).
  public var greatestLogit: Double { temperature < 0 ? -resolved.peak : resolved.peak }

  /// The log-odds of the likeliest class, the greatest of all; NaN where there is no distribution.
  ///
  /// - Complexity: that of `likeliest`.
  public func greatestLogOdds(in format: NumberFormat = .binary64) -> Double {
    likeliest.map { logOdds(at: $0, in: format) } ?? .nan
  }

  /// The first class with the greatest probability; `nil` where there is no distribution.
  ///
  /// - Complexity: a piece of the logits, and their number.
  public var likeliest: Int? { resolved.likeliest }

  /// Whether at least two classes have a share each, however small.
  ///
  /// - Complexity: O(1).
  public var hasOpenShares: Bool {
    resolved.kind == .weighed && resolved.bestCount + resolved.secondCount > 1
  }

  /// Whether every probability is defined.
  var hasDistribution: Bool {
    switch resolved.kind {
    case .empty, .poisoned, .masked, .contested: false
    case .weighed, .frozen, .uniform, .crowned: true
    }
  }

  /// How far the greatest z lies above the second greatest, in nats; 0 for a tie.
  ///
  /// Special values: NaN for fewer than two classes, for all −∞ and for several +∞; +∞ when the
  /// second is −∞ or only the first is +∞, and at T = 0 unless the best two tie.
  ///
  /// - Complexity: O(1); the first that needs more digits than fast sums have, O(*n*).
  public func gapBetweenBestTwo(in format: NumberFormat = .binary64) -> Double {
    guard count >= 2, hasDistribution else { return .nan }
    if resolved.bestCount > 1 { return 0 }
    guard resolved.kind == .weighed, resolved.secondCount > 0 else {
      return format.round(.infinity)
    }
    return Quotient(
      numerator: [resolved.best, -resolved.second], denominator: resolved.divisor
    ).rounded(to: format)
  }
}
