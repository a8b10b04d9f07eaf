/// Why a text is not a value, with its evidence; columns are counted from 1.
package enum ValueError: Error, Equatable, Sendable {
  /// The text is fine as far as it goes and ends too early.
  case unfinished(column: Int)
  case unexpected(String, column: Int)
  case comma(column: Int)
  case notANumber(String, column: Int)
  case unknownName(String, column: Int)
  /// An operation without a result, such as the logarithm of −1, in words.
  case undefined(String, column: Int)
  case tooLarge(String, column: Int)
  case tooSmall(String, column: Int)
  case tooDeep(column: Int)

  /// Where it went wrong, counted in characters from 1.
  package var column: Int {
    switch self {
    case .unfinished(let column), .unexpected(_, let column), .comma(let column),
      .notANumber(_, let column), .unknownName(_, let column), .undefined(_, let column),
      .tooLarge(_, let column), .tooSmall(_, let column), .tooDeep(let column):
      column
    }
  }

  /// True when more typing may mend it.
  package var isUnfinished: Bool {
    if case .unfinished = self { return true }
    return false
  }

  /// A sentence for the user.
  package var sentence: String {
    switch self {
    case .unfinished(let column): "Something is missing at the end, column \(column)."
    case .unexpected(let text, let column): "Unexpected '\(short(text))' at column \(column)."
    case .comma(let column):
      "Decimals are written with a point, not with a comma (column \(column))."
    case .notANumber(let text, let column): "'\(short(text))' at column \(column) is not a number."
    case .unknownName(let name, let column):
      "There is no '\(short(name))' (column \(column)); "
        + "there are ln, exp, sqrt, logit, pi, e, inf and nan."
    case .undefined(let words, _): words
    case .tooLarge(let text, _):
      "\(short(text)) is more than the greatest number, 1.797…e308; type inf for infinity."
    case .tooSmall(let text, _):
      "\(short(text)) is less than the least number above zero, 5e-324; type 0 for zero."
    case .tooDeep(let column): "This is nested too deeply, from column \(column) on."
    }
  }

  /// What was typed, cut to what a sentence can hold.
  private func short(_ text: String) -> String {
    text.count > 24 ? text.prefix(24) + "…" : text
  }
}
