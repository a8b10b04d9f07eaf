package import LogitKernel

/// A number as a screen shows it, before its width and its digits are known.
///
/// Nothing but 0 is shown as 0, nor but 1 as 1: what no Double holds is a power of e or a word.
package enum ShownNumber: Equatable, Sendable {
  /// `complement` is 1 − value if it is known more precisely than the value shows.
  case number(Double, complement: Double? = nil)
  case word(String)
  /// There is none: it needs a target.
  case missing
  /// A power of e with text before it, `1-e^-2000`; `otherwise` where not even that fits.
  case power(Double, before: String, otherwise: String)
  /// A value of an emulated computation, with what happened when it came about, and whether that
  /// is where the computation first goes wrong.
  case stored(Double, event: TraceEvent? = nil, isFault: Bool = false)
  /// A number that is kept from sight, for the room that it takes.
  indirect case covered(ShownNumber)

  /// A value of an emulated computation.
  static func stored(_ cell: TraceCell) -> ShownNumber { .stored(cell.value, event: cell.event) }

  /// What happened when a computed value came about.
  package var event: TraceEvent? {
    if case .stored(_, let event, _) = self { event } else { nil }
  }

  /// e to a power, such as `1-e^-2000`.
  static func power(
    _ exponent: Double, before: String = "", else other: String
  ) -> ShownNumber {
    exponent.isFinite
      ? .power(exponent, before: before, otherwise: other) : .word(other)
  }

  /// In decimals, outside of a screen.
  package func text(digits: Int) -> String {
    switch self {
    case .word(let text): text
    case .missing: "–"
    case .power(let exponent, let before, let other):
      ShownNumber.powerText(exponent, before: before, otherwise: other)
    case .stored(let value, _, _): displayText(value, digits: digits)
    case .number(let value, let complement):
      displayText(value, digits: digits, complement: complement)
    case .covered(let number): Cover.over(number.text(digits: digits))
    }
  }

  /// Whether it is kept from sight.
  package var isCovered: Bool {
    if case .covered = self { true } else { false }
  }

  /// A power of e in as many columns at most; a number that is cut would be another.
  package static func powerText(
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
