/// A way to compute softmax, its logarithm and ln Σ e^z, as data.
///
/// Inputs are rounded to the format, z = x ÷ T is one rounded division, skipped at T = 1, and every
/// operation after it is rounded once. An algorithm is one row of the catalogue.
public struct Algorithm: Hashable, Sendable {
  /// What is subtracted from every logit before it is exponentiated.
  public enum Shift: Hashable, Sendable { case none, maximum, mean }

  /// How the sum s of the exponentials is formed.
  public enum Pass: Hashable, Sendable {
    /// After all exponentials.
    case whole
    /// In one pass by blocks, with a running maximum by which the sum is rescaled.
    case online
    /// Without the k maxima, which enter as the number k.
    case withoutMaxima
  }

  /// How a probability is formed.
  public enum Probability: Hashable, Sendable {
    /// e ÷ s.
    case quotient
    /// exp(z − logSumExp), without a division.
    case exponentialOfDifference
  }

  /// How the logarithm of a probability is formed.
  public enum LogProbability: Hashable, Sendable {
    /// log(p).
    case logarithm
    /// (z − m) − log s.
    case shiftedMinusLogarithm
    /// z − (m + log s).
    case minusLogSumExp
  }

  /// The name a user types, such as `naive`.
  public let name: String
  /// What is subtracted first.
  public let shift: Shift
  /// How the sum is formed.
  public let pass: Pass
  /// How a probability is formed.
  public let probability: Probability
  /// How the logarithm of a probability is formed.
  public let logProbability: LogProbability
}

extension Algorithm {
  /// The textbook formula.
  public static let naive = Algorithm(
    name: "naive", shift: .none, pass: .whole, probability: .quotient, logProbability: .logarithm)

  /// The textbook formula after the maximum is subtracted.
  public static let shifted = Algorithm(
    name: "shifted", shift: .maximum, pass: .whole, probability: .quotient,
    logProbability: .logarithm)

  /// A shift that does not help.
  public static let shiftedByMean = Algorithm(
    name: "mean-shifted", shift: .mean, pass: .whole, probability: .quotient,
    logProbability: .logarithm)

  /// Log-softmax in one formula, as libraries do it.
  public static let fused = Algorithm(
    name: "fused", shift: .maximum, pass: .whole, probability: .exponentialOfDifference,
    logProbability: .shiftedMinusLogarithm)

  /// The same with the parentheses elsewhere.
  public static let fusedOtherAssociation = Algorithm(
    name: "fused-other", shift: .maximum, pass: .whole, probability: .exponentialOfDifference,
    logProbability: .minusLogSumExp)

  /// One pass with a running maximum.
  public static let online = Algorithm(
    name: "online", shift: .maximum, pass: .online, probability: .quotient,
    logProbability: .shiftedMinusLogarithm)

  /// The maxima apart, so that small terms are not lost next to them.
  public static let compensated = Algorithm(
    name: "compensated", shift: .maximum, pass: .withoutMaxima, probability: .quotient,
    logProbability: .shiftedMinusLogarithm)

  /// Every algorithm, from the plainest to the most careful.
  public static let all = [
    naive, shiftedByMean, shifted, fused, fusedOtherAssociation, online, compensated,
  ]

  /// The algorithm of the catalogue with this name, in either case.
  ///
  /// - Complexity: O(*m*) for a name of *m* characters.
  public static func named(_ name: String) -> Algorithm? {
    all.first { $0.name == name.lowercased() }
  }
}
