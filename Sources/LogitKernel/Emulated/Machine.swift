internal import RealModule

/// An imaginary processor of one number format: each operation is rounded once and observed.
///
/// Operands may come from a wider format, as they do where an accumulator meets stored values.
struct Machine: Sendable {
  let format: NumberFormat
  /// Whether operations can be done in `Double` and rounded afterwards without changing a bit.
  ///
  /// This holds for + − × ÷ on operands of 24 bits or fewer, since 53 ≥ 2·24 + 2, underflow
  /// included (P. Roux, "Innocuous Double Rounding of Basic Arithmetic Operations", J. Formalized
  /// Reasoning 7, 2014).
  private let isShort: Bool
  /// The same for + and −, whose operands must also have no more bits than the format: one of them may
  /// else lie halfway between two results, and `Double` has no digit left for what the other adds.
  private let addsShort: Bool

  /// A processor of `format` whose operands may also come from `others`.
  init(_ format: NumberFormat, others: [NumberFormat] = []) {
    self.format = format
    isShort = ([format] + others).allSatisfy { $0.precision <= 24 && $0.exponentBits <= 8 }
    addsShort = isShort && others.allSatisfy { $0.precision <= format.precision }
  }

  func input(_ value: Double) -> TraceCell {
    observe(.input, value, 0, exact: value, format.roundKeepingSign(value))
  }

  func add(_ a: Double, _ b: Double, watching: Bool = false) -> TraceCell {
    let sum = a + b
    let result = addsShort ? format.roundKeepingSign(sum) : format.add(a, b)
    return observe(.add, a, b, exact: sum, result, watching: watching)
  }

  func subtract(_ a: Double, _ b: Double, watching: Bool = false) -> TraceCell {
    let difference = a - b
    let result = addsShort ? format.roundKeepingSign(difference) : format.subtract(a, b)
    return observe(.subtract, a, b, exact: difference, result, watching: watching)
  }

  func multiply(_ a: Double, _ b: Double) -> TraceCell {
    let product = a * b
    let result = isShort ? format.roundKeepingSign(product) : format.multiply(a, b)
    return observe(.multiply, a, b, exact: product, result)
  }

  func divide(_ a: Double, _ b: Double) -> TraceCell {
    let quotient = a / b
    let result = isShort ? format.roundKeepingSign(quotient) : format.divide(a, b)
    return observe(.divide, a, b, exact: quotient, result)
  }

  func exp(_ a: Double) -> TraceCell {
    let guess = Double.exp(a)
    let value = settled(guess) ?? Machine.exponentialOutOfRange(a, format) ?? format.exp(a)
    return observe(.exp, a, 0, exact: guess, value)
  }

  /// e^a where it is beyond every format of at most eleven exponent bits; nil within.
  private static func exponentialOutOfRange(_ a: Double, _ format: NumberFormat) -> Double? {
    a > 710 ? format.round(.infinity) : a < -746 ? 0 : nil
  }

  func log(_ a: Double) -> TraceCell {
    let guess = a < 0 ? .nan : Double.log(a)
    return observe(.log, a, 0, exact: guess, signed(settled(guess) ?? format.log(a), as: guess))
  }

  func log(onePlus a: Double) -> TraceCell {
    let guess = a < -1 ? .nan : Double.log(onePlus: a)
    let result = settled(guess) ?? format.log(onePlus: a)
    return observe(.logOnePlus, a, 0, exact: guess, signed(result, as: guess))
  }

  /// What a guess within a few units of its 53rd bit rounds to, or nil where that is not certain.
  private func settled(_ guess: Double) -> Double? {
    guard isShort, guess.isFinite, guess != 0 else { return nil }
    let spread = guess.magnitude * 0x1p-49
    let low = format.round(guess - spread)
    return low == format.round(guess + spread) ? low : nil
  }

  /// A result with the sign of a guess where it is 0: what underflows keeps its sign.
  private func signed(_ result: Double, as guess: Double) -> Double {
    result == 0 ? 0.0.with(guess.sign) : result
  }

  private func observe(
    _ kind: Operation.Kind, _ a: Double, _ b: Double, exact: Double, _ value: Double,
    watching: Bool = false
  ) -> TraceCell {
    noteOperation()
    let operation = Operation(kind: kind, a: a, b: b)
    let event = event(operation, exact: exact, value, watching: watching)
    return TraceCell(value, event, operation)
  }

  /// What rounding `exact`, the result in `Double` as good as need be, to `value` did to it.
  private func event(
    _ operation: Operation, exact: Double, _ value: Double, watching: Bool
  ) -> TraceEvent? {
    let (kind, a, b) = (operation.kind, operation.a, operation.b)
    if a.isNaN || b.isNaN { return nil }
    let magnitude = value.magnitude
    guard magnitude < .infinity, exact.magnitude <= format.greatestFinite else {
      return rangeEvent(kind, a, b, exact: exact, value)
    }
    if value == 0 {
      if exact != 0 || isTiny(operation) {
        return format.flushesSubnormals && !vanishes(exact) ? .flushed : .underflow
      }
      return watching && a != 0 && b != 0 ? .cancelled : nil
    }
    if (kind == .add || kind == .subtract), let event = sumEvent(a, b, magnitude, watching) {
      return event
    }
    return magnitude < format.leastNormal ? .subnormal : nil
  }

  /// Whether a result is other than 0 though `Double` has no digit of it.
  private func isTiny(_ operation: Operation) -> Bool {
    switch operation.kind {
    case .multiply: operation.a != 0 && operation.b != 0
    case .divide: operation.a != 0 && operation.b.isFinite
    case .exp: operation.a.isFinite
    case .input, .add, .subtract, .log, .logOnePlus, .exact: false
    }
  }

  /// Whether a number is rounded to 0 even where subnormal values are kept.
  private func vanishes(_ value: Double) -> Bool { value.magnitude <= format.leastNonzero / 2 }

  private func sumEvent(
    _ a: Double, _ b: Double, _ magnitude: Double, _ watching: Bool
  ) -> TraceEvent? {
    guard a != 0, b != 0 else { return nil }
    if magnitude == max(a.magnitude, b.magnitude) { return .absorbed }
    guard watching else { return nil }
    let half = (format.precision + 1) / 2
    return magnitude <= max(a.magnitude, b.magnitude) * powerOfTwo(-half) ? .cancelled : nil
  }

  /// What an infinite, saturated or undefined result means.
  private func rangeEvent(
    _ kind: Operation.Kind, _ a: Double, _ b: Double, exact: Double, _ value: Double
  ) -> TraceEvent? {
    if exact.isNaN { return .invalid }
    if isPole(kind, a, b) { return .pole }
    if exact.isInfinite && (a.isInfinite || (b.isInfinite && kind != .divide)) {
      // An infinity passed on; a format without infinities has no such operands, but inputs.
      return value.isInfinite ? nil : .overflow
    }
    var unsaturated = format
    unsaturated.saturates = false
    return unsaturated.round(exact).isFinite ? nil : .overflow
  }

  private func isPole(_ kind: Operation.Kind, _ a: Double, _ b: Double) -> Bool {
    switch kind {
    case .divide: b == 0 && a != 0
    case .log: a == 0
    case .logOnePlus: a == -1
    case .input, .add, .subtract, .multiply, .exp, .exact: false
    }
  }
}
