internal import LogitKernel

/// What can be typed where a number is wanted: a number in any notation, arithmetic, or a change of
/// the old value.
///
/// ```
/// value    = sum | ("*" | "/" | "^") …the rest of a sum… | operator "=" sum
/// sum      = product { ("+" | "-") product }
/// product  = unary { ("*" | "/") unary }
/// unary    = ("+" | "-") unary | power
/// power    = atom [ "^" unary ]
/// atom     = number | "pi" | "e" | "(" sum ")" | function "(" sum ")"
/// function = "ln" | "exp" | "sqrt" | "logit"
/// ```
/// `^` is right-associative and binds tighter than a sign before it: −2^2 is −4. `*2+1` is the old
/// value times 2, plus 1; `*=2+1` is the old value times 3. A leading sign begins a number, so that
/// `+0.5` is 0.5, not a change. Every operation is rounded once, the functions too.
package enum ValueExpression {
  /// The value of what was typed; `old` is what `*2`, `/2` and `+=0.5` start from.
  package static func value(of text: String, old: Double) throws(ValueError) -> Double {
    var parser = ValueParser(tokens: try ValueToken.tokens(in: text), end: text.count + 1)
    return try parser.value(old: old)
  }
}

private struct ValueParser {
  let tokens: [ValueToken]
  /// The column after the text.
  let end: Int
  var position = 0
  var depth = 0

  /// Deep enough for anybody, and far from the end of the stack.
  static let greatestDepth = 64

  init(tokens: [ValueToken], end: Int) {
    self.tokens = tokens
    self.end = end
  }

  private var next: ValueToken? { position < tokens.count ? tokens[position] : nil }
  private var column: Int { next?.column ?? end }

  private func nextSign(in signs: String) -> Character? {
    if case .sign(let sign)? = next?.kind, signs.contains(sign) { return sign }
    return nil
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard next?.kind == .sign(sign) else { return false }
    position += 1
    return true
  }

  /// What is wrong with the token at hand: nothing but its absence if there is none.
  private var surprise: ValueError {
    guard let next else { return .unfinished(column: end) }
    return .unexpected(next.text, column: next.column)
  }

  mutating func value(old: Double) throws(ValueError) -> Double {
    var result: Double
    if let sign = nextSign(in: "+-*/^"), position + 1 < tokens.count,
      tokens[position + 1].kind == .sign("=")
    {
      let column = column
      position += 2
      result = try apply(sign, old, try sum(), column)
    } else if nextSign(in: "*/^") != nil {
      result = try sum(after: try product(after: try power(of: old)))
    } else {
      result = try sum()
    }
    guard next == nil else { throw surprise }
    // 0 − 0 and the like leave a zero whose sign nobody typed; a typed −0 keeps its own.
    if tokens.count > 2, result == 0 { result = 0 }
    return result
  }

  private mutating func sum() throws(ValueError) -> Double {
    try sum(after: try product(after: try unary()))
  }

  private mutating func sum(after first: Double) throws(ValueError) -> Double {
    var result = first
    while let sign = nextSign(in: "+-") {
      let column = column
      position += 1
      result = try apply(sign, result, try product(after: try unary()), column)
    }
    return result
  }

  private mutating func product(after first: Double) throws(ValueError) -> Double {
    var result = first
    while let sign = nextSign(in: "*/") {
      let column = column
      position += 1
      result = try apply(sign, result, try unary(), column)
    }
    return result
  }

  private mutating func unary() throws(ValueError) -> Double {
    guard depth < ValueParser.greatestDepth else { throw .tooDeep(column: column) }
    depth += 1
    defer { depth -= 1 }
    if take("-") { return -(try unary()) }
    if take("+") { return try unary() }
    return try power(of: try atom())
  }

  private mutating func power(of base: Double) throws(ValueError) -> Double {
    let column = column
    guard take("^") else { return base }
    return try apply("^", base, try unary(), column)
  }

  private mutating func atom() throws(ValueError) -> Double {
    switch next?.kind {
    case .number(let value)?:
      position += 1
      return value
    case .name(let name)?:
      return try named(name)
    default:
      guard take("(") else { throw surprise }
      return try closed()
    }
  }

  /// The rest of a pair of parentheses.
  private mutating func closed() throws(ValueError) -> Double {
    let value = try sum()
    guard take(")") else { throw surprise }
    return value
  }

  private mutating func named(_ name: String) throws(ValueError) -> Double {
    let column = column
    position += 1
    switch name {
    case "pi": return .pi
    // The nearest Double to e.
    case "e": return exponential(1)
    default: break
    }
    guard ValueFunction(rawValue: name) != nil || next != nil || !isPrefix(name) else {
      throw .unfinished(column: end)
    }
    guard let function = ValueFunction(rawValue: name) else {
      throw .unknownName(name, column: column)
    }
    guard take("(") else { throw surprise }
    return try function.value(at: try closed(), column: column)
  }

  private func isPrefix(_ name: String) -> Bool {
    (ValueFunction.allCases.map(\.rawValue) + ["pi", "infinity", "nan"])
      .contains { $0.hasPrefix(name) }
  }
}

/// A function that can be typed.
private enum ValueFunction: String, CaseIterable {
  case ln, exp, sqrt, logit

  func value(at x: Double, column: Int) throws(ValueError) -> Double {
    let result =
      switch self {
      case .ln: naturalLogarithm(x)
      case .exp: exponential(x)
      case .sqrt: x.squareRoot()
      case .logit: LogitKernel.logit(x)
      }
    guard result.isNaN, !x.isNaN else { return result }
    let reason =
      self == .logit
      ? "logit is the log-odds of a probability, which lies in 0…1, and this is"
      : "\(rawValue) of a negative number is not a number:"
    throw .undefined("\(reason) \(DecimalText.shortest(x)) (column \(column)).", column: column)
  }
}

/// One operation of arithmetic, rounded once; refused where it would make a NaN out of numbers.
private func apply(
  _ sign: Character, _ left: Double, _ right: Double, _ column: Int
) throws(ValueError) -> Double {
  let result =
    switch sign {
    case "+": left + right
    case "-": left - right
    case "*": left * right
    case "/": left / right
    default: power(left, right)
    }
  guard result.isNaN, !left.isNaN, !right.isNaN else { return result }
  let words = "\(DecimalText.shortest(left)) \(sign) \(DecimalText.shortest(right))"
  throw .undefined(
    "\(words) is not a number (column \(column)); type nan to have one.", column: column)
}
