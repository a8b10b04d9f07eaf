internal import LogitKernel

/// A piece of a lesson's expression, and the column of its first character, counted from 1.
struct LessonToken: Equatable {
  enum Kind: Equatable {
    case number(LessonNumber)
    case word(String)
    /// A class in brackets.
    case name(ClassName)
    case sign(String)
  }

  let kind: Kind
  /// As it is written.
  let text: String
  let column: Int

  static func tokens(
    in source: String, startColumn: Int
  ) throws(LessonSyntaxError) -> [LessonToken] {
    let characters = Array(source)
    var (tokens, index) = ([LessonToken](), 0)
    while index < characters.count {
      guard !characters[index].isWhitespace else {
        index += 1
        continue
      }
      let column = startColumn + index + 1
      let (kind, length) = try next(characters[index...], column)
      let text = String(characters[index..<index + length])
      tokens.append(LessonToken(kind: kind, text: text, column: column))
      index += length
    }
    return tokens
  }

  private static func next(
    _ rest: ArraySlice<Character>, _ column: Int
  ) throws(LessonSyntaxError) -> (Kind, Int) {
    let first = rest[rest.startIndex]
    if first == "[" { return try className(rest, column) }
    if first.isASCII, first.isNumber || first == "." { return try number(rest, column) }
    if first.isASCII, first.isLetter {
      let word = rest.prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" || $0 == "."
      }
      return (.word(String(word)), word.count)
    }
    for sign in ["<=", ">=", "!="] where rest.starts(with: sign) { return (.sign(sign), 2) }
    if first == "−" { return (.sign("-"), 1) }
    guard "+-*/^()=<>".contains(first) else {
      throw LessonSyntaxError("unexpected “\(first)”", column: column)
    }
    return (.sign(String(first)), 1)
  }

  private static func className(
    _ rest: ArraySlice<Character>, _ column: Int
  ) throws(LessonSyntaxError) -> (Kind, Int) {
    let inside = rest.dropFirst()
    let isQuoted = inside.first == "\""
    let text = inside.dropFirst(isQuoted ? 1 : 0).prefix { $0 != (isQuoted ? "\"" : "]") }
    let length = text.count + (isQuoted ? 4 : 2)
    guard rest.count >= length, rest[rest.startIndex + length - 1] == "]", !text.isEmpty else {
      throw LessonSyntaxError("a class and a closing bracket are missing", column: column)
    }
    let label = String(text)
    let name = isQuoted ? ClassName.label(label) : .label(label.trimmingSpaces)
    return (.name(name), length)
  }

  private static func number(
    _ rest: ArraySlice<Character>, _ column: Int
  ) throws(LessonSyntaxError) -> (Kind, Int) {
    var text = ""
    for character in rest {
      let isExponentSign = "+-−".contains(character) && (text.last == "e" || text.last == "E")
      guard character.isASCII && (character.isNumber || ".eE".contains(character)) || isExponentSign
      else { break }
      text.append(character)
    }
    let plain = text.replacing("−", with: "-")
    guard let value = parseNumber(plain) else {
      throw LessonSyntaxError("“\(text)” is not a number", column: column)
    }
    let mantissa = plain.prefix { $0 != "e" && $0 != "E" }
    let fraction = mantissa.drop { $0 != "." }.dropFirst()
    var number = LessonNumber(value: value)
    if mantissa.count < plain.count {
      number.significantDigits = max(
        1, mantissa.drop { $0 == "0" || $0 == "." }.count { $0 != "." })
    } else if !fraction.isEmpty {
      number.fractionDigits = fraction.count
    }
    return (.number(number), text.count)
  }
}
