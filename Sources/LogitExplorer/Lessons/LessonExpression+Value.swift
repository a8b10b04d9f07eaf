internal import LogitKernel

/// Why an expression has no value in a state: it names a class that is not there.
package struct LessonLack: Error, Equatable, Sendable {
  package let sentence: String
}

extension LessonExpression {
  /// Its value for the numbers of a state; NaN where there is none, as without a target.
  package func value(in numbers: RowNumbers) throws(LessonLack) -> Double {
    switch self {
    case .number(let number): return number.value
    case .quantity(let quantity, let name): return try quantity.value(of: name, in: numbers)
    case .negated(let operand): return -(try operand.value(in: numbers))
    case .operation(let sign, let left, let right):
      let (a, b) = (try left.value(in: numbers), try right.value(in: numbers))
      switch sign {
      case "+": return a + b
      case "-": return a - b
      case "*": return a * b
      case "/": return a / b
      default: return power(a, b)
      }
    case .function(let function, let operand):
      let x = try operand.value(in: numbers)
      switch function {
      case .ln: return naturalLogarithm(x)
      case .exp: return exponential(x)
      case .sqrt: return x.squareRoot()
      case .abs: return abs(x)
      }
    }
  }

  /// As the screen shows it: a number of the document as it was typed, others with the digits of the
  /// display.
  package func text(in numbers: RowNumbers, digits: Int) throws(LessonLack) -> String {
    let value = try value(in: numbers)
    switch self {
    case .number, .quantity(.logit, _), .quantity(.temperature, _), .quantity(.rank, _),
      .quantity(.count, _), .quantity(.fault, _), .quantity(.kind(_, .ulps), _):
      return DecimalText.shortest(value)
    case .quantity(.kind(let kind, .exact), let name?):
      guard kind.scope == .class, let index = name.index(in: numbers.document),
        let quantity = numbers.quantity(kind, at: index)
      else { return displayText(value, digits: digits) }
      // What is covered on the screen is not in what the lesson says.
      return ShownNumber.exact(quantity, of: numbers.row).text(digits: digits)
    default: return displayText(value, digits: digits)
    }
  }
}

extension LessonQuantity {
  fileprivate func value(
    of name: ClassName?, in numbers: RowNumbers
  ) throws(LessonLack) -> Double {
    let document = numbers.document
    let index = isOfClass ? name?.index(in: document) : 0
    guard let index else {
      throw LessonLack(sentence: "there is no class \(name?.text ?? "without a name")")
    }
    switch self {
    case .logit: return document.logits[index]
    case .scaledLogit: return numbers.scaledLogit(at: index)
    case .rank: return numbers.rank(of: index)
    case .temperature: return document.temperature
    case .count: return Double(document.count)
    case .floor: return LossNumbers(numbers)?.floor ?? .nan
    case .excess: return LossNumbers(numbers)?.excess ?? .nan
    case .fault: return numbers.run?.fault(watching: index) == nil ? 0 : 1
    case .kind(.crossEntropy, .exact): return LossNumbers(numbers)?.total ?? .nan
    case .kind(let kind, let source):
      guard let quantity = numbers.quantity(kind, at: index) else { return .nan }
      return numbers.value(quantity, source)
    }
  }
}

extension RowNumbers {
  /// The quantity of a kind for the document's target; nil where it needs one and there is none.
  fileprivate func quantity(_ kind: Quantity.Kind, at index: Int) -> Quantity? {
    if kind == .crossEntropyGradient { return loss?.gradient(at: index) }
    return Quantity(
      kind, at: index, target: loss?.target, weight: document.target.weight(at: index))
  }

  fileprivate func value(_ quantity: Quantity, _ source: LessonQuantity.Source) -> Double {
    let format = document.arithmetic.settings.storage
    let computed =
      run.map { quantity.emulated(in: $0).value } ?? quantity.exact(of: row, in: format)
    switch source {
    case .exact: return quantity.exact(of: row)
    case .emulated: return computed
    case .ulps:
      return quantity.error(of: computed, row: row, truth: quantity.exact(of: row), in: format)
    }
  }

  /// One more than the classes that are more likely; NaN where there is no order.
  fileprivate func rank(of index: Int) -> Double {
    let sign = row.temperature < 0 ? -1.0 : 1
    let own = sign * row.logits[index]
    guard !own.isNaN else { return .nan }
    return Double(1 + row.logits.count { sign * $0 > own })
  }
}

extension ClassName {
  var text: String {
    switch self {
    case .label(let label): "“\(shortened(label))”"
    case .index(let index): "\(index)"
    }
  }
}

extension LessonCondition {
  /// Whether all of it holds; false where a class it names is not there.
  package func holds(in numbers: RowNumbers) -> Bool {
    comparisons.allSatisfy { (try? $0.holds(in: numbers)) ?? false }
  }
}

extension LessonComparison {
  package func holds(in numbers: RowNumbers) throws(LessonLack) -> Bool {
    let (a, b) = (try left.value(in: numbers), try right.value(in: numbers))
    switch relation {
    case .less: return a < b
    case .greater: return a > b
    case .atMost: return a <= b
    case .atLeast: return a >= b
    case .equal: return equals(a, b)
    case .different: return !equals(a, b)
    }
  }

  /// Equal at the digits that are written; where none are, but for a few roundings.
  private func equals(_ a: Double, _ b: Double) -> Bool {
    if a.isNaN || b.isNaN || a.isInfinite || b.isInfinite || a == b {
      return a == b || a.isNaN && b.isNaN
    }
    guard let number = right.literal else { return isNear(a, b) }
    if let digits = number.significantDigits {
      return parseNumber(DecimalText.scientific(a, significantDigits: digits)) == b
    }
    guard let digits = number.fractionDigits else { return isNear(a, b) }
    return parseNumber(DecimalText.fixed(a, fractionDigits: digits)) == b
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-12 * max(abs(a), abs(b))
  }
}

extension LessonExpression {
  /// The number that it is, perhaps with a sign.
  fileprivate var literal: LessonNumber? {
    switch self {
    case .number(let number): number
    case .negated(let operand): operand.literal
    default: nil
    }
  }
}
