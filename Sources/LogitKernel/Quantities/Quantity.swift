/// A number that a row of logits determines, with its operands: what the program computes.
///
/// A new one is a case here and in ``Kind``, its formula by both arithmetics, and its test.
public enum Quantity: Equatable, Sendable {
  /// The probability of a class.
  case probability(Int)
  /// The logarithm of the probability of a class.
  case logProbability(Int)
  /// The odds p/(1 − p) of a class.
  case odds(Int)
  /// The logarithm of the odds.
  case logOdds(Int)
  /// The probability of all other classes, 1 − p.
  case complement(Int)
  /// ln Σ e^z.
  case logSumExp
  /// The entropy, in nats.
  case entropy
  /// The entropy, in bits.
  case entropyInBits
  /// e to the entropy, the effective number of classes.
  case perplexity
  /// The sum of all probabilities, 1.
  case sumOfProbabilities
  /// How far the greatest z lies above the second.
  case margin
  /// How far the greatest probability lies above the second.
  case probabilityGap
  /// The cross-entropy of a target, in nats.
  case crossEntropy(LossTarget)
  /// The derivative of the cross-entropy with respect to a logit.
  case crossEntropyGradient(LossTarget, Int)
  /// The Brier score of a target, Σ (p − q)².
  case brierScore(LossTarget)
  /// The derivative of the Brier score with respect to a logit.
  case brierGradient(LossTarget, Int)
  /// The derivative of the margin with respect to a logit.
  case marginGradient(Int)
  /// The derivative of the probability gap with respect to a logit.
  case probabilityGapGradient(Int)
  /// KL(p‖q) from another row of as many classes, in nats.
  case divergence(LogitRow)
  /// KL(p‖p), log q formed as log-softmax: 0, if the two logarithms agree.
  case selfDivergence
  /// A function of one class's logit on its own.
  case logit(LogitFunction, Int)

  /// Whether it belongs to the whole row, to one class in it, or to one logit on its own.
  public var scope: Scope { kind.scope }

  /// The class it is of, counted from 0; nil for a number of the whole row.
  public var index: Int? {
    switch self {
    case .probability(let index), .logProbability(let index), .odds(let index),
      .logOdds(let index), .complement(let index), .crossEntropyGradient(_, let index),
      .brierGradient(_, let index), .marginGradient(let index),
      .probabilityGapGradient(let index), .logit(_, let index):
      index
    case .logSumExp, .entropy, .entropyInBits, .perplexity, .sumOfProbabilities, .margin,
      .probabilityGap, .crossEntropy,
      .brierScore, .divergence, .selfDivergence:
      nil
    }
  }

  /// How it is written, without its class.
  public var symbol: String {
    if case .selfDivergence = self { "KL(p‖p)" } else { kind.symbol }
  }

  /// Whether it is counted in nats; all others are pure numbers.
  public var isInNats: Bool { kind.isInNats }

  /// The true value, rounded once.
  ///
  /// - Complexity: O(1) for a class or a logit once its row is made, and what its classes share;
  ///   O(*n*) for a loss or a divergence.
  public func exact(of row: LogitRow, in format: NumberFormat = .binary64) -> Double {
    switch self {
    case .probability(let index): row.probability(at: index, in: format)
    case .logProbability(let index): row.logProbability(at: index, in: format)
    case .odds(let index): row.odds(at: index, in: format)
    case .logOdds(let index): row.logOdds(at: index, in: format)
    case .complement(let index): row.complement(at: index, in: format)
    case .logSumExp: row.logSumExp(in: format)
    case .entropy: row.entropy(in: format)
    case .entropyInBits: row.entropyInBits(in: format)
    case .perplexity: row.perplexity(in: format)
    case .sumOfProbabilities: row.hasDistribution ? format.round(1) : .nan
    case .margin: row.gapBetweenBestTwo(in: format)
    case .probabilityGap: row.probabilityGap(in: format)
    case .crossEntropy(let target): row.crossEntropy(target, in: format)
    case .crossEntropyGradient(let target, let index):
      row.crossEntropyGradient(target, at: index, in: format)
    case .brierScore(let target): row.brierScore(target, in: format)
    case .brierGradient(let target, let index): row.brierGradient(target, at: index, in: format)
    case .marginGradient(let index): row.marginGradient(at: index, in: format)
    case .probabilityGapGradient(let index): row.probabilityGapGradient(at: index, in: format)
    case .divergence(let other): row.klDivergence(to: other, in: format)
    case .selfDivergence: row.klDivergence(to: row, in: format)
    case .logit(let function, let index):
      function.exact(row.logits[index], temperature: row.temperature, in: format)
    }
  }

  /// What a computation gives, and what happened in its last step.
  ///
  /// - Complexity: O(1) for a class or a logit, once what its classes share is formed; O(*n*) for all
  ///   others.
  public func emulated(in run: EmulatedRow) -> TraceCell {
    switch self {
    case .probability(let index): run.probability(at: index)
    case .logProbability(let index): run.logProbability(at: index)
    case .odds(let index): run.odds(at: index)
    case .logOdds(let index): run.logOdds(at: index)
    case .complement(let index): run.complement(at: index)
    case .logSumExp: run.logSumExp
    case .entropy: run.entropy
    case .entropyInBits: run.entropyInBits
    case .perplexity: run.perplexity
    case .sumOfProbabilities: run.sumOfProbabilities
    case .margin: run.margin
    case .probabilityGap: run.probabilityGap
    case .crossEntropy(let target): run.crossEntropy(target)
    case .crossEntropyGradient(let target, let index): run.crossEntropyGradient(target, at: index)
    case .brierScore(let target): run.brierScore(target)
    case .brierGradient(let target, let index): run.brierGradient(target, at: index)
    case .marginGradient(let index): run.marginGradient(at: index)
    case .probabilityGapGradient(let index): run.probabilityGapGradient(at: index)
    case .divergence(let other):
      run.klDivergence(
        to: EmulatedRow(other.logits.array, temperature: other.temperature, settings: run.settings))
    case .selfDivergence: run.klDivergence(to: run.by(.fused))
    case .logit(let function, let index):
      function.emulated(
        run.logits[index], temperature: run.temperature, settings: run.settings
      ).result
    }
  }

  /// How far a value is from the true one, which is known in binary64, in ulps of the format.
  ///
  /// - Complexity: That of ``exact(of:in:)``, or O(1) for a format of at most 30 bits.
  public func error(
    of value: Double, row: LogitRow, truth: Double, in format: NumberFormat
  ) -> Double {
    switch self {
    // A divergence of 0 has no unit: what is not 0 is wrong by as much as it is.
    case .selfDivergence: value == 0 ? 0 : .infinity
    case .logit, .divergence: ulpError(of: value, truth: truth, in: format)
    default: row.ulpError(of: value, for: self, truth: truth, in: format)
    }
  }
}
