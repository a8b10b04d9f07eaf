import LogitExplorer
import LogitKernel
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

  /// A probability of a row.
  static func probability(_ row: LogitRow, at index: Int) -> CellContent {
    let p = row.probability(at: index)
    // Below a half, what is lacking to 1 tells no more than the value does.
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

  /// e to a power, such as `1-e^-2000`.
  private static func power(
    _ exponent: Double, before: String = "", else other: String
  ) -> CellContent {
    guard exponent.isFinite else { return .word(other, .plain) }
    let digits = exponent.magnitude < 1e6 ? 1 : 0
    let text = displayText(exponent, digits: digits)
    let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return .word("\(before)e^\(short)", .plain)
  }
}

extension LogitRow {
  /// Whether the class shares with others: its probability is neither 0 nor 1.
  func isOpen(_ index: Int) -> Bool { logits[index].isFinite && hasOpenShares }

  /// Whether at least two classes have a share each, however small.
  var hasOpenShares: Bool {
    guard temperature.isFinite, temperature != 0 else { return false }
    let winning = temperature > 0 ? Double.infinity : -.infinity
    var finite = 0
    for logit in logits {
      if logit == winning || logit.isNaN { return false }
      if logit.isFinite { finite += 1 }
    }
    return finite > 1
  }
}

extension ExplorerState {
  /// The probability of a class under softmax.
  func probability(_ index: Int) -> CellContent { .probability(logits, at: index) }

  func logProbability(_ index: Int) -> CellContent {
    let value = logits.logProbability(at: index)
    guard value == 0 || value.isInfinite else { return .number(value) }
    return .logProbability(
      value, logOdds: logits.logOdds(at: index), isOpen: logits.isOpen(index))
  }

  func odds(_ index: Int) -> CellContent {
    let value = logits.odds(at: index)
    guard value == 0 || value.isInfinite else { return .number(value) }
    return .odds(value, logOdds: logits.logOdds(at: index), isOpen: logits.isOpen(index))
  }

  /// A cell's text outside of a column.
  func plainText(_ content: CellContent) -> String {
    switch content {
    case .word(let text, _): text
    case .number(let value, let complement): text(value, complement: complement)
    }
  }

  func probabilityText(_ index: Int) -> String { plainText(probability(index)) }
}
