internal import LogitKernel

/// A piece of a value expression, and the column of its first character, counted from 1.
struct ValueToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    /// `+ - * / ^ =` and the parentheses, in ASCII whatever was typed.
    case sign(Character)
  }

  let kind: Kind
  /// As it was typed.
  let text: String
  let column: Int

  /// Splits a text into its pieces.
  static func tokens(in text: String) throws(ValueError) -> [ValueToken] {
    let characters = Array(text)
    var (tokens, index) = ([ValueToken](), 0)
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
      } else {
        let (kind, length) = try next(in: characters[index...])
        let text = String(characters[index..<index + length])
        tokens.append(ValueToken(kind: kind, text: text, column: index + 1))
        index += length
      }
    }
    return tokens
  }

  private static func next(in rest: ArraySlice<Character>) throws(ValueError) -> (Kind, Int) {
    let (first, column) = (rest[rest.startIndex], rest.startIndex + 1)
    switch first {
    case "0"..."9", ".": return try number(in: rest)
    case "∞": return (.number(.infinity), 1)
    case "π": return (.name("pi"), 1)
    case "*" where rest.dropFirst().first == "*": return (.sign("^"), 2)
    case "+", "-", "*", "/", "^", "=", "(", ")": return (.sign(first), 1)
    case "−", "–": return (.sign("-"), 1)
    case "×", "·": return (.sign("*"), 1)
    case "÷": return (.sign("/"), 1)
    case ",": throw .comma(column: column)
    case _ where first.isLetter:
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return (named(String(name).lowercased()), name.count)
    default: throw .unexpected(String(first), column: column)
    }
  }

  private static func named(_ name: String) -> Kind {
    switch name {
    case "inf", "infinity": .number(.infinity)
    case "nan": .number(.nan)
    default: .name(name)
    }
  }

  /// A decimal or hexadecimal number; what is too large or too small is refused, not rounded away.
  private static func number(in rest: ArraySlice<Character>) throws(ValueError) -> (Kind, Int) {
    let column = rest.startIndex + 1
    let isHex = rest.count > 1 && rest[rest.startIndex] == "0" && "xX".contains(rest[column])
    var length = isHex ? 2 : 0
    let isDigit: (Character) -> Bool = { $0.isASCII && (isHex ? $0.isHexDigit : $0.isNumber) }
    length += rest.dropFirst(length).prefix { isDigit($0) || $0 == "." }.count
    let mantissa = rest.prefix(length).dropFirst(isHex ? 2 : 0)
    if let mark = rest.dropFirst(length).first, (isHex ? "pP" : "eE").contains(mark) {
      length += 1
      if let sign = rest.dropFirst(length).first, "+-−".contains(sign) { length += 1 }
      let digits = rest.dropFirst(length).prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty || length == rest.count else {
        let stranger = rest[rest.startIndex + length]
        throw .unexpected(String(stranger), column: column + length)
      }
      length += digits.count
    }
    let text = String(rest.prefix(length)).replacing("−", with: "-")
    guard let value = parseNumber(text) else {
      // A number that breaks off where the text does may still be typed to its end.
      if length == rest.count, mantissa.count(where: { $0 == "." }) < 2 {
        throw .unfinished(column: column + length)
      }
      throw .notANumber(text, column: column)
    }
    if value.isInfinite { throw .tooLarge(text, column: column) }
    if value == 0, mantissa.contains(where: { $0 != "0" && $0 != "." }) {
      throw .tooSmall(text, column: column)
    }
    return (.number(value), length)
  }
}
