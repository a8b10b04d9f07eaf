/// A text of a lesson, with expressions whose live values stand in it.
package struct LessonText: Equatable, Sendable {
  package enum Part: Equatable, Sendable {
    case text(String)
    case value(LessonExpression)
  }

  package var parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// Reads `p is {p[setosa]}`; `{{` and `}}` are braces.
  package init(_ source: String) throws(LessonSyntaxError) {
    var (parts, text) = ([Part](), "")
    let characters = Array(source)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let isDouble = index + 1 < characters.count && characters[index + 1] == character
      if "{}".contains(character), isDouble {
        text.append(character)
        index += 2
      } else if character == "{" {
        guard let end = characters[index...].firstIndex(of: "}") else {
          throw LessonSyntaxError("this brace is not closed", column: index + 1)
        }
        if !text.isEmpty { parts.append(.text(text)) }
        text = ""
        var parser = try LessonParser(String(characters[index + 1..<end]), startColumn: index + 1)
        parts.append(.value(try parser.expression()))
        index = end + 1
      } else if character == "}" {
        throw LessonSyntaxError(
          "this brace closes nothing; }} stands for a brace", column: index + 1)
      } else {
        text.append(character)
        index += 1
      }
    }
    if !text.isEmpty { parts.append(.text(text)) }
    self.parts = parts
  }

  /// The text with the values of a state.
  package func text(in numbers: RowNumbers, digits: Int) -> String {
    (try? checkedText(in: numbers, digits: digits)) ?? "–"
  }

  /// The same, or what is not there.
  package func checkedText(
    in numbers: RowNumbers, digits: Int
  ) throws(LessonLack) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .value(let expression): text += try expression.text(in: numbers, digits: digits)
      }
    }
    return text
  }
}

/// What is wrong with an expression or a text, with its column in it, counted from 1.
package struct LessonSyntaxError: Error, Equatable, Sendable {
  package let words: String
  package let column: Int

  init(_ words: String, column: Int) { (self.words, self.column) = (words, column) }
}
