internal import LogitKernel

/// The true numbers of a row.
extension ShownNumber {
  /// A probability known in several forms; `isOpen` when it truly lies between 0 and 1.
  static func probability(
    _ value: Double, complement: Double, logarithm: Double, logOdds: Double, isOpen: Bool
  ) -> ShownNumber {
    guard isOpen else { return .number(value, complement: complement) }
    if value == 0 { return .power(logarithm, else: "<5e-324") }
    if value == 1, complement == 0 { return .power(-logOdds.magnitude, before: "1-", else: "<1") }
    return .number(value, complement: complement)
  }

  /// The logarithm of a probability of a row.
  static func logProbability(_ row: LogitRow, at index: Int) -> ShownNumber {
    let value = row.logProbability(at: index)
    guard value == 0 || value.isInfinite else { return .number(value) }
    return .logProbability(value, logOdds: row.logOdds(at: index), isOpen: row.isOpen(index))
  }

  /// ln p, which is −e^−(log-odds) where it is too close to 0 for a Double.
  static func logProbability(_ value: Double, logOdds: Double, isOpen: Bool) -> ShownNumber {
    value == 0 && isOpen
      ? .power(-logOdds.magnitude, before: "-", else: "-0")
      : value == -.infinity && isOpen ? .word("<-1.8e308") : .number(value)
  }

  /// The odds p/(1 − p).
  static func odds(_ value: Double, logOdds: Double, isOpen: Bool) -> ShownNumber {
    guard isOpen, value == 0 || value == .infinity else { return .number(value) }
    return .power(logOdds, else: value == 0 ? "<5e-324" : ">1.8e308")
  }

  /// The odds of a class of a row.
  static func odds(_ row: LogitRow, at index: Int) -> ShownNumber {
    let value = row.odds(at: index)
    guard value == 0 || value.isInfinite else { return .number(value) }
    return .odds(value, logOdds: row.logOdds(at: index), isOpen: row.isOpen(index))
  }

  /// A probability of a row.
  static func probability(_ row: LogitRow, at index: Int) -> ShownNumber {
    let p = row.probability(at: index)
    // Below a half, the distance from 1 says no more than the value does.
    let rest = p < 0.5 ? 1 - p : row.complement(at: index)
    guard p == 0 || rest == 0 else { return .number(p, complement: rest) }
    return .probability(
      p, complement: rest, logarithm: row.logProbability(at: index),
      logOdds: row.logOdds(at: index), isOpen: row.isOpen(index))
  }

  /// The probability of all other classes together: a class whose log-odds have the other sign.
  static func complement(_ row: LogitRow, at index: Int) -> ShownNumber {
    let logOdds = row.logOdds(at: index)
    return .probability(
      row.complement(at: index), complement: row.probability(at: index),
      logarithm: -logOdds.magnitude, logOdds: -logOdds, isOpen: row.isOpen(index))
  }

  /// The surprise −ln p, which is 0 for a certain class and no other.
  static func surprise(_ row: LogitRow, at index: Int) -> ShownNumber {
    let value = 0 - row.logProbability(at: index)
    guard value == 0, row.isOpen(index) else { return .number(value) }
    return .power(-row.logOdds(at: index).magnitude, else: "<5e-324")
  }

  /// e^H, which is 1 only where no two classes share.
  static func perplexity(of row: LogitRow) -> ShownNumber {
    let value = row.perplexity()
    let excess = value < 1.1 ? row.perplexityLessOne() : value - 1
    if value == 1, excess == 0, row.hasOpenShares { return .word(">1") }
    return .number(value, complement: -excess)
  }

  /// ln Σ e^z, which is 0 for no logits but a single 0.
  static func logSumExp(_ value: Double, of row: LogitRow) -> ShownNumber {
    guard value == 0, row.hasOpenShares else { return .finite(value, row) }
    return .power(-row.greatestLogOdds(), else: "<5e-324")
  }

  /// A sum or difference of z, infinite only where a logit is or T is 0.
  static func finite(_ value: Double, _ row: LogitRow) -> ShownNumber {
    guard value.isInfinite, row.hasOpenShares else { return .number(value) }
    return .word(value < 0 ? "<-1.8e308" : ">1.8e308")
  }

  /// Σ e^z; `shifted` with the greatest z taken out.
  static func sumOfExponentials(_ row: LogitRow, shifted: Bool) -> ShownNumber {
    let value = shifted ? row.shiftedSum() : row.sumOfExponentials()
    let excess = shifted ? row.shiftedSumLessOne() : row.sumOfExponentialsLessOne()
    guard value == 1, excess == 0, row.hasOpenShares else {
      return .number(value, complement: -excess)
    }
    return .power(-row.greatestLogOdds(), before: "1+", else: ">1")
  }

  /// An entropy, which is 0 only where no two classes share.
  static func entropy(_ value: Double, of row: LogitRow) -> ShownNumber {
    value == 0 && row.hasOpenShares ? .word("<5e-324") : .number(value)
  }

  /// e^z, where it is no Double as that power.
  static func exponential(_ z: Double, value: Double) -> ShownNumber {
    if value == 0 && z.isFinite { return .power(z, else: "<5e-324") }
    if value == 1 && z != 0 { return .number(1, complement: -z) }
    return value == .infinity && z.isFinite ? .power(z, else: ">1.8e308") : .number(value)
  }
}

extension LogitRow {
  /// Whether the class shares with others: its probability is neither 0 nor 1.
  func isOpen(_ index: Int) -> Bool { logits[index].isFinite && hasOpenShares }
}
