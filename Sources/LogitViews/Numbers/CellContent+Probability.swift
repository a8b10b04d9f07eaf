import LogitExplorer
package import LogitKernel
import TerminalCells

/// Probabilities that no Double holds, as powers of e: nothing but 0 is shown as 0, nor but 1 as 1.
extension CellContent {
  /// A probability known in several forms; `isOpen` when it truly lies between 0 and 1.
  static func probability(
    _ value: Double, complement: Double, logarithm: Double, logOdds: Double, isOpen: Bool
  ) -> CellContent {
    guard isOpen else { return .number(value, complement: complement) }
    if value == 0 { return .power(logarithm, else: "<5e-324") }
    if value == 1, complement == 0 { return .power(-logOdds.magnitude, before: "1-", else: "<1") }
    return .number(value, complement: complement)
  }

  /// The logarithm of a probability of a row.
  package static func logProbability(_ row: LogitRow, at index: Int) -> CellContent {
    let value = row.logProbability(at: index)
    guard value == 0 || value.isInfinite else { return .number(value) }
    return .logProbability(value, logOdds: row.logOdds(at: index), isOpen: row.isOpen(index))
  }

  /// ln p, which is −e^−(log-odds) where it is too close to 0 for a Double.
  static func logProbability(_ value: Double, logOdds: Double, isOpen: Bool) -> CellContent {
    value == 0 && isOpen
      ? .power(-logOdds.magnitude, before: "-", else: "-0")
      : value == -.infinity && isOpen ? .word("<-1.8e308", .plain) : .number(value)
  }

  /// The odds p/(1 − p).
  static func odds(_ value: Double, logOdds: Double, isOpen: Bool) -> CellContent {
    guard isOpen, value == 0 || value == .infinity else { return .number(value) }
    return .power(logOdds, else: value == 0 ? "<5e-324" : ">1.8e308")
  }

  /// The odds of a class of a row.
  static func odds(_ row: LogitRow, at index: Int) -> CellContent {
    let value = row.odds(at: index)
    guard value == 0 || value.isInfinite else { return .number(value) }
    return .odds(value, logOdds: row.logOdds(at: index), isOpen: row.isOpen(index))
  }

  /// A probability of a row.
  package static func probability(_ row: LogitRow, at index: Int) -> CellContent {
    let p = row.probability(at: index)
    // Below a half, the distance from 1 says no more than the value does.
    let rest = p < 0.5 ? 1 - p : row.complement(at: index)
    guard p == 0 || rest == 0 else { return .number(p, complement: rest) }
    return .probability(
      p, complement: rest, logarithm: row.logProbability(at: index),
      logOdds: row.logOdds(at: index), isOpen: row.isOpen(index))
  }

  /// The surprise −ln p, which is 0 for a certain class and no other.
  static func surprise(_ row: LogitRow, at index: Int) -> CellContent {
    let value = 0 - row.logProbability(at: index)
    guard value == 0, row.isOpen(index) else { return .number(value) }
    return .power(-row.logOdds(at: index).magnitude, else: "<5e-324")
  }

  /// e^H, which is 1 only where no two classes share.
  package static func perplexity(
    _ value: Double, lessOne excess: Double, of row: LogitRow
  ) -> CellContent {
    if value == 1, excess == 0, row.hasOpenShares { return .word(">1", .plain) }
    return .number(value, complement: -excess)
  }

  /// ln Σ e^z, which is 0 for no logits but a single 0.
  package static func logSumExp(_ value: Double, of row: LogitRow) -> CellContent {
    guard value == 0, row.hasOpenShares else { return .finite(value, row) }
    return .power(-row.greatestLogOdds(), else: "<5e-324")
  }

  /// A sum or difference of z, infinite only where a logit is or T is 0.
  static func finite(_ value: Double, _ row: LogitRow) -> CellContent {
    guard value.isInfinite, row.hasOpenShares else { return .number(value) }
    return .word(value < 0 ? "<-1.8e308" : ">1.8e308", .plain)
  }

