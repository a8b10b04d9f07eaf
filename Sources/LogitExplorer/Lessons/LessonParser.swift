internal import LogitKernel

extension LessonExpression {
  /// Reads an expression.
  package init(_ source: String) throws(LessonSyntaxError) {
    var parser = try LessonParser(source)
    self = try parser.expression()
  }
}

extension LessonCondition {
  /// Reads comparisons joined by `and`.
  package init(_ source: String) throws(LessonSyntaxError) {
    var parser = try LessonParser(source)
    self.init(comparisons: try parser.condition(), text: source)
  }
}

/// Reads expressions of lessons.
///
/// ```
/// condition  = comparison { "and" comparison }
/// comparison = sum ("=" | "!=" | "<" | "<=" | ">" | ">=") sum
/// sum        = product { ("+" | "-") product }
/// product    = unary { ("*" | "/") unary }
/// unary      = "-" unary | atom [ "^" unary ]
/// atom       = number | constant | quantity [ "[" class "]" ] | function "(" sum ")" | "(" sum ")"
/// ```
struct LessonParser {
  private var tokens: [LessonToken]
  private var position = 0
  private var depth = 0
  private let end: Int

  /// Deep enough for anybody, and far from the end of the stack.
  private static let greatestDepth = 64

  init(_ source: String, startColumn: Int = 0) throws(LessonSyntaxError) {
    tokens = try LessonToken.tokens(in: source, startColumn: startColumn)
    end = startColumn + source.count + 1
  }

  private var next: LessonToken? { position < tokens.count ? tokens[position] : nil }

  private mutating func take(_ sign: String) -> Bool {
    guard next?.kind == .sign(sign) else { return false }
    position += 1
    return true
  }

  private mutating func takeOne(of signs: [String]) -> String? {
    signs.first { take($0) }
  }

  private func unexpected(_ wanted: String) -> LessonSyntaxError {
    guard let next else { return LessonSyntaxError("\(wanted) is missing", column: end) }
    return LessonSyntaxError(
      "“\(next.text)” stands where \(wanted) was expected", column: next.column)
  }

  mutating func expression() throws(LessonSyntaxError) -> LessonExpression {
    let sum = try sum()
    guard next == nil else { throw unexpected("the end") }
    return sum
  }

  mutating func condition() throws(LessonSyntaxError) -> [LessonComparison] {
    var comparisons = [try comparison()]
    while case .word("and")? = next?.kind {
      position += 1
      comparisons.append(try comparison())
    }
    guard next == nil else { throw unexpected("the end") }
    return comparisons
  }

  private mutating func comparison() throws(LessonSyntaxError) -> LessonComparison {
    let left = try sum()
    let signs = LessonComparison.Relation.allCases.map(\.rawValue)
    guard let sign = takeOne(of: signs), let relation = LessonComparison.Relation(rawValue: sign)
    else { throw unexpected("a comparison, such as = or <") }
    return LessonComparison(left: left, relation: relation, right: try sum())
  }

  private mutating func sum() throws(LessonSyntaxError) -> LessonExpression {
    var result = try product()
    while let sign = takeOne(of: ["+", "-"]) {
      result = .operation(Character(sign), result, try product())
    }
    return result
  }

  private mutating func product() throws(LessonSyntaxError) -> LessonExpression {
    var result = try unary()
    while let sign = takeOne(of: ["*", "/"]) {
      result = .operation(Character(sign), result, try unary())
    }
    return result
  }

  private mutating func unary() throws(LessonSyntaxError) -> LessonExpression {
    guard depth < LessonParser.greatestDepth else {
      throw LessonSyntaxError("this is nested too deeply", column: next?.column ?? end)
    }
    depth += 1
    defer { depth -= 1 }
    if take("-") { return .negated(try unary()) }
    let base = try atom()
    return take("^") ? .operation("^", base, try unary()) : base
  }

  private mutating func atom() throws(LessonSyntaxError) -> LessonExpression {
    if take("(") { return try closed() }
    guard let token = next else { throw unexpected("a number or a name") }
    position += 1
    switch token.kind {
    case .number(let number): return .number(number)
    case .word(let word): return try named(word, token)
    case .sign, .name:
      position -= 1
      throw unexpected("a number or a name")
    }
  }

  private mutating func closed() throws(LessonSyntaxError) -> LessonExpression {
    let inside = try sum()
    guard take(")") else { throw unexpected("a closing parenthesis") }
    return inside
  }

  private mutating func named(
    _ word: String, _ token: LessonToken
  ) throws(LessonSyntaxError) -> LessonExpression {
    if let constant = LessonParser.constants[word] {
      return .number(LessonNumber(value: constant))
    }
    if let function = LessonFunction(rawValue: word) {
      guard take("(") else { throw unexpected("a parenthesis") }
      return .function(function, try closed())
    }
    guard let quantity = LessonQuantity.words[word] else {
      throw LessonSyntaxError(
        "there is no “\(word)”" + suggestion(word), column: token.column)
    }
    guard quantity.isOfClass else {
      if case .name? = next?.kind {
        throw LessonSyntaxError("\(word) is of the whole row, not of a class", column: token.column)
      }
      return .quantity(quantity, nil)
    }
    guard case .name(let name)? = next?.kind else {
      throw LessonSyntaxError(
        "\(word) is of a class: \(word)[class]", column: token.column)
    }
    position += 1
    return .quantity(quantity, name)
  }

  private func suggestion(_ word: String) -> String {
    let words = LessonQuantity.words.keys + LessonFunction.allCases.map(\.rawValue)
    return nearest(to: word, among: words.sorted()).map { "; \($0)?" } ?? ""
  }

  private static let constants: [String: Double] = [
    "e": exponential(1), "pi": .pi, "inf": .infinity, "nan": .nan,
  ]
}
