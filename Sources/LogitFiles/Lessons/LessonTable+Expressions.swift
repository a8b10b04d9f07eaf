internal import LogitExplorer
internal import LogitKernel
internal import TOMLKit

extension LessonTable {
  func lessonText(_ key: String) throws(FileProblem) -> LessonText {
    try lessonText(key, try text(key))
  }

  func optionalLessonText(_ key: String) throws(FileProblem) -> LessonText? {
    guard let text = try optionalText(key) else { return nil }
    return try lessonText(key, text)
  }

  func lessonTexts(_ key: String) throws(FileProblem) -> [LessonText]? {
    guard let texts = try texts(key) else { return nil }
    var parsed: [LessonText] = []
    for text in texts { parsed.append(try lessonText(key, text)) }
    return parsed
  }

  private func lessonText(_ key: String, _ text: String) throws(FileProblem) -> LessonText {
    do throws(LessonSyntaxError) {
      return try LessonText(text)
    } catch {
      throw problem(key, error.words, at: text, column: error.column)
    }
  }

  func expression(_ key: String) throws(FileProblem) -> LessonExpression {
    let text = try text(key)
    do throws(LessonSyntaxError) {
      return try LessonExpression(text)
    } catch {
      throw problem(key, error.words, at: text, column: error.column)
    }
  }

  func conditions(_ key: String) throws(FileProblem) -> [LessonCondition] {
    var conditions: [LessonCondition] = []
    for text in try texts(key) ?? [] { conditions.append(try condition(key, text)) }
    return conditions
  }

  func condition(_ key: String, _ text: String) throws(FileProblem) -> LessonCondition {
    do throws(LessonSyntaxError) {
      return try LessonCondition(text)
    } catch {
      throw problem(key, error.words, at: text, column: error.column)
    }
  }

  /// `{ word = argument }`, or several of them in an array.
  func changes(_ key: String) throws(FileProblem) -> [LessonChange] {
    guard let value = self[key] else { return [] }
    if let table = value.table { return try changes(key, table) }
    guard let array = value.array else {
      throw wrong(key, "changes, such as { temperature = 2 }")
    }
    var all: [LessonChange] = []
    for element in array {
      guard let table = element.table else {
        throw wrong(key, "changes, such as { temperature = 2 }")
      }
      all += try changes(key, table)
    }
    return all
  }

  private func changes(_ key: String, _ table: TOMLTable) throws(FileProblem) -> [LessonChange] {
    var changes: [LessonChange] = []
    for word in table.keys {
      guard let value = table[word], let argument = LessonChange.Argument(value) else {
        throw problem(
          key, "“\(word)” should be true, a number, a text, or { class = …, value = … }")
      }
      do throws(Refusal) {
        changes.append(try LessonChange(word, argument))
      } catch {
        throw problem(key, error.sentence)
      }
    }
    return changes
  }
}

extension LessonChange.Argument {
  fileprivate init?(_ value: any TOMLValueConvertible) {
    if let table = value.table {
      guard table.count == 2, let name = table["class"].flatMap({ ClassName($0) }),
        let text = table["value"]?.changeText
      else { return nil }
      self = .ofClass(name, text)
    } else if value.bool == true {
      self = .none
    } else if let text = value.changeText {
      self = .text(text)
    } else {
      return nil
    }
  }
}

extension TOMLValueConvertible {
  /// A number or a text as it would be typed.
  fileprivate var changeText: String? {
    string ?? int.map { String($0) } ?? double.map { DecimalText.shortest($0) }
  }
}