  /// Σ e^z; `shifted` with the greatest z taken out.
  static func sumOfExponentials(_ row: LogitRow, shifted: Bool) -> CellContent {
    let value = shifted ? row.shiftedSum() : row.sumOfExponentials()
    let excess = shifted ? row.shiftedSumLessOne() : row.sumOfExponentialsLessOne()
    guard value == 1, excess == 0, row.hasOpenShares else {
      return .number(value, complement: -excess)
    }
    return .power(-row.greatestLogOdds(), before: "1+", else: ">1")
  }

  /// An entropy, which is 0 only where no two classes share.
  package static func entropy(_ value: Double, of row: LogitRow) -> CellContent {
    value == 0 && row.hasOpenShares ? .word("<5e-324", .plain) : .number(value)
  }

  /// e^z, where it is no Double as that power.
  static func exponential(_ z: Double, value: Double) -> CellContent {
    if value == 0 && z.isFinite { return .power(z, else: "<5e-324") }
    if value == 1 && z != 0 { return .number(1, complement: -z) }
    return value == .infinity && z.isFinite ? .power(z, else: ">1.8e308") : .number(value)
  }

  /// e to a power, such as `1-e^-2000`.
  static func power(
    _ exponent: Double, before: String = "", else other: String
  ) -> CellContent {
    exponent.isFinite
      ? .power(exponent, before: before, otherwise: other) : .word(other, .plain)
  }

  /// A power of e in as many columns at most; a number that is cut would be another.
  static func powerText(
    _ exponent: Double, before: String, otherwise: String, width: Int = .max
  ) -> String {
    let digits = exponent.magnitude < 1e6 ? 1 : 0
    let plain = displayText(exponent, digits: digits)
    let short = plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain
    let shorter = [3, 2, 1].map { DecimalText.scientific(exponent, significantDigits: $0) }
    return ([short] + shorter).map { "\(before)e^\($0)" }.first { $0.utf8.count <= width }
      ?? otherwise
  }
}

extension CellContent {
  /// In decimals, outside of a screen.
  package func text(digits: Int) -> String {
    switch self {
    case .word(let text, _): text
    case .power(let exponent, let before, let other):
      CellContent.powerText(exponent, before: before, otherwise: other)
    case .stored(let value, _, _): displayText(value, digits: digits)
    case .number(let value, let complement):
      displayText(value, digits: digits, complement: complement)
    }
  }
}

extension LogitRow {
  /// Whether the class shares with others: its probability is neither 0 nor 1.
  func isOpen(_ index: Int) -> Bool { logits[index].isFinite && hasOpenShares }
}

extension ExplorerState {
  /// The probability of a class under softmax.
  func probability(_ index: Int) -> CellContent {
    computed(.probability(index)) ?? .probability(logits, at: index)
  }

  func logProbability(_ index: Int) -> CellContent {
    computed(.logProbability(index)) ?? .logProbability(logits, at: index)
  }

  func odds(_ index: Int) -> CellContent {
    computedOdds(index) ?? .odds(logits, at: index)
  }

  /// A cell's text outside of a column.
  func plainText(_ content: CellContent) -> String {
    switch content {
    case .word(let text, _): text
    case .power(let exponent, let before, let other):
      CellContent.powerText(exponent, before: before, otherwise: other)
    case .stored(let value, _, _): storedText(value)
    case .number(let value, let complement): text(value, complement: complement)
    }
  }

  func probabilityText(_ index: Int) -> String { plainText(probability(index)) }

  func entropyText(_ value: Double) -> String { plainText(.entropy(value, of: logits)) }

  /// The entropy by the document's arithmetic, in nats.
  var entropyText: String {
    computed(.entropy).map(plainText) ?? entropyText(readouts.entropy)
  }

  var logSumExpText: String {
    plainText(computed(.logSumExp) ?? .logSumExp(readouts.logSumExp, of: logits))
  }

  var gapText: String { plainText(.finite(logits.gapBetweenBestTwo(), logits)) }

  var perplexityText: String {
    plainText(
      computedPerplexity
        ?? .perplexity(readouts.perplexity, lessOne: readouts.perplexityLessOne, of: logits))
  }
}
